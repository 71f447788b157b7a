package import Fieldwork
package import Kernel
package import Programmes

/// What is told of companies in a publication (*vraag*): one answer of each.
package enum Question: Hashable, Sendable {
    case doing(Activity.ID)
    case ambition(Activity.ID)
    /// Does, or wants, anything of a theme.
    case themeDoing(Theme.ID)
    case themeAmbition(Theme.ID)
    case stepDoing(LadderStep)
    case stepAmbition(LadderStep)
    /// What share of what applies to it a company does.
    case circularity
    case need(SupportNeedKind.ID)
    /// Whether the company was referred by the publication after the first one in which it counts. Later it no longer
    /// changes, so it can be told of the same companies at any time.
    case referred

    package static let yes = "yes", no = "no"
    /// Bounds of shares in percent: from the first, to the second. Few and wide, since a group in which nobody is, is hidden.
    package static let classes = ["0-20", "20-40", "40-100"]

    package var code: String {
        switch self {
        case .doing(let activity): "doing.\(activity)"
        case .ambition(let activity): "ambition.\(activity)"
        case .themeDoing(let theme): "theme-doing.\(theme)"
        case .themeAmbition(let theme): "theme-ambition.\(theme)"
        case .stepDoing(let step): "step-doing.\(step.rawValue)"
        case .stepAmbition(let step): "step-ambition.\(step.rawValue)"
        case .circularity: "circularity"
        case .need(let need): "need.\(need)"
        case .referred: "referred"
        }
    }

    /// What can be answered.
    package var values: [String] { self == .circularity ? Self.classes : [Self.yes, Self.no] }

    /// Everything that is asked in a programme, in the order in which it is shown.
    package static func all(of programme: Programme) -> [Question] {
        let steps = LadderStep.allCases.filter { step in programme.sheet.activities.contains { $0.step == step } }
        return [.circularity]
            + programme.sheet.themes.flatMap { [.themeDoing($0.code), .themeAmbition($0.code)] }
            + steps.flatMap { [.stepDoing($0), .stepAmbition($0)] }
            + programme.sheet.activities.flatMap { [.doing($0.code), .ambition($0.code)] }
            + programme.needs.map { .need($0.code) } + [.referred]
    }
}

extension Question {
    /// What is told of a company as soon as it counts; whether it was referred comes one publication later.
    package static func asked(of programme: Programme) -> [Question] { all(of: programme).filter { $0 != .referred } }
}

/// What is known of a company that was measured, as far as it is published.
package struct MeasuredCompany: Sendable {
    package let company: Company.ID
    package let municipality: AreaCode?
    package let sector: Sector.ID?
    package let size: SizeClass?
    /// What it said the first time, on the sheet of today.
    package let answers: SheetAnswers
    package let needs: Set<SupportNeedKind.ID>
    package let isReferred: Bool

    package init(
        company: Company.ID,
        municipality: AreaCode?,
        sector: Sector.ID?,
        size: SizeClass?,
        answers: SheetAnswers,
        needs: Set<SupportNeedKind.ID>,
        isReferred: Bool
    ) {
        self.company = company
        self.municipality = municipality
        self.sector = sector
        self.size = size
        self.answers = answers
        self.needs = needs
        self.isReferred = isReferred
    }

    /// Its answer to each question.
    package func answers(to questions: [Question], on sheet: TalkSheet) -> [String: String] {
        let themes = { (marks: Set<Activity.ID>) in Set(marks.compactMap { sheet.activity($0)?.theme }) }
        let steps = { (marks: Set<Activity.ID>) in Set(marks.compactMap { sheet.activity($0)?.step }) }
        let (doing, wanted) = (answers.doing, answers.ambition)
        let (doingThemes, wantedThemes) = (themes(doing), themes(wanted))
        let (doingSteps, wantedSteps) = (steps(doing), steps(wanted))
        return questions.reduce(into: [:]) { result, question in
            let isYes: Bool
            switch question {
            case .doing(let activity): isYes = doing.contains(activity)
            case .ambition(let activity): isYes = wanted.contains(activity)
            case .themeDoing(let theme): isYes = doingThemes.contains(theme)
            case .themeAmbition(let theme): isYes = wantedThemes.contains(theme)
            case .stepDoing(let step): isYes = doingSteps.contains(step)
            case .stepAmbition(let step): isYes = wantedSteps.contains(step)
            case .need(let need): isYes = needs.contains(need)
            case .referred: isYes = isReferred
            case .circularity:
                let share = SheetResult(sheet: sheet, answers: answers).total.share ?? 0
                result[question.code] = Question.classes[min(2, Int(share * 5))]
                return
            }
            result[question.code] = isYes ? Question.yes : Question.no
        }
    }
}
