import Kernel
import Referrals

/// What an action in the logbook is called. An action may have more after a space: `account.granted coach`.
enum AuditWords {
    static func of(_ action: String) -> Text {
        if action.hasPrefix("referral."), let step = ReferralStep(rawValue: String(action.dropFirst(9))) {
            return Text(nl: "koppeling: ", en: "referral: ") + step.name
        }
        let parts = action.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = parts.first, let text = all[name] else { return Text(same: action) }
        guard parts.count > 1 else { return text }
        return text + Text(same: ": ") + (Role(rawValue: parts[1])?.title ?? Text(same: parts[1]))
    }

    static let all: [String: Text] = people.merging(content) { first, _ in first }
        .merging(work) { first, _ in first }.merging(selection) { first, _ in first }

    private static let people: [String: Text] = [
        "account.granted": Text(nl: "rol gegeven", en: "role given"),
        "account.revoked": Text(nl: "rol ingetrokken", en: "role revoked"),
        "account.disabled": Text(nl: "account uitgeschakeld", en: "account disabled"),
        "account.enabled": Text(nl: "account weer toegelaten", en: "account let in again"),
        "account.link-made": Text(nl: "eenmalige link gemaakt", en: "one-time link made"),
        "account.password-set": Text(nl: "wachtwoord ingesteld", en: "password set"),
        "account.password-changed": Text(nl: "eigen wachtwoord gewijzigd", en: "own password changed"),
        "account.password-chosen": Text(nl: "wachtwoord gekozen met link", en: "password chosen with link"),
        "session.started": Text(nl: "aangemeld", en: "signed in"),
        "session.refused": Text(nl: "aanmelden mislukt", en: "signing in failed"),
        "session.ended": Text(nl: "afgemeld", en: "signed out"),
        "session.all-ended": Text(nl: "overal afgemeld", en: "signed out everywhere"),
    ]

    private static let content: [String: Text] = [
        "action.released": Text(nl: "actielijn openbaar gemaakt", en: "action line made public"),
        "action.withdrawn": Text(nl: "actielijn niet meer openbaar", en: "action line no longer public"),
        "action.updated": Text(nl: "stand van een actielijn verteld", en: "told how an action line stands"),
        "finance.approved": Text(nl: "akkoord gegeven op een boeking", en: "booking approved"),
        "finance.booked": Text(nl: "geld of uren geboekt", en: "money or hours booked"),
        "finance.budget-set": Text(nl: "begroting veranderd", en: "budget changed"),
        "year-plan.written": Text(nl: "jaarplan geschreven", en: "year plan written"),
        "year-plan.proposed": Text(nl: "jaarplan voorgesteld", en: "year plan proposed"),
        "year-plan.draft": Text(nl: "voorstel teruggenomen", en: "proposal taken back"),
        "year-plan.discussed": Text(nl: "jaarplan besproken", en: "year plan discussed"),
        "year-plan.returned": Text(nl: "jaarplan terug naar de trekker", en: "year plan back to the lead"),
        "year-plan.decided": Text(nl: "jaarplan vastgesteld", en: "year plan decided"),
        "plan.line-added": Text(nl: "actielijn toegevoegd", en: "action line added"),
        "plan.line-changed": Text(nl: "actielijn gewijzigd", en: "action line changed"),
        "sharing.agreed": Text(nl: "ja gezegd tegen delen", en: "agreed to share"),
        "sharing.ended": Text(nl: "gestopt met delen", en: "stopped sharing"),
        "finance.rate-set": Text(nl: "uurtarief gekozen", en: "hourly rate chosen"),
        "finance.refused": Text(nl: "boeking niet akkoord", en: "booking refused"),
        "finance.reversed": Text(nl: "boeking teruggeboekt", en: "booking booked back"),
        "meeting.agenda-added": Text(nl: "op een agenda gezet", en: "put on an agenda"),
        "meeting.agenda-ordered": Text(nl: "volgorde van een agenda gewijzigd", en: "order of an agenda changed"),
        "meeting.paper-added": Text(nl: "stuk bij een agenda gezet", en: "paper added to an agenda"),
        "meeting.paper-removed": Text(nl: "stuk bij een agenda gewist", en: "paper of an agenda erased"),
        "meeting.agenda-removed": Text(nl: "van een agenda gehaald", en: "taken off an agenda"),
        "meeting.changed": Text(nl: "vergadering verzet", en: "meeting moved"),
        "meeting.decided": Text(nl: "besluit vastgelegd", en: "decision written down"),
        "meeting.member-appointed": Text(nl: "lid van een overleg benoemd", en: "member of a body appointed"),
        "meeting.member-left": Text(nl: "lid van een overleg vertrokken", en: "member of a body left"),
        "meeting.planned": Text(nl: "vergadering gepland", en: "meeting planned"),
        "meeting.point-agreed": Text(nl: "actiepunt afgesproken", en: "action point agreed"),
        "meeting.point-closed": Text(nl: "actiepunt klaar", en: "action point done"),
        "register.accepted": Text(nl: "melding opgenomen in een register", en: "report taken into a register"),
        "register.added": Text(nl: "toegevoegd aan een register", en: "added to a register"),
        "register.changed": Text(nl: "veranderd in een register", en: "changed in a register"),
        "register.erased": Text(nl: "gewist uit een register", en: "erased from a register"),
        "register.file-added": Text(nl: "bestand toegevoegd in een register", en: "file added in a register"),
        "register.file-removed": Text(nl: "bestand gewist uit een register", en: "file erased from a register"),
        "register.imported": Text(nl: "bestand ingelezen in een register", en: "file imported into a register"),
        "register.moved": Text(nl: "stand veranderd in een register", en: "state changed in a register"),
        "register.pair-decided": Text(nl: "besloten over vraag en aanbod", en: "decided about demand and supply"),
        "register.proposed": Text(nl: "gemeld voor een register", en: "reported for a register"),
        "programme.published": Text(nl: "programma gepubliceerd", en: "programme published"),
        "programme.closed": Text(nl: "programma afgesloten", en: "programme closed"),
        "programme.reopened": Text(nl: "programma heropend", en: "programme reopened"),
        "publication.begun": Text(nl: "publicatie van cijfers gemaakt", en: "publication of figures made"),
        "publication.restarted": Text(
            nl: "publicatie van cijfers opnieuw berekend",
            en: "publication of figures computed again"
        ),
        "publication.discarded": Text(
            nl: "publicatie van cijfers teruggenomen",
            en: "publication of figures taken back"
        ),
        "publication.published": Text(nl: "cijfers gepubliceerd", en: "figures published"),
        "picture.prepared": Text(nl: "plaat klaargezet", en: "picture prepared"),
        "picture.used": Text(nl: "plaat in gebruik genomen", en: "picture taken into use"),
        "picture.removed": Text(nl: "terug naar de plaat van Karavaan", en: "back to the picture of Karavaan"),
    ]

