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
