package import Kernel

/// What the conversation is held with (*praatplaat*): themes with activities to tick, in one version.
package struct TalkSheet: Codable, Equatable, Sendable {
    package var version: Int
    package var themes: [Theme]
    package var activities: [Activity]
    /// For each activity of the version before that has another code here: its successor, or none when it is gone.
    /// An activity that is not mentioned kept its code.
    package var successors: [Succession]

    package func theme(_ code: Theme.ID) -> Theme? { themes.first { $0.code == code } }
    package func activity(_ code: Activity.ID) -> Activity? { activities.first { $0.code == code } }
    package func activities(in theme: Theme.ID) -> [Activity] { activities.filter { $0.theme == theme } }
}

extension TalkSheet {
    /// A line of the printed sheet. Its number runs on through all themes, from 1.
    package struct PrintedLine: Equatable, Sendable {
        package let number: Int
        package let activity: Activity
    }

    package struct PrintedGroup: Equatable, Sendable {
        package let theme: Theme
        package let lines: [PrintedLine]
    }

    /// What is on the sheet on paper: the core activities, theme by theme. The same sheet always has the same numbers,
    /// so what was printed long ago can still be typed in.
    package var printedGroups: [PrintedGroup] {
        var number = 0
        return themes.compactMap { theme in
            let lines = activities(in: theme.code).filter(\.isCore).map { activity in
                number += 1
                return PrintedLine(number: number, activity: activity)
            }
            return lines.isEmpty ? nil : PrintedGroup(theme: theme, lines: lines)
        }
    }
}

/// One of the fields on the sheet (*thema*).
package struct Theme: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    /// What the interviewer asks to open it, in spoken language.
    package var question: Text
    /// Energy and building stand outside the material ladder: shown, but counted apart.
    package var isApart: Bool
}

/// A box to tick (*activiteit*).
package struct Activity: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var theme: Theme.ID
    package var step: LadderStep
    /// As the company says it: "We …".
    package var text: Text
    /// On the printed sheet; the rest is behind "more".
    package var isCore: Bool
}

package struct Succession: Codable, Hashable, Sendable {
    package var old: Activity.ID
    package var new: Activity.ID?

    package init(old: Activity.ID, new: Activity.ID?) {
        self.old = old
        self.new = new
    }
}

/// A step of the ladder of circularity (*R-ladder*) in the form of PBL, best first.
package enum LadderStep: String, Codable, Hashable, Comparable, Sendable, CaseIterable {
    case r0 = "R0", r1 = "R1", r2 = "R2", r3 = "R3", r4 = "R4", r5 = "R5", r6 = "R6", r7 = "R7", r8 = "R8", r9 = "R9"

    /// The same step in the form of RVO, 1 to 6.
    package var rvo: Int {
        switch self {
        case .r0, .r1: 1
        case .r2: 2
        case .r3: 3
        case .r4, .r5, .r6, .r7: 4
        case .r8: 5
        case .r9: 6
        }
    }

    /// 0 to 9.
    package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: LadderStep, right: LadderStep) -> Bool { left.rawValue < right.rawValue }
}

/// A step of the ladder with the word that is used on the shop floor.
package struct LadderRung: Codable, Equatable, Sendable {
    package var step: LadderStep
    /// The scholarly word: "Refuse", "Rethink".
    package var term: String
    /// The word in a metal shop: "weglaten".
    package var word: Text
    package var explanation: Text
}