    private static let selection: [String: Text] = [
        "selection.drawn": Text(nl: "bedrijven geloot", en: "companies drawn"),
        "selection.stopped": Text(nl: "selectieronde gestopt", en: "selection round stopped"),
        "selection.added": Text(nl: "bedrijf in een ronde gezet", en: "company put in a round"),
        "selection.invited": Text(nl: "bedrijf uitgenodigd", en: "company invited"),
        "selection.refused": Text(nl: "bedrijf wil niet", en: "company said no"),
        "selection.removed": Text(nl: "bedrijf uit een ronde gehaald", en: "company taken out of a round"),
        "selection.vetoed": Text(nl: "gemeente wil een bedrijf niet", en: "municipality objects to a company"),
        "selection.proposed": Text(nl: "bedrijf voorgedragen", en: "company put forward"),
        "selection.proposal-taken": Text(nl: "voordracht overgenomen", en: "proposal taken over"),
        "invitation.sent": Text(nl: "uitnodiging gemaild", en: "invitation mailed"),
        "invitation.confirmed": Text(nl: "bedrijf zegt ja op uitnodiging", en: "company says yes to invitation"),
        "invitation.other-time": Text(nl: "bedrijf wil ander moment", en: "company wants another moment"),
        "invitation.declined": Text(nl: "bedrijf zegt nee op uitnodiging", en: "company says no to invitation"),
        "agenda.feed-made": Text(nl: "adres voor eigen agenda gemaakt", en: "address for own calendar made"),
        "agenda.feed-removed": Text(nl: "adres voor eigen agenda weggehaald", en: "address for own calendar removed"),
        "mail.retried": Text(nl: "brief opnieuw verstuurd", en: "letter sent again"),
        "mail.withdrawn": Text(nl: "brief ingetrokken", en: "letter taken back"),
        "selection.proposal-declined": Text(nl: "voordracht niet overgenomen", en: "proposal not taken over"),
    ]

