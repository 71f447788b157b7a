import Fieldwork
import Kernel
import Markup
import Programmes

extension ZoneState {
    init(theme: Theme.ID, sheet: TalkSheet, answers: SheetAnswers) {
        let own = sheet.activities(in: theme)
        let activities = own.map(\.code)
        let counted = own.filter(answers.counts).map(\.code)
        let done = activities.filter(answers.doing.contains)
        let wanted = activities.filter(answers.ambition.contains)
        self.init(
            doing: done.count,
            ambition: wanted.count,
            applicable: counted.count { !answers.notApplicable.contains($0) },
            done: Set(done.map(\.description)),
            wanted: Set(wanted.map(\.description)),
            known: Set(activities.map(\.description))
        )
    }
}

extension Scene {
    /// The company as its answers describe it.
    init(
        sheet: TalkSheet,
        answers: SheetAnswers,
        companyName: String? = nil,
        current: Theme.ID? = nil
    ) {
        var zones: [String: ZoneState] = [:]
        for theme in sheet.themes {
            zones[theme.code.description] = ZoneState(theme: theme.code, sheet: sheet, answers: answers)
        }
        self.init(
            state: SceneState(zones: zones),
            captions: sheet.themes.compactMap { theme in
                SceneZone(rawValue: theme.code.description).map {
                    Caption(zone: $0, name: theme.name)
                }
            },
            companyName: companyName,
            current: current.flatMap { SceneZone(rawValue: $0.description) }
        )
    }
}

/// What square and circle mean, and what is drawn solid or dashed.
struct SceneLegend: Component {
    var body: HTML {
        ul(.class("scene-legend")) {
            li {
                i(.class("mark-doing"), .ariaHidden)
                Text(nl: "doen we al: vol en groen", en: "doing already: solid and green")
            }
            li {
                i(.class("mark-ambition"), .ariaHidden)
                Text(nl: "willen we binnen 3 jaar: gestippeld", en: "want within 3 years: dashed")
            }
        }
    }
}
