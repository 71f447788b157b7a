import ActionLines
import Kernel
import Markup
import Programmes

extension Addresses {
    static let actionPlan = Address("/werk/{programme}/actieplan")
    static let actionPlanGround = Address("/werk/{programme}/actieplan/achtergrond")
    static let lineRelease = Address("/werk/{programme}/actieplan/lijn/{line}/openbaar")
    static let publicPlan = Address("/voortgang/{programme}")
    static let actionPlanPrint = Address("/werk/{programme}/actieplan/stand.pdf")
    static let newLine = Address("/werk/{programme}/actieplan/nieuwe-lijn")
    static let changeLine = Address("/werk/{programme}/actieplan/lijn/{line}/wijzigen")
    static let actionLine = Address("/werk/{programme}/actieplan/lijn/{line}")
}

extension LineStatus {
    var name: Text {
        switch self {
        case .onCourse: Text(nl: "op koers", en: "on course")
        case .attention: Text(nl: "vraagt aandacht", en: "needs attention")
        case .stuck: Text(nl: "zit vast", en: "stuck")
        case .done: Text(nl: "klaar", en: "done")
        }
    }

    /// The class of its badge.
    var look: String {
        switch self {
        case .onCourse: "busy"
        case .attention: "attention"
        case .stuck: "stuck"
        case .done: "done"
        }
    }
}

extension StepState {
    var name: Text {
        switch self {
        case .open: Text(nl: "nog niet begonnen", en: "not begun")
        case .doing: Text(nl: "bezig", en: "being done")
        case .done: Text(nl: "klaar", en: "done")
        }
    }

    var look: String {
        switch self {
        case .open: "plain"
        case .doing: "busy"
        case .done: "done"
        }
    }
}

extension Evidence {
    var name: Text {
        switch self {
        case .said: Text(nl: "gezegd", en: "said")
        case .seen: Text(nl: "gezien", en: "seen")
        case .documented: Text(nl: "vastgelegd", en: "written down")
        }
    }
}

extension GovernanceBody.Part {
    var name: Text {
        switch self {
        case .decides: Text(nl: "besluit", en: "decides")
        case .prepares: Text(nl: "bereidt voor", en: "prepares")
        case .advises: Text(nl: "geeft raad", en: "advises")
        case .coordinates: Text(nl: "houdt bij elkaar", en: "coordinates")
        case .carries: Text(nl: "voert uit", en: "carries out")
        case .leads: Text(nl: "trekt", en: "leads")
        }
    }
}

extension ActionProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .lineNotFound: Text(nl: "Deze actielijn is er niet.", en: "There is no such action line.")
        case .notLead:
            Text(
                nl: "Uw organisatie trekt deze actielijn niet. Vraag de trekker, of de projectleider.",
                en: "Your organisation does not lead this action line. Ask the lead, or the project leader."
            )
        }
    }
}

extension InvalidUpdate.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .statusMissing: "stand"
        case .missing(let field), .tooLong(let field, _): field.input
        case .numberUnreadable(let code): "resultaat-\(code)"
        case .dayUnreadable(let code): "klaar-\(code)"
        case .ownerTooLong(let code, _): "wie-\(code)"
        }
    }

    var explanation: Text {
        switch self {
        case .statusMissing: Text(nl: "Kies hoe de lijn ervoor staat.", en: "Choose how the line stands.")
        case .missing(.why):
            Text(nl: "Schrijf kort op waarom het zo staat.", en: "Write briefly why it stands like that.")
        case .missing(.ask):
            Text(nl: "Schrijf op wat er nodig is.", en: "Write what is needed.")
        case .missing(.askedOf):
            Text(nl: "Schrijf op wie dat kan doen.", en: "Write who can do that.")
        case .missing(.words):
            Text(nl: "Schrijf op wat iedereen mag lezen.", en: "Write what everybody may read.")
        case .missing(.source):
            Text(nl: "Schrijf op waar het staat.", en: "Write where it can be found.")
        case .tooLong(_, let limit), .ownerTooLong(_, let limit):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        case .numberUnreadable:
            Text(nl: "Vul een heel getal in, van 0 tot 1000000.", en: "Fill in a whole number, from 0 to 1000000.")
        case .dayUnreadable:
            Text(nl: "Vul een dag in, zoals 2026-05-31.", en: "Fill in a day, such as 2026-05-31.")
        }
    }
}

extension InvalidUpdate.Field {
    fileprivate var input: String {
        switch self {
        case .why: "waarom"
        case .ask: "vraag"
        case .askedOf: "aan-wie"
        case .source: "bron"
        case .words: "openbaar"
        }
    }
}
