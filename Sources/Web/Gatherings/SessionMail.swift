import Fieldwork
import Gatherings
import Kernel
import Mail
import Programmes

/// Writes letters about sessions.
struct SessionMail: Sendable {
    /// What people type to get here.
    let publicAddress: String

    func content(_ letter: SessionLetter) -> MailContent {
        let language = letter.participant.language
        let link = publicAddress + (letter.token.map { Addresses.signUp.path($0) } ?? Addresses.publicSessions.path())
        let note = letter.note.map { Text(same: $0) }
        let paragraphs: [Text?] =
            switch letter.kind {
            case .invitation: [invitation, about(letter), facts(letter), note]
            case .link: [request, facts(letter)]
            case .placed: [placed, facts(letter)]
            case .waiting: [waiting, facts(letter)]
            case .promoted: [promoted, facts(letter)]
            case .moved: [moved, facts(letter)]
            case .cancelled: [cancelled, note]
            case .feedback: [feedback]
            }
        let name = letter.participant.name
        let greeting = Text(nl: "Beste \(name),", en: "Dear \(name),")
        let ending = Text(nl: "Met vriendelijke groet,\n", en: "Kind regards,\n") + letter.programme.name
        let linkText = letter.kind == .cancelled ? nil : Text(same: link)
        return MailContent(
            title: subject(letter)[language],
            paragraphs: ([greeting] + paragraphs + [linkText, ending]).compactMap { $0?[language] },
            link: link,
            button: button(letter.kind),
            language: language,
            calendar: letter.calendar.map { ICalendar.text([$0], name: "Karavaan") }
        )
    }

    private func subject(_ letter: SessionLetter) -> Text {
        let title = Text(same: letter.session.plan.title)
        return switch letter.kind {
        case .invitation: Text(nl: "Uitnodiging: ", en: "Invitation: ") + title
        case .link: Text(nl: "Aanmelden voor: ", en: "Sign up for: ") + title
        case .placed: Text(nl: "U komt: ", en: "You are coming: ") + title
        case .waiting: Text(nl: "Wachtlijst: ", en: "Waiting list: ") + title
        case .promoted: Text(nl: "Er is een plaats voor u: ", en: "There is a place for you: ") + title
        case .moved: Text(nl: "Gewijzigd: ", en: "Changed: ") + title
        case .cancelled: Text(nl: "Gaat niet door: ", en: "Does not take place: ") + title
        case .feedback: Text(nl: "Hoe was het? ", en: "How was it? ") + title
        }
    }

    private func button(_ kind: SessionLetter.Kind) -> Text {
        switch kind {
        case .invitation, .link: Text(nl: "Meld u aan", en: "Sign up")
        case .feedback: Text(nl: "Geef uw reactie", en: "Say how it was")
        case .placed, .waiting, .promoted, .moved, .cancelled:
            Text(nl: "Bekijk of meld u af", en: "See or leave")
        }
    }

    private func facts(_ letter: SessionLetter) -> Text {
        let plan = letter.session.plan
        let place = [plan.venue, plan.street].joined(separator: ", ")
        return Text(
            nl: "\(plan.title)\n\(Formats.long(plan.day, .dutch)), \(plan.start) tot \(plan.end) uur\n\(place)",
            en: "\(plan.title)\n\(Formats.long(plan.day, .english)), \(plan.start) to \(plan.end)\n\(place)"
        )
    }

    private func about(_ letter: SessionLetter) -> Text { Text(same: letter.session.plan.summary) }

    private let invitation = Text(
        nl: "Bedrijven uit de buurt vertellen elkaar wat bij hen werkt. We hebben u er graag bij.",
        en: "Companies nearby tell each other what works for them. We would like to have you there."
    )
    private let request = Text(
        nl: "U vroeg om een link om u aan te melden. Deed u dat niet? Dan hoeft u niets te doen.",
        en: "You asked for a link to sign up. Was it not you? Then you need not do anything."
    )
    private let placed = Text(
        nl: "U staat op de lijst: er is een plaats voor u. De afspraak zit bij deze mail. Kunt u toch niet? Meld u dan "
            + "af met de link, zodat een ander kan komen.",
        en:
            "You are on the list: there is a place for you. The appointment comes with this mail. Not able to come after "
            + "all? Then leave with the link, so that somebody else can come."
    )
    private let waiting = Text(
        nl: "Alle plaatsen zijn bezet. U staat op de wachtlijst. Komt er een plaats vrij, dan krijgt u die vanzelf en "
            + "hoort u het meteen. Wilt u niet meer? Meld u dan af met de link.",
        en: "All places are taken. You are on the waiting list. When a place comes free, it is yours by itself and you "
            + "hear so at once. Do you no longer want it? Then leave with the link."
    )
    private let promoted = Text(
        nl: "Er kwam een plaats vrij, en die is voor u. Kunt u niet meer? Meld u dan af met de link, zodat een ander "
            + "kan komen.",
        en: "A place came free, and it is yours. Not able to come any more? Then leave with the link, so that somebody "
            + "else can come."
    )
    private let moved = Text(
        nl: "De dag, de tijd of de plaats is veranderd. Hieronder staat hoe het nu is. Past dat niet? Meld u dan af "
            + "met de link.",
        en: "The day, the time or the place changed. Below is how it is now. Does that not suit you? Then leave with "
            + "the link."
    )
    private let cancelled = Text(
        nl: "De kennissessie gaat helaas niet door. U hoeft niets te doen.",
        en: "Unfortunately the session does not take place. You need not do anything."
    )
    private let feedback = Text(
        nl: "Fijn dat u er was. Wilt u in één minuut zeggen wat u eraan had? We bewaren uw reactie zonder uw naam.",
        en: "Good that you were there. Would you say in one minute what it brought you? We keep it without your name."
    )
}
