import Fieldwork
import Kernel
import Markup
import Programmes

/// The picture that a conversation is about (*praatplaat*), as the answers stand: the one that its programme brings, or
/// the company that Karavaan draws.
struct TalkPicture: Sendable {
    let sheet: TalkSheet
    let own: ProgrammePicture?
    var answers = SheetAnswers()
    var companyName: String?
    /// The theme that is being talked about.
    var current: Theme.ID?
    /// To be filled in by hand.
    var isBlank = false

    /// As wide as every picture is on a page, whatever units it was drawn in.
    var height: Int { own.map { Int(OwnScene.height(of: $0)) } ?? Scene.height }

    /// A document of its own, for a file or a PDF.
    func document(in language: Language) -> String {
        if let own {
            return OwnScene(self, own).document(in: language)
        }
        return scene.document(in: language)
    }

    /// As ``document(in:)``, for a browser to keep up with what is ticked (`Assets/picture.js`).
    func liveDocument(in language: Language) throws -> String {
        let overlay = own.map { OwnScene(self, $0, isLive: true) }
        let content =
            overlay?.content(in: language)
            ?? LiveScene.content(of: Scene(sheet: sheet, answers: .init(), companyName: companyName), in: language)
        return try LiveScene(sheet: sheet, answers: answers, frames: frames(overlay))
            .document(around: content, height: height)
    }

    /// What to look at to see one theme from nearby, as a `viewBox`.
    private func frames(_ overlay: OwnScene?) -> [String: String] {
        sheet.themes.reduce(into: [:]) { frames, theme in
            let code = theme.code
            let zone = SceneZone(rawValue: code.description)
            let outline = overlay.map { $0.outline(of: code) } ?? zone?.outline
            guard let outline, !outline.isEmpty else { return }
            let (xs, ys) = (outline.map(\.x).sorted(), outline.map(\.y).sorted())
            let (width, height) = (xs[xs.count - 1] - xs[0], ys[ys.count - 1] - ys[0])
            // A little more, for what stands out above it.
            let (left, top) = (Isometric.short(xs[0] - width * 0.06), Isometric.short(ys[0] - height * 0.15))
            frames[code.description] =
                "\(left) \(top) \(Isometric.short(width * 1.12)) \(Isometric.short(height * 1.25))"
        }
    }

    /// On a page. What it shows must also stand there in words.
    func view(description: Text) -> HTML {
        element(
            "svg",
            [
                .class("scene"), .attribute("viewBox", "0 0 \(Scene.width) \(height)"), .role("img"),
                .ariaLabel(description),
            ]
        ) {
            HTML.drawing { [self] language in
                own.map { OwnScene(self, $0).content(in: language) } ?? scene.content(in: language)
            }
        }
    }

    /// Lies over the picture and leads from its parts to what they stand for.
    func links(_ address: (Theme.ID) -> String) -> SceneLinks {
        let links = Dictionary(uniqueKeysWithValues: sheet.themes.map { ($0.code, address($0.code)) })
        if let own {
            let overlay = OwnScene(self, own)
            return SceneLinks(height: height) { overlay.links(links, in: $0) }
        }
        let scene = scene
        return SceneLinks(height: height) { language in
            let labels = SceneLabels(scene: scene, language: language)
            return SceneZone.fromBehind.compactMap { zone in
                guard let link = Theme.ID(zone.rawValue).flatMap({ links[$0] }) else { return nil }
                let caption = scene.captions.first { $0.zone == zone }
                return .init(outline: zone.outline, link: link, card: caption.flatMap(labels.card))
            }
        }
    }

    private var scene: Scene {
        var scene = Scene(sheet: sheet, answers: answers, companyName: companyName, current: current)
        scene.isBlank = isBlank
        return scene
    }
}
