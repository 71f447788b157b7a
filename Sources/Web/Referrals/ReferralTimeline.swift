import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

extension TimelineSource {
    /// What happened to the referrals of a company.
    static func referrals(_ services: Services) -> TimelineSource {
        TimelineSource { company, id, principal in
            guard principal.may(.readReferrals, in: id) else { return [] }
            let programme = try await services.programmes.current(id)
            let referrals = try await services.referrals.referrals.all(of: company, in: id, as: principal)
            return referrals.flatMap { referral in
                referral.events.map { event in
                    TimelineEntry(
                        moment: event.recordedAt,
                        title: a(.href(Addresses.referral.path(id, referral.id))) {
                            programme.initiativeName(referral.initiative)
                            ": "
                            event.step.name
                        },
                        detail: event.note.map { note in p { note } } ?? .empty,
                        name: event.name,
                        isDone: event.step == .done
                    )
                }
            }
        }
    }
}

extension NextContactSource {
    /// The follow-up of the last conversation.
    static func followUp(_ services: Services) -> NextContactSource {
        NextContactSource { company, programme, principal in
            guard principal.may(.followUp, in: programme),
                let next = try await services.referrals.followUps.next(of: company, in: programme, as: principal)
            else { return .empty }
            return div(.class("card")) {
                h2 { Text(nl: "Volgende contact", en: "Next contact") }
                if next.isWaiting {
                    p {
                        strong { HTML.day(next.dueOn) }
                        " · \(next.responsible)"
                    }
                } else {
                    p(.class("muted")) {
                        Text(nl: "Er is geen nieuwe datum afgesproken.", en: "No new date was agreed.")
                    }
                }
                p {
                    a(.href(Addresses.followUp.path(programme, next.conversation))) {
                        next.isWaiting
                            ? Text(nl: "Vastleggen hoe het ging", en: "Record how it went")
                            : Text(nl: "Wat het bedrijf vertelde", en: "What the company told")
                    }
                }
            }
        }
    }
}