    private static let work: [String: Text] = [
        "company.registered": Text(nl: "bedrijf toegevoegd", en: "company added"),
        "company.imported": Text(nl: "bedrijf ingelezen", en: "company imported"),
        "company.changed": Text(nl: "bedrijf gewijzigd", en: "company changed"),
        "company.changed-by-import": Text(nl: "bedrijf gewijzigd bij inlezen", en: "company changed by an import"),
        "company.contact-added": Text(nl: "contactpersoon toegevoegd", en: "contact person added"),
        "company.contact-changed": Text(nl: "contactpersoon gewijzigd", en: "contact person changed"),
        "company.contact-removed": Text(nl: "contactpersoon verwijderd", en: "contact person removed"),
        "company.contacts-erased": Text(nl: "contactpersonen gewist", en: "contact persons erased"),
        "companies.imported": Text(nl: "bedrijven ingelezen", en: "companies imported"),
        "companies.exported": Text(nl: "bedrijven uitgevoerd", en: "companies exported"),
        "conversation.planned": Text(nl: "gesprek gepland", en: "conversation planned"),
        "conversation.started": Text(nl: "gesprek begonnen", en: "conversation started"),
        "conversation.paused": Text(nl: "gesprek gepauzeerd", en: "conversation paused"),
        "conversation.resumed": Text(nl: "gesprek hervat", en: "conversation resumed"),
        "conversation.finished": Text(nl: "gesprek afgerond", en: "conversation finished"),
        "conversation.reopened": Text(nl: "gesprek geopend voor een correctie", en: "conversation opened to correct"),
        "conversation.cancelled": Text(nl: "gesprek geannuleerd", en: "conversation cancelled"),
        "consent.recorded": Text(nl: "toestemming vastgelegd", en: "permission recorded"),
        "consent.withdrawn": Text(nl: "toestemming ingetrokken", en: "permission taken back"),
        "example.removed": Text(nl: "goed voorbeeld weggehaald", en: "good example removed"),
        "photo.added": Text(nl: "foto toegevoegd", en: "photo added"),
        "photo.removed": Text(nl: "foto gewist", en: "photo erased"),
        "advice.written": Text(nl: "advies geschreven", en: "advice written"),
        "follow-up.planned": Text(nl: "terugkoppeling gepland", en: "follow-up planned"),
        "follow-up.recorded": Text(nl: "terugkoppeling vastgelegd", en: "follow-up recorded"),
        "session.planned": Text(nl: "kennissessie gepland", en: "session planned"),
        "session.changed": Text(nl: "kennissessie gewijzigd", en: "session changed"),
        "session.opened": Text(nl: "kennissessie opengesteld", en: "session opened for sign-up"),
        "session.cancelled": Text(nl: "kennissessie afgezegd", en: "session cancelled"),
        "session.held": Text(nl: "kennissessie afgerond", en: "session concluded"),
        "session.invited": Text(
            nl: "bedrijven uitgenodigd voor een kennissessie",
            en: "companies invited to a session"
        ),
        "session.attendance": Text(
            nl: "aanwezigen bij een kennissessie vastgelegd",
            en: "attendance of a session recorded"
        ),
        "session.feedback-asked": Text(nl: "reacties op een kennissessie gevraagd", en: "feedback on a session asked"),
        "session.participant-erased": Text(
            nl: "deelnemer aan een kennissessie gewist",
            en: "participant of a session erased"
        ),
        "session.signed-up": Text(nl: "aangemeld voor een kennissessie", en: "signed up for a session"),
        "session.declined": Text(
            nl: "uitnodiging voor een kennissessie afgeslagen",
            en: "invitation to a session declined"
        ),
        "session.left": Text(nl: "afgemeld voor een kennissessie", en: "left a session"),
        "plan.explained": Text(nl: "indicator toegelicht", en: "indicator explained"),
        "municipality.ambition": Text(
            nl: "leidraad van een gemeente vastgelegd",
            en: "ambition of a municipality recorded"
        ),
        "evaluation.recorded": Text(nl: "evaluatie vastgelegd", en: "evaluation recorded"),
        "evaluation.changed": Text(
            nl: "gevolg van een evaluatie vastgelegd",
            en: "change after an evaluation recorded"
        ),
        "board.joined": Text(nl: "lid van de klankbordgroep toegevoegd", en: "member of the sounding board added"),
        "board.left": Text(nl: "lid van de klankbordgroep gestopt", en: "member of the sounding board left"),
        "board.erased": Text(nl: "lid van de klankbordgroep gewist", en: "member of the sounding board erased"),
        "company.erased": Text(nl: "bedrijf gewist", en: "company erased"),
        "support.told": Text(nl: "signaal over hulp verstuurd", en: "signal about support told"),
        "support.changed": Text(nl: "verandering na een signaal vastgelegd", en: "change after a signal recorded"),
        "sheet-link.made": Text(nl: "persoonlijke link gemaakt", en: "personal link made"),
        "sheet-link.revoked": Text(nl: "persoonlijke link ingetrokken", en: "personal link revoked"),
    ]
}
