import Kernel
import Markup
import Programmes
import Registers
import Spreadsheet

extension RegisterProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .registerNotFound: Text(nl: "Dit register is er niet.", en: "There is no such register.")
        case .itemNotFound: Text(nl: "Dit staat niet in het register.", en: "This is not in the register.")
        case .notKeeper:
            Text(
                nl: "Uw organisatie houdt dit register niet bij. Vraag de trekker, of de projectleider.",
                en: "Your organisation does not keep this register. Ask the lead, or the project leader."
            )
        case .moveNotAllowed:
            Text(
                nl: "Zo kan de stand niet veranderen. Kies een andere, of vraag de trekker.",
                en: "The state cannot change like that. Choose another, or ask the lead."
            )
        case .tooManyProposals:
            Text(
                nl: "Er wachten nu te veel meldingen. Probeer het over een paar dagen opnieuw.",
                en: "Too many reports are waiting now. Try again in a few days."
            )
        case .notProposed: Text(nl: "Hierover is al besloten.", en: "This was decided on already.")
        case .fileNotFound:
            Text(
                nl: "Dit bestand is er niet meer. Kijk in het register of er een ander is.",
                en: "This file is not here any more. See in the register whether there is another."
            )
        }
    }
}

/// An issue at the field of a form.
struct RegisterIssue: ExplainedIssue {
    let field: String
    let explanation: Text

    init(field: String, explanation: Text) {
        (self.field, self.explanation) = (field, explanation)
    }

    init(_ issue: InvalidItem.Issue, in register: Register) {
        field = issue.field?.input ?? "formulier"
        let name = issue.field.flatMap(register.field)?.name
        explanation = (name.map { $0 + Text(same: ": ") } ?? Text(same: "")) + issue.fault.explanation
    }
}

extension InvalidItem: ExplainedProblem {
    var explanation: Text { issues.map(\.fault.explanation).reduce(Text(same: "")) { $0 + $1 + Text(same: " ") } }
}

extension InvalidItem.Fault {
    var explanation: Text {
        switch self {
        case .missing: Text(nl: "Vul dit in.", en: "Fill this in.")
        case .tooLong(let limit):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        case .notANumber: Text(nl: "Vul een getal in, zoals 12,5.", en: "Fill in a number, such as 12.5.")
        case .notMoney: Text(nl: "Vul een bedrag in, zoals 1250,00.", en: "Fill in an amount, such as 1250.00.")
        case .notADay: Text(nl: "Vul een dag in, zoals 2026-05-31.", en: "Fill in a day, such as 2026-05-31.")
        case .endsBeforeItStarts: Text(nl: "Het eind ligt voor het begin.", en: "The end is before the start.")
        case .notAnOption(let text):
            Text(nl: "“\(text)” is geen van de keuzes.", en: "“\(text)” is none of the options.")
        case .onlyOne: Text(nl: "Kies er één.", en: "Choose one.")
        case .notALink: Text(nl: "Begin met https://.", en: "Start with https://.")
        case .notACompanyNumber: Text(nl: "Een KvK-nummer heeft acht cijfers.", en: "A KvK number has eight digits.")
        case .notAContact:
            Text(
                nl: "Vul een e-mailadres of een telefoonnummer in.",
                en: "Fill in an e-mail address or a telephone number."
            )
        case .changedMeanwhile(let name):
            Text(
                nl:
                    "\(name.isEmpty ? "Iemand" : name) heeft dit ondertussen veranderd. Kijk of uw gegevens nog kloppen en "
                    + "bewaar opnieuw.",
                en:
                    "\(name.isEmpty ? "Somebody" : name) changed this meanwhile. See whether what you filled in is still "
                    + "right, and save again."
            )
        }
    }
}

extension RegisterImport.Fault {
    func explanation(in register: Register) -> Text {
        switch self {
        case .field(let code, let fault):
            (register.field(code)?.name ?? Text(same: code.description)) + Text(same: ": ") + fault.explanation
        case .sameAs(let line): Text(nl: "Hetzelfde als regel \(line).", en: "The same as line \(line).")
        case .unknownNumber(let text):
            Text(nl: "Nummer “\(text)” staat niet in het register.", en: "Number “\(text)” is not in the register.")
        case .unknownState(let text): Text(nl: "“\(text)” is geen stand.", en: "“\(text)” is not a state.")
        case .stateNotAllowed(let text):
            Text(nl: "Naar “\(text)” kan het van hier niet.", en: "It cannot go to “\(text)” from here.")
        case .flaw(.unclosedQuote):
            Text(nl: "Een aanhalingsteken gaat open en niet dicht.", en: "A quotation mark opens and does not close.")
        case .flaw(.cellTooLong): Text(nl: "Een cel is te lang.", en: "A cell is too long.")
        case .flaw(.tooManyCells): Text(nl: "Er zijn te veel cellen.", en: "There are too many cells.")
        }
    }
}

extension RegisterPairDecision.Answer {
    var name: Text {
        switch self {
        case .asked: Text(nl: "gevraagd", en: "asked")
        case .asksAgreed: Text(nl: "de vrager zei ja", en: "who asks said yes")
        case .offersAgreed: Text(nl: "de aanbieder zei ja", en: "who offers said yes")
        case .bothAgreed: Text(nl: "allebei ja", en: "both yes")
        case .refused: Text(nl: "past niet", en: "does not fit")
        }
    }

    var look: String {
        switch self {
        case .asked, .asksAgreed, .offersAgreed: "busy"
        case .bothAgreed: "done"
        case .refused: "plain"
        }
    }
}
