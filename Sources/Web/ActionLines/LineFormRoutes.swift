import Foundation
import Hummingbird
import Kernel
import Programmes

/// Adding lines and themes to an action plan.
struct LineFormRoutes {
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.newLine.route, use: new)
        router.post(Addresses.newLine.route, use: add)
        router.get(Addresses.changeLine.route, use: edit)
        router.post(Addresses.changeLine.route, use: change)
    }

    /// Who may, before anything of the form is read.
    private func team(_ context: AppContext) async throws -> (visit: Visit, plan: ActionPlan) {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.updateActions, in: visit.programme.id)
        guard let plan = visit.programme.actionPlan else { throw ProgrammeProblem.notFound }
        guard visit.principal.mayUpdateAll(in: visit.programme.id) else { throw PlanProblem.notTeam }
        return (visit, plan)
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, plan) = try await team(context)
        return try LineFormPage(programme: visit.programme, plan: plan, line: nil, form: LineForm())
            .response(from: request, context: visit.context)
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, plan) = try await team(context)
        let form = LineForm(try await request.fields(context))
        do {
            let code = try await programmes.addLine(form, to: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.actionLine.path(visit.programme.id, code))
        } catch let invalid as InvalidLine {
            var page = LineFormPage(programme: visit.programme, plan: plan, line: nil, form: form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func line(_ visit: Visit, in plan: ActionPlan) throws -> ActionLine {
        let code: ActionLine.ID = try visit.context.parameter("line")
        guard let line = plan.line(code) else { throw PlanProblem.lineNotFound }
        guard line.addedOn != nil else { throw PlanProblem.lineOfPack }
        return line
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, plan) = try await team(context)
        let line = try line(visit, in: plan)
        return try LineFormPage(programme: visit.programme, plan: plan, line: line, form: LineForm(line))
            .response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, plan) = try await team(context)
        let line = try line(visit, in: plan)
        var form = LineForm(try await request.fields(context))
        form.theme = line.theme.description
        do {
            try await programmes.changeLine(line.code, form, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.actionLine.path(visit.programme.id, line.code))
        } catch let invalid as InvalidLine {
            var page = LineFormPage(programme: visit.programme, plan: plan, line: line, form: form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }
}

extension InvalidLine.Issue: ExplainedIssue {
    var field: String {
        switch place {
        case .theme: "thema"
        case .themeName: "thema-naam"
        case .themeAmbition: "thema-ambitie"
        case .name: "naam"
        case .englishName: "naam-engels"
        case .purpose: "doel"
        case .contributes: "brengt"
        case .firstYear: "van"
        case .lastYear: "tot"
        case .leads: "trekkers"
        case .sectors: "sectoren"
        case .step(let row): "stap-\(row)"
        case .result(let row): "resultaat-\(row)"
        case .count(let row): "hoeveel-\(row)"
        case .due(let row): "uiterlijk-\(row)"
        }
    }

    var explanation: Text {
        switch fault {
        case .missing:
            switch place {
            case .theme: Text(nl: "Kies een thema.", en: "Choose a theme.")
            case .leads: Text(nl: "Kies ten minste één trekker.", en: "Choose at least one lead.")
            case .sectors: Text(nl: "Kies ten minste één sector.", en: "Choose at least one sector.")
            case .step: Text(nl: "Schrijf ten minste één stap op.", en: "Write down at least one step.")
            case .result: Text(nl: "Schrijf op wat u belooft.", en: "Write what you promise.")
            default: Text(nl: "Vul dit in.", en: "Fill this in.")
            }
        case .notAYear: Text(nl: "Vul een jaar van het programma in.", en: "Fill in a year of the programme.")
        case .endsBeforeItStarts: Text(nl: "Dit is voor het eerste jaar.", en: "This is before the first year.")
        case .notANumber:
            Text(nl: "Vul een heel getal in, van 1 tot 1000000.", en: "Fill in a whole number, from 1 to 1000000.")
        case .notADay: Text(nl: "Vul een dag in, zoals 2026-05-31.", en: "Fill in a day, such as 2026-05-31.")
        case .tooLong(let limit): Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        case .outsideLine:
            Text(
                nl: "Deze dag valt buiten de jaren van de actielijn.",
                en: "This day is outside the years of the line."
            )
        }
    }
}

extension PlanProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .lineNotFound: Text(nl: "Deze actielijn is er niet.", en: "There is no such action line.")
        case .notTeam:
            Text(
                nl: "Alleen het programmateam voegt actielijnen toe.",
                en: "Only the programme team adds action lines."
            )
        case .lineOfPack:
            Text(
                nl: "Deze actielijn hoort bij het vastgestelde plan, en wordt in het programmapakket gewijzigd.",
                en: "This action line is part of the plan as decided, and is changed in the programme pack."
            )
        }
    }
}
