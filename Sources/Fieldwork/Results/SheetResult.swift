package import Programmes

/// How circular a company is, counted from its ticks (*uitslag*). Nothing is weighed and nothing is estimated: each
/// number is a count that can be checked on the sheet.
package struct SheetResult: Equatable, Sendable {
    /// A number of activities, by what was ticked.
    package struct Count: Equatable, Sendable {
        package var doing = 0
        package var ambition = 0
        /// An ambition beside something that is done already: it wants more of it.
        package var both = 0
        package var notApplicable = 0
        package var unknown = 0
        /// Everything that is counted, also what is not applicable.
        package var counted = 0

        package init() {}

        package var applicable: Int { counted - notApplicable }
        /// Ambitions that are not done yet.
        package var wanted: Int { ambition - both }
        /// What has no tick at all, so "no".
        package var no: Int { applicable - doing - wanted - unknown }
        /// Doing ÷ applicable; `nil` when nothing is applicable.
        package var share: Double? { applicable == 0 ? nil : Double(doing) / Double(applicable) }
        package var ambitionShare: Double? { applicable == 0 ? nil : Double(ambition) / Double(applicable) }
    }

    package struct ThemeCount: Equatable, Sendable {
        package let theme: Theme
        package let count: Count
    }

    package struct StepCount: Equatable, Sendable {
        package let step: LadderStep
        package let count: Count
    }

    package struct LevelCount: Equatable, Sendable {
        /// 1 to 6, in the form of RVO.
        package let level: Int
        package let steps: [LadderStep]
        package let count: Count
    }

    /// Of the whole sheet. Its `doing` is the degree of circularity, as the project plan defines it.
    package let total: Count
    /// What stands on the material ladder.
    package let material: Count
    /// Energy and building: shown, but no part of the ladder.
    package let apart: Count
    /// In the order of the sheet, those that stand apart too.
    package let themes: [ThemeCount]
    /// The ladder in the form of PBL, all ten steps, best first; without what stands apart.
    package let steps: [StepCount]
    /// The same in the form of RVO.
    package let levels: [LevelCount]

    package init(sheet: TalkSheet, answers: SheetAnswers) {
        var total = Count()
        var apart = Count()
        var material = Count()
        var byTheme: [Theme.ID: Count] = [:]
        var byStep: [LadderStep: Count] = [:]
        let themesApart = Set(sheet.themes.filter(\.isApart).map(\.code))
        for activity in sheet.activities where answers.counts(activity) {
            total.add(activity, answers)
            byTheme[activity.theme, default: Count()].add(activity, answers)
            if themesApart.contains(activity.theme) {
                apart.add(activity, answers)
            } else {
                material.add(activity, answers)
                byStep[activity.step, default: Count()].add(activity, answers)
            }
        }
        self.total = total
        self.material = material
        self.apart = apart
        themes = sheet.themes.map { ThemeCount(theme: $0, count: byTheme[$0.code] ?? Count()) }
        let steps = LadderStep.allCases.map { StepCount(step: $0, count: byStep[$0] ?? Count()) }
        self.steps = steps
        levels = (1...6).map { level in
            let own = steps.filter { $0.step.rvo == level }
            return LevelCount(level: level, steps: own.map(\.step), count: own.map(\.count).reduce(Count(), +))
        }
    }
}

extension SheetAnswers {
    /// Whether an activity is counted: it is on the printed sheet, or it is one of the others and something was said
    /// about it. So what was not talked about counts against nobody.
    package func counts(_ activity: Activity) -> Bool {
        activity.isCore || doing.contains(activity.code) || ambition.contains(activity.code)
            || notApplicable.contains(activity.code) || unknown.contains(activity.code)
    }
}

extension SheetResult.Count {
    fileprivate mutating func add(_ activity: Activity, _ answers: SheetAnswers) {
        let (does, wants) = (answers.doing.contains(activity.code), answers.ambition.contains(activity.code))
        counted += 1
        if does { doing += 1 }
        if wants { ambition += 1 }
        if does, wants { both += 1 }
        if answers.notApplicable.contains(activity.code) { notApplicable += 1 }
        if answers.unknown.contains(activity.code) { unknown += 1 }
    }

    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.doing += right.doing
        sum.ambition += right.ambition
        sum.both += right.both
        sum.notApplicable += right.notApplicable
        sum.unknown += right.unknown
        sum.counted += right.counted
        return sum
    }
}
