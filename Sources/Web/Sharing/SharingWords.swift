import Kernel
import Markup
import Programmes
import Sharing

extension Addresses {
    static let sharing = Address("/werk/{programme}/delen")
    static let sharingAgreement = Address("/werk/{programme}/delen/{share}")
}

extension ShareKind {
    var title: Text {
        switch self {
        case .visits: Text(nl: "Bedrijfsbezoeken", en: "Company visits")
        case .sessions: Text(nl: "Sessies", en: "Sessions")
        case .companies: Text(nl: "Bedrijven", en: "Companies")
        }
    }

    /// What goes over, and what does not.
    var explanation: Text {
        switch self {
        case .visits:
            Text(
                nl:
                    "Wat overgaat: hoeveel bedrijven er zijn bezocht, en in hoeveel gemeenten. Niet welk bedrijf, en niets "
                    + "van het gesprek.",
                en:
                    "What goes over: how many companies were visited, and in how many municipalities. Not which company, "
                    + "and nothing of the conversation."
            )
        case .sessions:
            Text(
                nl: "Wat overgaat: hoeveel sessies er waren, in welke gemeente en wanneer. Niet wie er kwam.",
                en: "What goes over: how many sessions there were, in which municipality and when. Not who came."
            )
        case .companies:
            Text(
                nl:
                    "Wat overgaat: naam en KvK-nummer van bedrijven. Het bedrijf blijft bewaard waar het vandaan komt; wat "
                    + "daar wordt verbeterd of gewist, is dat ook hier. Niet of er een gesprek was, en niet wat er is gezegd.",
                en: "What goes over: name and KvK number of companies. A company stays where it comes from; what is "
                    + "corrected or erased there is so here. Not whether there was a conversation, nor what was said."
            )
        }
    }

    func amount(_ count: Int) -> Text {
        switch self {
        case .visits:
            count == 1
                ? Text(nl: "1 bedrijfsbezoek", en: "1 company visit")
                : Text(nl: "\(count) bedrijfsbezoeken", en: "\(count) company visits")
        case .sessions:
            count == 1 ? Text(nl: "1 sessie", en: "1 session") : Text(nl: "\(count) sessies", en: "\(count) sessions")
        case .companies:
            count == 1
                ? Text(nl: "1 bedrijf", en: "1 company") : Text(nl: "\(count) bedrijven", en: "\(count) companies")
        }
    }
}

extension ShareState.Standing {
    var name: Text {
        switch self {
        case .inForce: Text(nl: "wordt gedeeld", en: "is shared")
        case .waitsForUs, .waitsForThem: Text(nl: "wordt niet gedeeld", en: "is not shared")
        case .undeclared: Text(nl: "klopt niet", en: "does not fit")
        }
    }

    var look: String {
        switch self {
        case .inForce: "done"
        case .waitsForUs, .waitsForThem: "plain"
        case .undeclared: "attention"
        }
    }
}

extension InvalidShare.Issue: ExplainedIssue {
    var field: String { "waarom" }

    var explanation: Text {
        switch self {
        case .reasonMissing:
            Text(
                nl: "Schrijf op waarom u stopt; het andere programma leest dat.",
                en: "Write why you stop; the other programme reads it."
            )
        case .reasonTooLong(let limit):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        }
    }
}

extension ShareProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Deze afspraak is er niet.", en: "There is no such agreement.")
        case .notDeclared:
            Text(
                nl: "De pakketten van beide programma's zeggen niet hetzelfde. Laat ze eerst gelijk maken.",
                en: "The packs of the two programmes do not say the same. Have that mended first."
            )
        }
    }
}

/// What another programme did that counts here.
struct SharedWorkLine: Component {
    let work: SharedWork

    var body: HTML {
        p(.class("small shared")) {
            Text(nl: "Telt mee: ", en: "Counts too: ")
            work.kind.amount(work.count)
            Text(
                nl: " in \(work.municipalities == 1 ? "1 gemeente" : "\(work.municipalities) gemeenten"), van ",
                en: " in \(work.municipalities == 1 ? "1 municipality" : "\(work.municipalities) municipalities"), of "
            )
            work.sourceName
            "."
        }
    }
}
