package import Kernel
import Programmes
import Storage

/// The good examples of a programme that may be told (*voorbeelden*): what companies allowed, to whom they allowed it,
/// for as long as they allow it. Nothing is copied, so what is withdrawn is gone at the next look.
package struct ExampleLibrary: Sendable {
    private let conversations: Conversations

    package init(conversations: Conversations) {
        self.conversations = conversations
    }

    /// Those that this person may see: whoever works with conversations sees what may be told at sessions, everybody else
    /// in the programme what may be told to everybody, and so does who asks for that. What asks the least comes first.
    package func list(
        _ filter: ExampleFilter,
        isForEverybody: Bool = false,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [SharedExample] {
        try principal.require(.readProgramme, in: programme)
        let audience = isForEverybody ? .everyone : audience(of: principal, in: programme)
        let history = try await conversations.programmes.sheets(of: programme)
        let content = try await conversations.programmes.current(programme)
        let inUse = content.sheet
        let today = conversations.world.today
        let (found, wanted) = try await conversations.database.read { db in
            let shared = try db.sharedExamples(of: programme, with: audience, on: today)
            let found = try Dictionary(grouping: shared, by: \.row.conversation).flatMap { conversation, shared in
                let photos = try db.photos(in: programme).all(of: conversation)
                return shared.map { row, example in
                    let code = example.activity.flatMap { code in
                        row.sheetVersion.flatMap { history.successor(of: code, from: $0, to: inUse.version) }
                    }
                    return Found(
                        row: row,
                        example: example,
                        photos: photos.filter { $0.example == row.example },
                        activity: code.flatMap(inUse.activity)
                    )
                }
            }
            let activities = Set(found.compactMap(\.activity?.code))
            return (found, try db.ambitions(for: activities, in: content, history))
        }
        let examples = found.map { found in
            (
                shared: SharedExample(
                    example: found.example,
                    conversation: found.row.conversation,
                    companyName: found.row.companyName,
                    municipality: found.row.municipality,
                    activity: found.activity,
                    photos: found.photos,
                    wantedBy: found.activity.map { wanted[$0.code, default: 0] } ?? 0
                ),
                told: Day(found.row.toldAt)
            )
        }
        return examples.filter { filter.includes($0.shared) }.sorted(by: SharedExample.precedes).map(\.shared)
    }

    /// Those that everybody may see, for use cases that show nothing else of them.
    package func told(in programme: ProgrammeID) async throws -> Set<GoodExample.ID> {
        let today = conversations.world.today
        return try await conversations.database.read { db in
            Set(try db.sharedExamples(of: programme, with: .everyone, on: today).map(\.example.id))
        }
    }

    /// A photo of an example that this person may see.
    ///
    /// - Throws: ``PhotoProblem/notFound`` also when the example may not be shown (any more): nobody is told which.
    package func photo(
        _ id: ExamplePhoto.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> (kind: RasterImage.Kind, bytes: [UInt8]) {
        try principal.require(.readProgramme, in: programme)
        let audience = audience(of: principal, in: programme)
        let today = conversations.world.today
        return try await conversations.database.read { db in
            let store = db.photos(in: programme)
            guard let (conversation, owner) = try store.owner(of: id),
                let example = try db.examples(of: conversation, in: programme).all().first(where: { $0.id == owner }),
                example.mayBeShared(with: audience, on: today)
            else { throw PhotoProblem.notFound }
            return try store.content(id, of: conversation)
        }
    }

    private func audience(of principal: Principal, in programme: ProgrammeID) -> ConsentRecord.Audience {
        principal.may(.readConversations, in: programme) ? .sessions : .everyone
    }
}

/// An example with what belongs to it, on the sheet that is in use.
private struct Found {
    let row: ExampleLibraryStore.Row
    let example: GoodExample
    let photos: [ExamplePhoto]
    let activity: Activity?
}

extension SQLConnection {
    /// What may be told to an audience on a day, in no order.
    fileprivate func sharedExamples(
        of programme: ProgrammeID,
        with audience: ConsentRecord.Audience,
        on day: Day
    ) throws -> [(row: ExampleLibraryStore.Row, example: GoodExample)] {
        let rows = Dictionary(grouping: try exampleLibrary(of: programme).all(), by: \.conversation)
        return try rows.flatMap { conversation, rows in
            let shared = try examples(of: conversation, in: programme).all()
                .filter { $0.mayBeShared(with: audience, on: day) }
            return rows.compactMap { row in
                shared.first { $0.id == row.example }.map { (row, $0) }
            }
        }
    }

    /// How many companies want each of these activities, by what they said last.
    fileprivate func ambitions(
        for activities: Set<Activity.ID>,
        in programme: Programme,
        _ history: SheetHistory
    ) throws -> [Activity.ID: Int] {
        if activities.isEmpty { return [:] }
        // What they were called on the sheets of before.
        let names = history.sheets.flatMap { sheet in
            sheet.activities.map(\.code).filter { code in
                history.successor(of: code, from: sheet.version, to: programme.sheet.version)
                    .map(activities.contains) ?? false
            }
        }
        return try lastAnswers(in: programme, reading: history, about: Set(names)).reduce(into: [:]) { result, last in
            for activity in last.answers.ambition.intersection(activities) { result[activity, default: 0] += 1 }
        }
    }
}
