import Fieldwork
import Kernel
import Programmes
import Synchronization

/// What the codes of a programme are called, looked up once for a page.
struct CompanyNames: Sendable {
    private let areas: [AreaCode: String]
    private let sectors: [Sector.ID: Text]
    let municipalities: [SelectField.Option]
    let regions: [SelectField.Option]
    let sectorOptions: [SelectField.Option]
    let sizes = SizeClass.allCases.map { SelectField.Option(value: $0.rawValue, caption: $0.caption) }
    let answers = [true, false].map { SelectField.Option(value: CompanyQuery.word($0), caption: $0.yesOrNo) }

    /// Putting names in order costs more than all the rest of a page, so the last one is kept. A programme that was
    /// not published again has the very same arrays, which compare in no time.
    private static let kept = Mutex<(areas: [Area], sectors: [Sector], names: CompanyNames)?>(nil)

    static func of(_ programme: Programme) -> CompanyNames {
        if let last = kept.withLock({ $0 }), last.areas == programme.areas, last.sectors == programme.sectors {
            return last.names
        }
        let names = CompanyNames(programme)
        kept.withLock { $0 = (programme.areas, programme.sectors, names) }
        return names
    }

    private init(_ programme: Programme) {
        func options(_ kinds: [Area.Kind]) -> [SelectField.Option] {
            programme.areas.filter { kinds.contains($0.kind) }.sorted { Formats.precedes($0.name, $1.name) }
                .map { SelectField.Option(value: $0.code.description, caption: Text(same: $0.name)) }
        }
        areas = Dictionary(programme.areas.map { ($0.code, $0.name) }) { first, _ in first }
        sectors = Dictionary(programme.sectors.map { ($0.code, $0.name) }) { first, _ in first }
        municipalities = options([.municipality])
        regions = options([.province, .region])
        sectorOptions = programme.sectors.map { .init(value: $0.code.description, caption: $0.name) }
    }

    /// The code itself where the programme no longer knows it.
    func area(_ code: AreaCode?) -> String { code.map { areas[$0] ?? $0.description } ?? "" }

    func sector(_ code: Sector.ID?) -> Text {
        code.map { sectors[$0] ?? Text(same: $0.description) } ?? Text(same: "")
    }

    /// What a field of the form means to people.
    func value(_ text: String, of field: CompanyForm.Field) -> Text {
        switch field {
        case .municipality: Text(same: area(AreaCode(text)))
        case .sector: sector(Sector.ID(text))
        case .size: SizeClass(rawValue: text)?.caption ?? Text(same: text)
        case .isMember: CompanyQuery.yesOrNo(text)?.yesOrNo ?? Text(same: text)
        default: Text(same: text)
        }
    }
}
