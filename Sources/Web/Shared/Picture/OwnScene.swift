import Fieldwork
import Foundation
import Kernel
import Markup
import Programmes

/// A picture that a programme brings, with what the company does and wants laid over it: each zone fills up from below,
/// solid for what is done and dashed for what is wanted.
struct OwnScene: Sendable {
    private struct Part: Sendable {
        let theme: Theme
        let outline: [PicturePoint]
        let state: ZoneState
        let top, bottom: Double
        let isCurrent: Bool
    }

    private let picture: ProgrammePicture
    private let parts: [Part]
    private let isLive: Bool
    private let isBlank: Bool

    init(_ talk: TalkPicture, _ picture: ProgrammePicture, isLive: Bool = false) {
        self.picture = picture
        self.isLive = isLive
        isBlank = talk.isBlank
        let scale = Self.scale(of: picture)
        parts = talk.sheet.themes.compactMap { theme in
            guard let zone = picture.zone(theme.code), zone.outline.count > 2 else { return nil }
            let outline = zone.outline.map { PicturePoint(x: $0.x * scale, y: $0.y * scale) }
            return Part(
                theme: theme,
                outline: outline,
                state: ZoneState(theme: theme.code, sheet: talk.sheet, answers: talk.answers),
                top: outline.map(\.y).min() ?? 0,
                bottom: outline.map(\.y).max() ?? 0,
                isCurrent: talk.current == theme.code
            )
        }
    }

    static func height(of picture: ProgrammePicture) -> Double { (picture.height * scale(of: picture)).rounded() }

    private static func scale(of picture: ProgrammePicture) -> Double { Double(Scene.width) / picture.width }

    var height: Double { Self.height(of: picture) }

    func document(in language: Language) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Scene.width) \(Isometric.short(height))\" "
            + "font-family=\"Noto Sans, sans-serif\">\(content(in: language))</svg>"
    }

    func content(in language: Language) -> String {
        let address = PrintData.address(picture.kind.rawValue, Array(picture.content))
        return "<image href=\"\(address)\" width=\"\(Scene.width)\" height=\"\(Isometric.short(height))\"/>"
            + parts.map(zone).joined() + labels(in: language)
    }

    // MARK: What is done and wanted

    private func zone(_ part: Part) -> String {
        let code = part.theme.code.description
        let outline = "<path d=\"\(Isometric.outline(part.outline))\""
        let size = part.bottom - part.top
        let doing = share(part.state.doing, of: part)
        let wanted = min(share(part.state.ambition, of: part), 1 - doing)
        let left = Isometric.short(part.outline.map(\.x).min() ?? 0)
        let width = Isometric.short((part.outline.map(\.x).max() ?? 0) - (part.outline.map(\.x).min() ?? 0))
        func level(_ kind: String, from: Double, _ share: Double, _ look: String) -> String {
            "<rect data-level=\"\(kind)\" data-zone=\"\(code)\" data-top=\"\(Isometric.short(part.top))\" "
                + "data-height=\"\(Isometric.short(size))\" x=\"\(left)\" width=\"\(width)\" "
                + "y=\"\(Isometric.short(part.bottom - (from + share) * size))\" "
                + "height=\"\(Isometric.short(share * size))\" \(look)/>"
        }
        var text = "<clipPath id=\"vlak-\(code)\">\(outline)/></clipPath>"
        if !isBlank {
            text += "<g clip-path=\"url(#vlak-\(code))\">"
            text += level("doing", from: 0, doing, "fill=\"#2f7566\" fill-opacity=\"0.55\"")
            text += level(
                "ambition",
                from: doing,
                wanted,
                "fill=\"#fdf0e4\" fill-opacity=\"0.6\" stroke=\"#b4602a\" stroke-width=\"4\" stroke-dasharray=\"12 9\""
            )
            text += "</g>"
        }
        text += outline + " fill=\"none\" stroke=\"#fffdf8\" stroke-width=\"5\" stroke-linejoin=\"round\"/>"
        text += outline + " fill=\"none\" stroke=\"#22303f\" stroke-width=\"2\" stroke-linejoin=\"round\"/>"
        let light = outline + " fill=\"none\" stroke=\"#ffd83d\" stroke-width=\"9\" stroke-linejoin=\"round\"/>"
        if isLive {
            text += "<g data-lit=\"\(code)\" display=\"none\">\(light)</g>"
        } else if part.isCurrent {
            text += light
        }
        return text
    }

    private func share(_ count: Int, of part: Part) -> Double {
        part.state.applicable > 0 ? min(Double(count) / Double(part.state.applicable), 1) : 0
    }

    // MARK: Names

    struct Label {
        let theme: Theme.ID
        let card: SceneCard
    }

    /// A card at the top of each zone, moved down where another is in the way.
    func cards(in language: Language) -> [Label] {
        var placed: [SceneCard] = []
        return parts.map { part in
            var card = SceneCard(
                name: part.theme.name[language],
                counts: isBlank ? nil : .init(part.state),
                isCurrent: part.isCurrent,
                isLive: isLive,
                language: language
            )
            let middle = part.outline.map(\.x).reduce(0, +) / Double(part.outline.count)
            card.x = min(max(middle - card.width / 2, 8), Double(Scene.width) - card.width - 8)
            card.y = min(max(part.top + 10, 8), height - card.height - 8)
            while let other = placed.first(where: card.overlaps), other.y + other.height + 6 + card.height < height {
                card.y = other.y + other.height + 6
            }
            placed.append(card)
            return Label(theme: part.theme.code, card: card)
        }
    }

    private func labels(in language: Language) -> String {
        cards(in: language).map { label in
            "<g class=\"scene-label\" data-label=\"\(label.theme)\">\(label.card.svg)</g>"
        }.joined()
    }

    /// The corners of a part, as large as it is drawn.
    func outline(of theme: Theme.ID) -> [PicturePoint]? { parts.first { $0.theme.code == theme }?.outline }

    func links(_ links: [Theme.ID: String], in language: Language) -> [SceneLinks.Part] {
        zip(parts, cards(in: language)).compactMap { part, label in
            links[part.theme.code].map { SceneLinks.Part(outline: part.outline, link: $0, card: label.card) }
        }
    }
}
