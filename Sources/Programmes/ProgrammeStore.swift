import Audit
import Crypto
import Foundation
import Kernel
import Storage

/// Which state of a programme: its number, and a digest of its content so that no other can be taken for it.
struct RevisionKey: Hashable, Sendable {
    let revision: Int
    let digest: String
}

/// All SQL about the content of one programme. Revisions and versions are added, never changed.
struct ProgrammeStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func latest() throws -> RevisionKey? {
        try db.run(
            """
            SELECT revision, digest FROM programme_revision WHERE programme = \(programme)
            ORDER BY revision DESC LIMIT 1
            """
        ).first.map { RevisionKey(revision: try $0.get(0), digest: try $0.get(1)) }
    }

    /// The last one that was in use on that day; the first one for a day before there was any.
    func latest(asOf day: Day) throws -> RevisionKey? {
        let all = try db.run(
            """
            SELECT revision, digest, published_at FROM programme_revision WHERE programme = \(programme)
            ORDER BY revision
            """
        ).map {
            (key: RevisionKey(revision: try $0.get(0), digest: try $0.get(1)), day: Day(try $0.get(2, as: Date.self)))
        }
        return (all.last { $0.day <= day } ?? all.first)?.key
    }

    func content(_ key: RevisionKey) throws -> Programme {
        let rows = try db.run(
            """
            SELECT content FROM programme_revision WHERE programme = \(programme) AND revision = \(key.revision)
            """
        )
        guard let row = rows.first else { throw ProgrammeProblem.notFound }
        return try decode(Programme.self, from: row.get(0))
    }

    /// A line of the plan as it was in each revision that had it.
    func versions(of line: ActionLine.ID) throws -> [ActionLine] {
        try db.run("SELECT content FROM programme_revision WHERE programme = \(programme) ORDER BY revision")
            .compactMap { try decode(Programme.self, from: $0.get(0)).actionPlan?.line(line) }
    }

    func append(_ content: Programme, at moment: Date) throws -> RevisionKey {
        let json = try encode(content)
        let key = RevisionKey(revision: (try latest()?.revision ?? 0) + 1, digest: digest(json))
        try db.run(
            """
            INSERT INTO programme (code, created_at) VALUES (\(programme), \(moment)) ON CONFLICT (code) DO NOTHING
            """
        )
        try db.run(
            """
            INSERT INTO programme_revision (programme, revision, digest, content, published_at)
            VALUES (\(programme), \(key.revision), \(key.digest), \(json), \(moment))
            """
        )
        try db.run(
            """
            INSERT INTO sheet_version (programme, version, content, published_at)
            VALUES (\(programme), \(content.sheet.version), \(try encode(content.sheet)), \(moment))
            ON CONFLICT (programme, version) DO NOTHING
            """
        )
        return key
    }

    func sheet(version: Int) throws -> TalkSheet {
        let rows = try db.run(
            "SELECT content FROM sheet_version WHERE programme = \(programme) AND version = \(version)"
        )
        guard let row = rows.first else { throw ProgrammeProblem.sheetVersionNotFound }
        return try decode(TalkSheet.self, from: row.get(0))
    }

    func sheets() throws -> [TalkSheet] {
        try db.run("SELECT content FROM sheet_version WHERE programme = \(programme) ORDER BY version")
            .map { try decode(TalkSheet.self, from: $0.get(0)) }
    }

    private func decode<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }

    /// The same content always gives the same text.
    private func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }
}

extension SQLConnection {
    func content(of programme: ProgrammeID) -> ProgrammeStore { ProgrammeStore(db: self, programme: programme) }

    /// The programmes that there are, in a fixed order. The one question that is about no programme in particular.
    func programmeIDs() throws -> [ProgrammeID] {
        try run("SELECT code FROM programme").map { try $0.get(0) }.sorted()
    }
}
