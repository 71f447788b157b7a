import Governance
import Kernel
import Markup
import Programmes

extension Addresses {
    static let governance = Address("/werk/{programme}/overleg")
    static let newMeeting = Address("/werk/{programme}/overleg/nieuw")
    static let meeting = Address("/werk/{programme}/overleg/{meeting}")
    static let changeMeeting = Address("/werk/{programme}/overleg/{meeting}/wijzigen")
    static let meetingPapers = Address("/werk/{programme}/overleg/{meeting}/stukken.pdf")
    static let addToAgenda = Address("/werk/{programme}/overleg/{meeting}/agenda")
    static let removeFromAgenda = Address("/werk/{programme}/overleg/{meeting}/agenda/{item}/weg")
    static let putEarlier = Address("/werk/{programme}/overleg/{meeting}/agenda/{item}/eerder")
    static let agendaPapers = Address("/werk/{programme}/overleg/{meeting}/agenda/{item}/stukken")
    static let agendaPaper = Address("/werk/{programme}/overleg/{meeting}/stukken/{file}")
    static let eraseAgendaPaper = Address("/werk/{programme}/overleg/{meeting}/stukken/{file}/weg")
    static let takeDecision = Address("/werk/{programme}/overleg/{meeting}/besluit")
    static let agreePoint = Address("/werk/{programme}/overleg/{meeting}/actiepunt")
    static let closePoint = Address("/werk/{programme}/actiepunten/{point}/klaar")
    static let bodyMembers = Address("/werk/{programme}/leden")
    static let endMembership = Address("/werk/{programme}/leden/{member}/einde")
}

extension AgendaItem.Kind {
    var name: Text {
        switch self {
        case .inform: Text(nl: "ter informatie", en: "for information")
        case .discuss: Text(nl: "bespreken", en: "to discuss")
        case .decide: Text(nl: "besluiten", en: "to decide")
        }
    }
}

extension InvalidGovernance.Issue: ExplainedIssue {
    var field: String { place.input }

    var explanation: Text {
        switch (place, fault) {
        case (.body, _): Text(nl: "Kies een overleg.", en: "Choose a body.")
        case (.kind, _): Text(nl: "Kies wat er met dit punt gebeurt.", en: "Choose what is done with this item.")
        case (.title, .missing): Text(nl: "Schrijf op waar het over gaat.", en: "Write what it is about.")
        case (.words, .missing):
            Text(nl: "Schrijf op wat is besloten of afgesproken.", en: "Write what was decided or agreed.")
        case (.owner, .missing): Text(nl: "Schrijf op wie het doet.", en: "Write who does it.")
        case (.name, .missing): Text(nl: "Vul de naam in.", en: "Fill in the name.")
        case (.outcome, .missing): Text(nl: "Schrijf kort op wat het opleverde.", en: "Write briefly what came of it.")
        case (.supersedes, .supersededAlready):
            Text(
                nl: "Dit besluit is al vervangen. Vul het nummer van het nieuwste in.",
                en: "Another decision took the place of this one already. Fill in the number of the newest."
            )
        case (.supersedes, _):
            Text(nl: "Er is geen besluit met dit nummer.", en: "There is no decision with this number.")
        case (_, .notADay): Text(nl: "Vul een dag in, zoals 2026-05-31.", en: "Fill in a day, such as 2026-05-31.")
        case (_, .endsBeforeItStarts): Text(nl: "Het eind ligt voor het begin.", en: "The end is before the start.")
        case (_, .tooLong(let limit)):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        default: Text(nl: "Vul dit in.", en: "Fill this in.")
        }
    }
}

extension InvalidGovernance.Field {
    var input: String {
        switch self {
        case .body: "overleg"
        case .day: "dag"
        case .place: "plaats"
        case .kind: "wat"
        case .title: "onderwerp"
        case .words: "tekst"
        case .line: "lijn"
        case .result: "resultaat"
        case .payer: "betaler"
        case .informed: "horen"
        case .supersedes: "vervangt"
        case .owner: "wie"
        case .due: "uiterlijk"
        case .name: "naam"
        case .organisation: "organisatie"
        case .since: "vanaf"
        case .until: "tot"
        case .outcome: "opbrengst"
        }
    }
}

extension GovernanceProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .meetingNotFound: Text(nl: "Deze vergadering is er niet.", en: "There is no such meeting.")
        case .itemNotFound:
            Text(
                nl: "Dit punt staat niet meer op de agenda. Kijk op de pagina van de vergadering.",
                en: "This item is not on the agenda any more. See the page of the meeting."
            )
        case .paperNotFound:
            Text(
                nl: "Dit stuk is er niet meer. Kijk op de pagina van de vergadering.",
                en: "This paper is not here any more. See the page of the meeting."
            )
        case .tooManyPapers:
            Text(
                nl: "Bij dit punt staan al \(Governances.paperLimit) stukken. Wis er eerst een.",
                en: "This item has \(Governances.paperLimit) papers already. Erase one first."
            )
        case .pointNotFound: Text(nl: "Dit actiepunt is er niet.", en: "There is no such action point.")
        case .memberNotFound: Text(nl: "Dit lid is er niet.", en: "There is no such member.")
        case .closedAlready: Text(nl: "Dit actiepunt was al klaar.", en: "This action point was done already.")
        case .meetingIsOver:
            Text(
                nl: "Deze vergadering is geweest: wat op de agenda stond, blijft erop staan.",
                en: "This meeting has been held: what was on the agenda stays on it."
            )
        case .notSecretary:
            Text(
                nl: "Alleen wie het programma leidt, legt vast wat een overleg besluit.",
                en: "Only who leads the programme writes down what a body decides."
            )
        }
    }
}

extension ActionPlan {
    func bodyName(_ code: GovernanceBody.ID) -> Text {
        bodies.first { $0.code == code }?.name ?? Text(same: code.description)
    }
}

extension InvalidGovernance: ExplainedProblem {
    var explanation: Text { issues.map(\.explanation).reduce(Text(same: "")) { $0 + $1 + Text(same: " ") } }
}
