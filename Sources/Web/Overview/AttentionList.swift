import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// What somebody should look at, each with a link to where it can be done.
struct AttentionList: Component {
    let programme: Programme
    let attention: [Attention]

    /// More than this is behind a line.
    private static let shown = 8

    var body: HTML {
        section(.class("card"), .attribute("aria-labelledby", "aandacht")) {
            h2(.id("aandacht")) { Text(nl: "Dit vraagt aandacht", en: "This needs attention") }
            ul(.class("attention")) { for item in attention.prefix(Self.shown) { li { line(item) } } }
            if attention.count > Self.shown {
                details {
                    summary {
                        Text(
                            nl: "Nog \(attention.count - Self.shown)",
                            en: "\(attention.count - Self.shown) more"
                        )
                    }
                    ul(.class("attention")) { for item in attention.dropFirst(Self.shown) { li { line(item) } } }
                }
            }
        }
    }

    private func line(_ item: Attention) -> HTML {
        switch item {
        case .overdueFollowUps(let count, let oldest):
            return linked(to: Addresses.followUps.path(programme.id) + "#te-laat") {
                count == 1
                    ? Text(nl: "1 terugkoppeling is te laat", en: "1 follow-up is overdue")
                    : Text(nl: "\(count) terugkoppelingen zijn te laat", en: "\(count) follow-ups are overdue")
            } rest: {
                Text(nl: "De oudste sinds ", en: "The oldest since ")
                HTML.shortDay(oldest)
            }
        case .unfinished(let id, let companyName, let since):
            return linked(to: Addresses.conversation.path(programme.id, id)) {
                Text(
                    nl: "Gesprek met \(companyName) is niet afgerond",
                    en: "The conversation with \(companyName) is not finished"
                )
            } rest: {
                Text(nl: "Begonnen op ", en: "Begun on ")
                HTML.shortDay(since)
            }
        case .unanswered(let id, let companyName, let initiative, let since):
            return linked(to: Addresses.referral.path(programme.id, id)) {
                let name = programme.initiativeName(initiative)
                Text(
                    nl: "\(name) heeft nog niet geantwoord over \(companyName)",
                    en: "\(name) has not answered about \(companyName) yet"
                )
            } rest: {
                Text(nl: "Overgedragen op ", en: "Handed over on ")
                HTML.shortDay(since)
            }
        case .declined(let id, let companyName, let initiative, let since):
            return linked(to: Addresses.referral.path(programme.id, id)) {
                let name = programme.initiativeName(initiative)
                Text(
                    nl: "\(name) helpt \(companyName) niet: zoek iets anders",
                    en: "\(name) does not help \(companyName): look for something else"
                )
            } rest: {
                Text(nl: "Sinds ", en: "Since ")
                HTML.shortDay(since)
            }
        case .otherMoment(let wish):
            return linked(to: Addresses.invite.path(programme.id, wish.round, wish.company)) {
                Text(
                    nl: "\(wish.companyName) wil een ander moment",
                    en: "\(wish.companyName) wants another moment"
                )
            } rest: {
                Text(nl: "Gevraagd op ", en: "Asked on ")
                HTML.shortDay(Day(wish.askedAt))
            }
        case .letters(let count):
            return linked(to: Addresses.outbox.path(programme.id)) {
                count == 1
                    ? Text(nl: "1 brief kwam niet aan", en: "1 letter did not arrive")
                    : Text(nl: "\(count) brieven kwamen niet aan", en: "\(count) letters did not arrive")
            } rest: {
                Text(nl: "Of dat is niet zeker", en: "Or that is not certain")
            }
        case .expired(let initiative, let day):
            return linked(to: initiativeLink(initiative)) {
                Text(
                    nl: "\(programme.initiativeName(initiative)) is verlopen",
                    en: "\(programme.initiativeName(initiative)) has expired"
                )
            } rest: {
                Text(nl: "Op ", en: "On ")
                HTML.shortDay(day)
                Text(nl: "; wordt niet meer voorgesteld", en: "; is not suggested any more")
            }
        case .expiring(let initiative, let day):
            return linked(to: initiativeLink(initiative)) {
                Text(
                    nl: "\(programme.initiativeName(initiative)) verloopt binnenkort",
                    en: "\(programme.initiativeName(initiative)) expires soon"
                )
            } rest: {
                Text(nl: "Op ", en: "On ")
                HTML.shortDay(day)
                Text(nl: "; kijk na of het nog klopt", en: "; check whether it is still right")
            }
        case .behind(let quarter, let held, let planned):
            return linked(to: "#\(quarter)") {
                HTML.quarter(quarter)
                Text(nl: " bleef achter bij het plan", en: " fell behind the plan")
            } rest: {
                Text(nl: "\(held) van \(planned) gesprekken", en: "\(held) of \(planned) conversations")
            }
        }
    }

    private func initiativeLink(_ code: InitiativeCode) -> String {
        NavigationSection.programme.path(in: programme.id) + "#\(code)"
    }

    private func linked(
        to address: String,
        @HTMLBuilder _ name: () -> HTML,
        @HTMLBuilder rest: () -> HTML
    ) -> HTML {
        span {
            a(.href(address)) { name() }
            span(.class("muted")) {
                ". "
                rest()
                "."
            }
        }
    }
}
