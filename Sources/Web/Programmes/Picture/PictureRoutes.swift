import Foundation
import Hummingbird
import Kernel
import Programmes

extension Addresses {
    /// Where a programme gets a picture of its own.
    static let picture = Address("/werk/{programme}/programma/beeld")
    static let pictureZones = Address("/werk/{programme}/programma/beeld/plekken")
    /// Where the draft is used or thrown away.
    static let pictureState = Address("/werk/{programme}/programma/beeld/stand")
    /// The places as they stand in a pack.
    static let pictureFile = Address("/werk/{programme}/programma/beeld/picture.yaml")
}

/// A picture of the programme's own: send it, say where the themes are, use it.
struct PictureRoutes {
    let pictures: Pictures
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.picture.route, use: show)
        router.post(Addresses.picture.route, use: upload)
        router.post(Addresses.pictureZones.route, use: place)
        router.post(Addresses.pictureState.route, use: change)
        router.get(Addresses.pictureFile.route, use: file)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func page(_ visit: Visit, issues: [InvalidPicture.Issue] = []) async throws -> PicturePage {
        PicturePage(
            programme: visit.programme,
            draft: try await pictures.draft(in: visit.programme.id, as: visit.principal),
            issues: issues
        )
    }

    private func upload(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.publishProgramme, in: visit.programme.id)
        var description = PicturePage.defaultDescription
        do {
            let form = try await request.multipart(upTo: ProgrammePicture.sizeLimit + 64 * 1024)
            description = Text(
                nl: form.text("beschrijving-nl").nonEmpty ?? description.nl,
                en: form.text("beschrijving-en").nonEmpty ?? description.en
            )
            try await pictures.upload(
                form["bestand"]?.bytes ?? [],
                description: description,
                in: visit.programme.id,
                as: visit.principal
            )
            return .done(seeing: Addresses.picture.path(visit.programme.id) + "#plekken")
        } catch let invalid as InvalidPicture {
            return try await refused(invalid.issues, description, request, visit)
        } catch PageProblem.tooLarge {
            let issue = InvalidPicture.Issue(.tooLarge(limit: ProgrammePicture.sizeLimit))
            return try await refused([issue], description, request, visit)
        }
    }

    private func refused(
        _ issues: [InvalidPicture.Issue],
        _ description: Text,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        var page = try await page(visit, issues: issues)
        page.description = description
        return try page.response(from: request, context: visit.context)
    }

    private func place(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = try await request.fields(context)
        guard let draft = try await pictures.draft(in: visit.programme.id, as: visit.principal) else {
            throw ProgrammeProblem.noPictureDraft
        }
        let zones = visit.programme.sheet.themes.compactMap { theme -> ProgrammePicture.Zone? in
            let typed = ZoneForm(theme.code, fields)
            // Whoever left the numbers as they were keeps the outline that the drawing has.
            if let zone = draft.zone(theme.code), ZoneForm(zone, of: draft) == typed { return zone }
            return typed.zone(in: draft)
        }
        try await pictures.place(zones, in: visit.programme.id, as: visit.principal)
        guard fields["doe"] == "gebruiken" else {
            return .done(.saved, seeing: Addresses.picture.path(visit.programme.id) + "#plekken")
        }
        return try await use(request, visit)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.publishProgramme, in: visit.programme.id)
        let fields = try await request.fields(context)
        switch fields["doe"] {
        case "weggooien": try await pictures.discard(in: visit.programme.id, as: visit.principal)
        case "standaard": try await pictures.useOurs(in: visit.programme.id, as: visit.principal)
        default: throw PageProblem.unreadableForm
        }
        return .done(.saved, seeing: Addresses.picture.path(visit.programme.id))
    }

    private func use(_ request: Request, _ visit: Visit) async throws -> Response {
        do {
            try await pictures.use(in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.picture.path(visit.programme.id))
        } catch let invalid as InvalidPicture {
            return try await page(visit, issues: invalid.issues).response(from: request, context: visit.context)
        }
    }

    private func file(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let draft = try await pictures.draft(in: visit.programme.id, as: visit.principal)
        guard let picture = draft ?? visit.programme.picture else { throw ProgrammeProblem.noPictureDraft }
        return .download(picture.packText, name: "picture.yaml", type: "application/yaml")
    }
}

extension ProgrammePicture {
    /// As it stands in a pack, beside a file with the picture itself.
    var packText: String {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ") + "\""
        }
        let ending = [Kind.svg: "svg", .jpeg: "jpg", .png: "png"][kind] ?? "svg"
        let lines = zones.map { zone in
            let points = zone.outline.map { Isometric.pair($0.x, $0.y).replacing(" ", with: ",") }
            return "  - theme: \(zone.theme)\n    points: \(quoted(points.joined(separator: " ")))"
        }
        return """
            # yaml-language-server: $schema=../schema/picture.schema.json
            file: picture.\(ending)
            description:
              nl: \(quoted(description.nl))
              en: \(quoted(description.en))
            zones:
            \(lines.joined(separator: "\n"))

            """
    }
}
