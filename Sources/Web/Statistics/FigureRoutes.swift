import Crypto
import Foundation
import Hummingbird
import Kernel
import Printing
import Programmes
import Statistics

/// Published figures, for anybody.
struct FigureRoutes {
    let publications: Publications
    let programmes: Programmes
    let printer: Printer
    private let prints = PrintShelf()

    init(publications: Publications, programmes: Programmes, printer: Printer) {
        self.publications = publications
        self.programmes = programmes
        self.printer = printer
    }

    func add(to router: Router<AppContext>) {
        router.get(Addresses.figureProgrammes.route, use: list)
        router.get(Addresses.catalogue.route, use: catalogue)
        router.get(Addresses.figures.route, use: map)
        router.get(Addresses.areaFigures.route, use: area)
        router.get(Addresses.areaFiguresPDF.route, use: print)
        router.get(Addresses.edition.route, use: edition)
        router.get(Addresses.editionFile.route, use: file)
    }

    private func all() async throws -> [(programme: Programme, figures: PublishedFigures)] {
        var all: [(Programme, PublishedFigures)] = []
        for programme in try await programmes.all() {
            all.append((programme, try await publications.figures(of: programme.id)))
        }
        return all
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let published = try await all().compactMap { programme, figures in figures.last.map { (programme, $0) } }
        return try FigureProgrammesPage(programmes: published).response(from: request, context: context)
    }

    private func catalogue(_ request: Request, _ context: AppContext) async throws -> Response {
        plain(openData(context).catalogue(try await all()), type: "application/ld+json; charset=utf-8")
    }

    private func map(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, figures, last) = try await published(context)
        return try FiguresPage(programme: programme, figures: figures, edition: last)
            .response(from: request, context: context)
    }

    private func area(_ request: Request, _ context: AppContext) async throws -> Response {
        try AreaFiguresPage(figures: try await areaFigures(context)).response(from: request, context: context)
    }

    private func print(_ request: Request, _ context: AppContext) async throws -> Response {
        let figures = try await areaFigures(context)
        let key = "\(figures.programme.id) \(figures.edition.publication.id) \(figures.area) \(context.language)"
        var pdf = await prints.find(key)
        if pdf == nil {
            let document = FiguresPrint(figures: figures, language: context.language).document
            let made = try await printer.pdf(of: document)
            await prints.keep(made, as: key)
            pdf = made
        }
        let day = figures.edition.publication.measuredOn
        let name = figures.area.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return .pdf(pdf ?? [], name: "cijfers-\(name)-\(day).pdf")
    }

    private func edition(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, _, edition) = try await published(context, number: context.parameter("number"))
        let text = try await bundle(edition, of: programme)
        let digest = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
        return try EditionPage(programme: programme, edition: edition, digest: digest)
            .response(from: request, context: context)
    }

    private func file(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, _, edition) = try await published(context, number: context.parameter("number"))
        switch try context.parameter("file", as: String.self) {
        case OpenData.csvName:
            return plain(OpenData.csv(edition, in: programme), type: "text/csv; charset=utf-8; header=present")
        case OpenData.metadataName:
            return plain(
                openData(context).metadata(edition, in: programme),
                type: "application/csvm+json; charset=utf-8"
            )
        case OpenData.bundleName:
            return plain(try await bundle(edition, of: programme), type: "application/json; charset=utf-8")
        default: throw PublicationProblem.notFound
        }
    }

    private func bundle(_ edition: PublishedFigures.Edition, of programme: Programme) async throws -> String {
        guard let text = try await publications.bundle(edition.publication.number, of: programme.id) else {
            throw PublicationProblem.notFound
        }
        return text
    }

    private func openData(_ context: AppContext) -> OpenData {
        OpenData(site: "\(context.site.publicAddress)", contact: context.site.contact)
    }

    private func areaFigures(_ context: AppContext) async throws -> AreaFigures {
        let (programme, figures, _) = try await published(context)
        guard let found = AreaFigures(of: try context.parameter("area"), in: programme, figures) else {
            throw PublicationProblem.notFound
        }
        return found
    }

    /// - Throws: `ProgrammeProblem.notFound`, ``PublicationProblem/notFound`` where nothing was published yet.
    private func published(
        _ context: AppContext,
        number: Int? = nil
    ) async throws -> (Programme, PublishedFigures, PublishedFigures.Edition) {
        let id: ProgrammeID = try context.parameter("programme")
        let programme = try await programmes.current(id)
        let figures = try await publications.figures(of: id)
        guard let edition = number.map(figures.edition) ?? figures.last else { throw PublicationProblem.notFound }
        return (programme, figures, edition)
    }

    private func plain(_ text: String, type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}

/// What anybody may ask for is printed once: publications never change. The oldest goes when there are many.
private actor PrintShelf {
    private static let most = 100
    private var prints: [String: [UInt8]] = [:]
    private var order: [String] = []

    func find(_ key: String) -> [UInt8]? { prints[key] }

    func keep(_ pdf: [UInt8], as key: String) {
        if prints.updateValue(pdf, forKey: key) == nil { order.append(key) }
        if order.count > Self.most { prints[order.removeFirst()] = nil }
    }
}
