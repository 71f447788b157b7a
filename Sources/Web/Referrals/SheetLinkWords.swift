import Kernel
import Referrals

extension SheetLinkProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(nl: "Deze link is er niet.", en: "There is no such link.")
        case .doesNotWork:
            Text(
                nl: "Deze link werkt niet (meer). Vraag uw adviseur om een nieuwe.",
                en: "This link does not work (any more). Ask your adviser for a new one."
            )
        case .conversationNotHeld:
            Text(
                nl: "Rond eerst het gesprek af. Daarna is er een eigen praatplaat.",
                en: "Finish the conversation first. Then there is a sheet of their own."
            )
        }
    }
}

extension InvalidSheetLink: ExplainedProblem {
    var explanation: Text {
        Text(nl: "De link is nog niet gemaakt.", en: "The link was not made yet.")
    }
}

extension InvalidSheetLink.Issue: ExplainedIssue {
    var field: String { "tot" }

    var explanation: Text {
        switch self {
        case .endUnreadable: Text(nl: "Vul een dag in, zoals 2027-03-20.", en: "Fill in a day, such as 2027-03-20.")
        case .endInPast: Text(nl: "De link moet nog een tijd werken.", en: "The link must work for a while.")
        case .endTooFar: Text(nl: "Kies een dag binnen drie jaar.", en: "Choose a day within three years.")
        }
    }
}
