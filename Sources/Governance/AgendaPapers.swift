package import Kernel
package import Programmes
import Storage

/// The papers at an item of an agenda (*stukken*): what those who come have to read, and the minutes afterwards.
extension Governances {
    /// So many papers have room at one item: more than anybody reads before a meeting.
    package static let paperLimit = 20

    /// Adds a paper, before or after the meeting. The same file at the same item once more changes nothing.
    ///
    /// - Throws: ``GovernanceProblem``, `FileProblem`.
    package func attach(
        _ bytes: [UInt8],
        name: String,
        to item: AgendaItem.ID,
        of meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        _ = try requireSecretary(programme, principal)
        let (file, content) = try KeptFile.read(bytes, name: name, as: world.id())
        let now = world.now()
        try await database.write { db in
            guard try db.governance(in: programme.id).agenda(of: meeting).contains(where: { $0.id == item }) else {
                throw GovernanceProblem.itemNotFound
            }
            let store = db.agendaPapers(in: programme.id)
            let present = try store.papers(of: meeting).filter { $0.item == item }
            for paper in present where paper.file.isLike(file) {
                if try store.content(paper.file.id) == content { return }
            }
            guard present.count < Self.paperLimit else { throw GovernanceProblem.tooManyPapers }
            let paper = AgendaPaper(item: item, file: file, addedAt: now, name: principal.name)
            try store.put(paper, content, of: meeting)
            try audit(db, "meeting.paper-added", "meeting \(meeting)", programme, principal)
        }
    }

    /// Erases a paper, also after the meeting: somebody may be in it who has nothing to do with it. It happens once.
    ///
    /// - Throws: ``GovernanceProblem``.
    package func erase(
        _ paper: KeptFile.ID,
        from meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        _ = try requireSecretary(programme, principal)
        try await database.write { db in
            let store = db.agendaPapers(in: programme.id)
            guard try store.papers(of: meeting).contains(where: { $0.file.id == paper }) else { return }
            try store.remove(paper)
            try audit(db, "meeting.paper-removed", "meeting \(meeting)", programme, principal)
        }
    }

    /// For everybody who may see the plan.
    ///
    /// - Throws: ``GovernanceProblem/paperNotFound``.
    package func paper(
        _ id: KeptFile.ID,
        of meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> (file: KeptFile, bytes: [UInt8]) {
        try principal.require(.readActions, in: programme.id)
        return try await database.read { db in
            let store = db.agendaPapers(in: programme.id)
            guard let paper = try store.papers(of: meeting).first(where: { $0.file.id == id }) else {
                throw GovernanceProblem.paperNotFound
            }
            return (paper.file, try store.content(id))
        }
    }
}
