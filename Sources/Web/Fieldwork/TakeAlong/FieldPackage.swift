import Fieldwork
import Foundation
import Kernel
import Markup
import Programmes

/// All that a device needs to hold conversations of one programme without a network, in the language of the reader.
struct FieldPackage: Encodable {
    struct ProgrammePart: Encodable {
        let id: ProgrammeID
        let name: Text
    }

    struct Talk: Encodable {
        struct CompanyPart: Encodable {
            let id: Company.ID
            let name: String
            let place: String?
            let municipality: AreaCode?
            let sector: Sector.ID?
            let size: SizeClass?
            let isMember: Bool?
        }

        struct Contact: Encodable {
            let name: String
            let position: String?
            let phone: String?
        }

        struct Need: Encodable {
            let kind: SupportNeedKind.ID
            let note: String?
        }

        struct Example: Encodable {
            let title: String
            let story: String
            let isShared: Bool
        }

        let id: Conversation.ID
        let programme: ProgrammeID
        let company: CompanyPart
        let contacts: [Contact]
        let state: Conversation.State
        let day: Day
        let time: String?
        let sheetVersion: Int?
        let marks: [String: [Mark]]
        let remarks: [String: String]
        let needs: [Need]
        let examples: [Example]
    }

    let programme: ProgrammePart
    let areas: [Area]
    let sectors: [Sector]
    let sheet: TalkSheet
    let needs: [SupportNeedKind]
    let initiatives: [Initiative]
    /// How many places of each initiative are taken, as it was when this was made.
    let taken: [String: Int]
    /// A live SVG document (``TalkPicture``) with the links of its zones.
    let picture: String
    /// The rows of each theme.
    let rows: [String: String]
    let needRows: String
    let exampleFields: String
    let talks: [Talk]

    init(
        programme: Programme,
        records: [ConversationRecord],
        taken: [InitiativeCode: Int],
        today: Day,
        language: Language
    ) throws {
        let reader = Reader(language: language, formToken: "")
        let sheet = programme.sheet
        self.programme = ProgrammePart(id: programme.id, name: programme.name)
        areas = programme.areas
        sectors = programme.sectors
        self.sheet = sheet
        needs = programme.needs
        initiatives = programme.initiatives
        self.taken = Dictionary(uniqueKeysWithValues: taken.map { ($0.key.description, $0.value) })
        let drawing = TalkPicture(sheet: sheet, own: programme.picture)
        picture = try drawing.liveDocument(in: language) + drawing.links { "#\($0)" }.body.rendered(for: reader)
        rows = Dictionary(
            uniqueKeysWithValues: sheet.themes.map { theme in
                let rows = ThemeRows(programme: programme, activities: sheet.activities(in: theme.code), mayFill: true)
                return (theme.code.description, rows.body.rendered(for: reader))
            }
        )
        needRows = NeedRows(kinds: programme.needs).body.rendered(for: reader)
        exampleFields = GoodExampleFields(activities: sheet.activities.filter(\.isCore)).body.rendered(for: reader)
        talks = records.map { Talk($0, in: programme, today: today) }
    }
}

extension FieldPackage.Talk {
    fileprivate init(_ record: ConversationRecord, in programme: Programme, today: Day) {
        let (talk, company) = (record.conversation, record.company)
        self.init(
            id: talk.id,
            programme: programme.id,
            company: CompanyPart(
                id: company.id,
                name: company.name,
                place: record.place(in: programme),
                municipality: company.municipality,
                sector: company.sector,
                size: company.size,
                isMember: company.isMember
            ),
            contacts: record.contacts.map { Contact(name: $0.name, position: $0.position, phone: $0.phone) },
            state: talk.state,
            day: talk.day,
            time: talk.plan.time?.description,
            sheetVersion: talk.sheetVersion,
            marks: record.sheet.activities.reduce(into: [:]) { result, activity in
                let marks = record.answers.marks(of: activity.code)
                if !marks.isEmpty { result[activity.code.description] = marks.sorted { $0.rawValue < $1.rawValue } }
            },
            remarks: Dictionary(uniqueKeysWithValues: record.remarks.map { ($0.key.description, $0.value) }),
            needs: record.needs.map { Need(kind: $0.kind, note: $0.note) },
            examples: record.examples.map {
                Example(title: $0.title, story: $0.story, isShared: $0.mayBeShared(with: .sessions, on: today))
            }
        )
    }
}
