import Accountability
import Foundation
import Hummingbird
import Kernel
import Programmes
import Statistics

/// What municipalities see and want.
struct MunicipalityRoutes {
    let municipalities: Municipalities
    let publications: Publications
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.municipalities.route, use: list)
        router.get(Addresses.municipality.route, use: show)
        router.get(Addresses.municipalAmbition.route, use: edit)
        router.post(Addresses.municipalAmbition.route, use: record)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try MunicipalityListPage(
            programme: visit.programme,
            areas: try await municipalities.list(in: visit.programme.id, as: visit.principal),
            verbs: visit.verbs
        ).response(from: request, context: visit.context)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let view = try await view(visit)
        let published = try await publications.figures(of: visit.programme.id)
        return try MunicipalityPage(
            view: view,
            figures: AreaFigures(of: view.area.code.description, in: visit.programme, published),
            mayRecord: visit.principal.may(.accountForPlan, in: visit.programme.id)
        ).response(from: request, context: visit.context)
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.accountForPlan, in: visit.programme.id)
        let view = try await view(visit)
        return try page(view, view.ambition.map(MunicipalAmbitionForm.init) ?? MunicipalAmbitionForm())
            .response(from: request, context: visit.context)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.accountForPlan, in: visit.programme.id)
        let view = try await view(visit)
        let fields = try await request.fields(context)
        var form = MunicipalAmbitionForm()
        form.id = fields["id"]
        form.spokenOn = fields["dag"]
        form.spokenWith = fields["gesproken-met"]
        form.words = fields["tekst"]
        for theme in visit.programme.sheet.themes {
            form.themes[theme.code.description] = fields["thema-\(theme.code)"]
        }
        do {
            try await municipalities.record(form, about: view.area.code, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.municipality.path(visit.programme.id, view.area.code))
        } catch let invalid as InvalidAccount {
            var page = page(view, form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func view(_ visit: Visit) async throws -> MunicipalityView {
        let code: String = try visit.context.parameter("area")
        guard let area = AreaCode(code) else { throw AccountProblem.notFound }
        return try await municipalities.view(of: area, in: visit.programme.id, as: visit.principal)
    }

    private func page(_ view: MunicipalityView, _ form: MunicipalAmbitionForm) -> MunicipalAmbitionPage {
        MunicipalAmbitionPage(
            programme: view.programme,
            area: view.area,
            id: form.id.isEmpty ? world.formID : form.id,
            form: form
        )
    }
}
