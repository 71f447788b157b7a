import Governance
import Kernel
import Markup
import Programmes

extension Addresses {
    static let yearPlans = Address("/werk/{programme}/jaarplannen/{year}")
    static let yearPlan = Address("/werk/{programme}/jaarplannen/{year}/{line}")
    static let writeYearPlan = Address("/werk/{programme}/jaarplannen/{year}/{line}/schrijven")
    static let yearPlanStep = Address("/werk/{programme}/jaarplannen/{year}/{line}/stap")
}

extension YearPlan.State {
    var name: Text {
        switch self {
        case .draft: Text(nl: "concept", en: "draft")
        case .proposed: Text(nl: "voorgesteld", en: "proposed")
        case .discussed: Text(nl: "besproken", en: "discussed")
        case .decided: Text(nl: "vastgesteld", en: "decided")
        case .returned: Text(nl: "terug naar de trekker", en: "back to the lead")
        }
    }

    var look: String {
        switch self {
        case .draft: "plain"
        case .proposed, .discussed: "busy"
        case .decided: "done"
        case .returned: "attention"
        }
    }

    /// Who does something next.
    var next: Text {
        switch self {
        case .draft: Text(nl: "De trekker stelt het voor.", en: "The lead proposes it.")
        case .proposed: Text(nl: "Het programmateam bespreekt het.", en: "The programme team talks about it.")
        case .discussed: Text(nl: "Het bestuurlijk overleg beslist.", en: "The administrative meeting decides.")
        case .decided: Text(nl: "Dit plan geldt.", en: "This plan holds.")
        case .returned: Text(nl: "De trekker past het aan.", en: "The lead changes it.")
        }
    }
}

struct YearPlanBadge: Component {
    let state: YearPlan.State?

    var body: HTML {
        if let state {
            span(.class("badge \(state.look)")) { state.name }
        } else {
            span(.class("badge plain")) { Text(nl: "nog geen plan", en: "no plan yet") }
        }
    }
}

extension YearPlanStep {
    var button: Text {
        switch self {
        case .propose: Text(nl: "Stel voor aan het programmateam", en: "Propose to the programme team")
        case .withdraw: Text(nl: "Neem het voorstel terug", en: "Take the proposal back")
        case .discuss:
            Text(nl: "Besproken: naar het bestuurlijk overleg", en: "Discussed: to the administrative meeting")
        case .giveBack: Text(nl: "Terug naar de trekker", en: "Back to the lead")
        case .decide: Text(nl: "Vastgesteld", en: "Decided")
        }
    }
}

extension InvalidYearPlan.Place {
    var input: String {
        switch self {
        case .activity(let row): "activiteit-\(row)"
        case .owner(let row): "wie-\(row)"
        case .indicator(let row): "maat-\(row)"
        case .indicatorCount(let row): "aantal-\(row)"
        case .amount: "bedrag"
        case .funding: "dekking"
        case .remark: "opmerking"
        case .decision: "besluit"
        case .target(let result): "resultaat-\(result)"
        case .whole: "jaarplan"
        }
    }
}

extension InvalidYearPlan.Issue: ExplainedIssue {
    var field: String { place.input }

    var explanation: Text {
        switch fault {
        case .missing:
            switch place {
            case .activity: Text(nl: "Schrijf op wat u gaat doen.", en: "Write what you are going to do.")
            case .indicator: Text(nl: "Schrijf op wat er geteld wordt.", en: "Write what is counted.")
            case .funding: Text(nl: "Schrijf op wie het betaalt.", en: "Write who pays for it.")
            case .remark: Text(nl: "Schrijf op wat er anders moet.", en: "Write what has to be different.")
            default: Text(nl: "Vul dit in.", en: "Fill this in.")
            }
        case .notANumber:
            Text(nl: "Vul een heel getal in, van 0 tot 1000000.", en: "Fill in a whole number, from 0 to 1000000.")
        case .notAnAmount: Text(nl: "Vul een bedrag in, zoals 1250,50.", en: "Fill in an amount, such as 1250.50.")
        case .tooLong(let limit):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        case .noActivity:
            Text(
                nl: "Schrijf eerst ten minste één activiteit op.",
                en: "Write down at least one activity first."
            )
        case .noTarget:
            Text(
                nl: "Schrijf eerst op wat er aan het eind van het jaar is, als getal.",
                en: "Write down first what there is at the end of the year, as a number."
            )
        case .noSuchDecision:
            Text(
                nl: "Vul het nummer in van een besluit van het bestuurlijk overleg over deze actielijn, dat nog geldt.",
                en: "Fill in the number of a decision of the administrative meeting on this line that still holds."
            )
        case .changedMeanwhile(let name):
            Text(
                nl: "\(name) was u voor. Kijk wat er nu staat; bewaar daarna opnieuw als uw tekst moet blijven.",
                en: "\(name) was first. Look at what is there now; save again when your text is to stay."
            )
        }
    }
}

extension YearPlanProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .lineNotFound:
            Text(nl: "Deze actielijn is er niet in dit jaar.", en: "There is no such action line in this year.")
        case .outsideProgramme: Text(nl: "Dan loopt het programma niet.", en: "The programme does not run then.")
        case .notLead:
            Text(
                nl: "Uw organisatie trekt deze actielijn niet.",
                en: "Your organisation does not lead this action line."
            )
        case .notTeam: Text(nl: "Dit doet het programmateam.", en: "The programme team does this.")
        case .stepNotPossible:
            Text(
                nl: "Dat kan nu niet. Kijk hoe ver het jaarplan is.",
                en: "That is not possible now. Look how far the year plan is."
            )
        }
    }
}
