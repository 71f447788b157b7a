import Fieldwork
import Foundation
import Kernel
import Programmes

/// A picture with everything in it that could be true of a company, each part with what decides about it. A browser
/// (`Assets/picture.js`) shows what holds, in the same moment as somebody ticks, also without a network.
struct LiveScene {
    let sheet: TalkSheet
    var answers = SheetAnswers()
    /// Where to look to see one theme from nearby, by its code.
    var frames: [String: String] = [:]

    /// Our own drawing, as it may become.
    static func content(of scene: Scene, in language: Language) -> String {
        var scene = scene
        scene.state.isLive = true
        return scene.content(in: language)
    }

    /// An SVG document. Its `data-sheet` has the activities of each theme, its `data-marks` what was answered, and its
    /// `data-frames` where to look for each theme.
    func document(around content: String, height: Int) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        func attribute(_ value: some Encodable) throws -> String {
            SceneLabels.escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Scene.width) \(height)\" "
            + "class=\"talk-picture\" font-family=\"Noto Sans, sans-serif\" aria-hidden=\"true\" "
            + "data-sheet=\"\(try attribute(themes))\" data-marks=\"\(try attribute(marks))\" "
            + "data-frames=\"\(try attribute(frames))\">"
            + "\(content)</svg>"
    }

    private struct ThemePart: Encodable {
        let code: String
        let activities: [ActivityPart]
    }

    private struct ActivityPart: Encodable {
        let code: String
        let isCore: Bool
    }

    private var themes: [ThemePart] {
        sheet.themes.map { theme in
            ThemePart(
                code: theme.code.description,
                activities: sheet.activities(in: theme.code).map {
                    ActivityPart(code: $0.code.description, isCore: $0.isCore)
                }
            )
        }
    }

    private var marks: [String: [String]] {
        sheet.activities.reduce(into: [:]) { result, activity in
            let marks = answers.marks(of: activity.code).map(\.rawValue).sorted()
            if !marks.isEmpty { result[activity.code.description] = marks }
        }
    }
}

extension Isometric {
    /// What gives way to it once it is done.
    mutating func draw(unlessDone look: SceneLook, _ content: (inout Isometric) -> Void) {
        switch look {
        case .done: return
        case .absent, .wanted: content(&self)
        case .live(let rules):
            append("<g\(Self.condition("not-done", rules))>")
            content(&self)
            append("</g>")
        }
    }

    /// Drawn while one of these zones is talked about; a live scene has it always, for a browser to show.
    mutating func light(
        _ zones: SceneZone...,
        current: SceneZone?,
        isLive: Bool,
        _ content: (inout Isometric) -> Void
    ) {
        if isLive {
            let names = zones.map(\.rawValue).joined(separator: " ")
            append("<g data-lit=\"\(names)\" display=\"none\">")
            content(&self)
            append("</g>")
        } else if let current, zones.contains(current) {
            content(&self)
        }
    }
}
