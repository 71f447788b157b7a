import Accounts
import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Mail
import Programmes
import Referrals

/// The pages on which referrals are followed: by advisers, and at the same addresses, with less on them, by coaches.
struct ReferralRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.referrals.route, use: list)
        router.get(Addresses.referral.route, use: show)
        router.post(Addresses.referral.route, use: record)
        router.post(Addresses.amendReferral.route, use: amend)
        router.get(Addresses.handOver.route, use: showHandover)
        router.post(Addresses.handOver.route, use: handOver)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        guard visit.readsAll else {
            let shared = try await services.referrals.shared.all(in: visit.programme.id, as: visit.principal)
            return try SharedReferralListPage(
                programme: visit.programme,
                referrals: shared,
                queues: try await services.referrals.shared.queues(in: visit.programme.id, as: visit.principal),
                support: try await services.referrals.support.view(for: visit.principal, in: visit.programme.id)
            ).response(from: request, context: visit.context)
        }
        let filter = ReferralFilter(FormFields(request.uri.query ?? ""))
        let page = try await referrals.all(filter.query, in: visit.programme.id, as: visit.principal)
        return try ReferralListPage(programme: visit.programme, list: page, filter: filter)
            .response(from: request, context: visit.context)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let id: Referral.ID = try context.parameter("referral")
        guard visit.readsAll else {
            let page = try await sharedPage(id, visit)
            return try page.response(from: request, context: visit.context)
        }
        return try await detailPage(id, visit).response(from: request, context: visit.context)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let id: Referral.ID = try context.parameter("referral")
        let fields = try await request.fields(context)
        let form = ReferralStepForm(
            event: fields.first("id"),
            step: fields.first("stap"),
            happenedOn: fields["op"],
            note: fields["toelichting"]
        )
        do {
            if visit.readsAll {
                try await referrals.record(form, about: id, in: visit.programme.id, as: visit.principal)
            } else {
                try await services.referrals.shared.answer(form, to: id, in: visit.programme.id, as: visit.principal)
            }
            return .done(.saved, seeing: Addresses.referral.path(visit.programme.id, id))
        } catch let invalid as InvalidReferral {
            if visit.readsAll {
                var page = try await detailPage(id, visit)
                page.returned = .init(form: form, issues: invalid.issues, isAmendment: false)
                return try page.response(from: request, context: visit.context)
            }
            var page = try await sharedPage(id, visit)
            page.form = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func amend(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let id: Referral.ID = try context.parameter("referral")
        let fields = try await request.fields(context)
        let form = ReferralStepForm(
            event: fields.first("id"),
            step: ReferralStep.amended.rawValue,
            what: fields["wat"],
            contact: fields["contact"],
            day: fields["dag"]
        )
        do {
            try await referrals.record(form, about: id, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.referral.path(visit.programme.id, id))
        } catch let invalid as InvalidReferral {
            var page = try await detailPage(id, visit)
            page.returned = .init(form: form, issues: invalid.issues, isAmendment: true)
            return try page.response(from: request, context: visit.context)
        }
    }

    private func showHandover(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        return try await handoverPage(visit).response(from: request, context: visit.context)
    }

    private func handOver(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let id: Referral.ID = try context.parameter("referral")
        let fields = try await request.fields(context)
        let form = HandoverForm(
            event: fields.first("id"),
            items: fields.all("gegevens"),
            companyContact: fields["bedrijfscontact"],
            givenBy: fields["door"],
            manner: fields.first("hoe"),
            givenOn: fields["gegeven-op"],
            seen: fields["gezien"]
        )
        do {
            try await referrals.handOver(
                form,
                id,
                in: visit.programme.id,
                as: visit.principal,
                telling: try await letters(about: id, visit)
            )
            return .done(.handedOver, seeing: Addresses.referral.path(visit.programme.id, id))
        } catch let invalid as InvalidReferral {
            var page = try await handoverPage(visit)
            page.form = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    /// To the coaches of the initiative: that there is something, where, and nothing about the company.
    private func letters(about id: Referral.ID, _ visit: Visit) async throws -> [MailMessage] {
        let (programme, principal) = (visit.programme, visit.principal)
        let referral = try await referrals.detail(id, in: programme.id, as: principal).referral
        let coaches = try await services.accounts.coaches(of: referral.initiative, in: programme.id, as: principal)
        let link = visit.context.site.publicAddress + Addresses.referral.path(programme.id, id)
        return coaches.map { coach in
            MailMessage(
                id: world.id(),
                kind: .handover,
                to: MailAddress(name: coach.name, email: coach.email),
                language: .dutch,
                content: CoachMail.content(to: coach.name, programme: programme, link: link),
                about: "referral \(id)"
            )
        }
    }

    private func handoverPage(_ visit: Visit) async throws -> HandoverPage {
        let id: Referral.ID = try visit.context.parameter("referral")
        let detail = try await referrals.detail(id, in: visit.programme.id, as: visit.principal)
        guard detail.referral.nextSteps.contains(.handedOver) else {
            throw ReferralProblem.notPossible(.handedOver, in: detail.referral.state)
        }
        return HandoverPage(
            detail: detail,
            ids: ids,
            today: world.today,
            knownContact: try await contactLine(of: detail.record.company.id, visit)
        )
    }

    /// The first contact person of the company, in one line.
    private func contactLine(of company: Company.ID, _ visit: Visit) async throws -> String {
        let all = try await services.contacts.all(of: company, in: visit.programme.id, as: visit.principal)
        guard let contact = all.first else { return "" }
        return [contact.name, contact.phone, contact.email].compactMap(\.self).joined(separator: ", ")
    }

    private func detailPage(_ id: Referral.ID, _ visit: Visit) async throws -> ReferralDetailPage {
        ReferralDetailPage(
            detail: try await referrals.detail(id, in: visit.programme.id, as: visit.principal),
            ids: ids,
            today: world.today
        )
    }

    private func sharedPage(_ id: Referral.ID, _ visit: Visit) async throws -> SharedReferralPage {
        SharedReferralPage(
            programme: visit.programme,
            referral: try await services.referrals.shared.find(id, in: visit.programme.id, as: visit.principal),
            ids: ids,
            today: world.today
        )
    }

    private var referrals: Referrals { services.referrals.referrals }

    private var ids: @Sendable () -> String {
        { [world] in world.formID }
    }
}

extension Visit {
    /// Sees every referral, not only those that were handed over to an initiative of theirs.
    var readsAll: Bool { principal.may(.readReferrals, in: programme.id) }
}
