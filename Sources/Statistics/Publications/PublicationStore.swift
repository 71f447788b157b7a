import Audit
import Disclosure
import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import Storage

/// All SQL about publications, in one programme.
struct PublicationStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// What was published and what is in the making, the last one first.
    func all() throws -> [Publication] {
        try find("state <> 'discarded'")
    }

    func find(_ id: Publication.ID) throws -> Publication? { try find("id = \(id)").first }

    private func find(_ condition: SQL) throws -> [Publication] {
        try db.run(
            """
            SELECT id, number, state, kind, detail, measured_on, explanation, prepared_by_name, prepared_by, prepared_at,
                published_by_name, published_by, published_at, failure
            FROM publication WHERE programme = \(programme) AND \(condition) ORDER BY number DESC, prepared_at DESC
            """
        ).map { row in
            var published: Publication.Signature?
            if let name: String = try row.find(10), let at: Date = try row.find(12) {
                published = Publication.Signature(name: name, account: try row.find(11), at: at)
            }
            return Publication(
                id: try row.get(0),
                number: try row.get(1),
                state: try row.value(2, \.state),
                kind: try row.value(3, \.kind),
                detail: try row.value(4, \.detail),
                measuredOn: try row.get(5),
                explanation: try row.get(6),
                prepared: Publication.Signature(name: try row.get(7), account: try row.find(8), at: try row.get(9)),
                published: published,
                failure: try row.find(13)
            )
        }
    }

    func insert(_ publication: Publication) throws {
        try db.run(
            """
            INSERT INTO publication (id, programme, number, state, kind, detail, measured_on, explanation, prepared_at,
                prepared_by, prepared_by_name)
            VALUES (\(publication.id), \(programme), \(publication.number), \(publication.state.rawValue),
                \(publication.kind.rawValue), \(publication.detail.rawValue), \(publication.measuredOn),
                \(publication.explanation), \(publication.prepared.at), \(publication.prepared.account),
                \(publication.prepared.name))
            """
        )
    }

    /// What was computed, unless it was discarded meanwhile or somebody else was first.
    func fill(_ id: Publication.ID, with made: MadePublication) throws {
        let filled = try db.run(
            """
            UPDATE publication SET state = 'draft', failure = NULL, preview = \(try json(made.preview)),
                bundle = \(try json(made.bundle)), basis = \(try json(made.basis))
            WHERE id = \(id) AND programme = \(programme) AND state IN ('computing', 'failed') RETURNING id
            """
        )
        guard !filled.isEmpty else { return }
        for (company, place) in made.joining.sorted(by: { $0.key.description < $1.key.description }) {
            try db.run(
                "INSERT INTO publication_member (publication_id, company_id, place) VALUES (\(id), \(company), \(place))"
            )
        }
    }

    func fail(_ id: Publication.ID, because reason: String) throws {
        try db.run(
            "UPDATE publication SET state = 'failed', failure = \(reason) WHERE id = \(id) AND state = 'computing'"
        )
    }

    func restart(_ id: Publication.ID) throws {
        try db.run("UPDATE publication SET state = 'computing', failure = NULL WHERE id = \(id) AND state = 'failed'")
    }

    /// Takes away what it was made of, too.
    func discard(_ id: Publication.ID) throws {
        try db.run("DELETE FROM publication_member WHERE publication_id = \(id)")
        try db.run(
            """
            UPDATE publication SET state = 'discarded', preview = NULL, bundle = NULL, basis = NULL
            WHERE id = \(id) AND state IN ('computing', 'draft', 'failed')
            """
        )
    }

    func publish(_ id: Publication.ID, by signature: Publication.Signature) throws {
        try db.run(
            """
            UPDATE publication SET state = 'published', published_at = \(signature.at),
                published_by = \(signature.account), published_by_name = \(signature.name)
            WHERE id = \(id) AND state = 'draft'
            """
        )
    }

    func preview(of id: Publication.ID) throws -> PublicationPreview? {
        try content(of: id, "preview").map { try JSONDecoder().decode(PublicationPreview.self, from: Data($0.utf8)) }
    }

    /// As it was, to the byte.
    func bundleText(of id: Publication.ID) throws -> String? { try content(of: id, "bundle") }

    func bundle(of id: Publication.ID) throws -> CountBundle? {
        try bundleText(of: id).map { try JSONDecoder().decode(CountBundle.self, from: Data($0.utf8)) }
    }

    func basis(of id: Publication.ID) throws -> Basis? {
        try content(of: id, "basis").map { try JSONDecoder().decode(Basis.self, from: Data($0.utf8)) }
    }

    private func content(of id: Publication.ID, _ column: SQL) throws -> String? {
        try db.run("SELECT \(column) FROM publication WHERE id = \(id) AND programme = \(programme)").first?.find(0)
    }

    /// The companies that count already, each with its place and the number of the publication in which it joined.
    func members() throws -> [(company: Company.ID, place: String, number: Int)] {
        try db.run(
            """
            SELECT m.company_id, m.place, p.number FROM publication_member m
            JOIN publication p ON p.id = m.publication_id
            WHERE p.programme = \(programme) AND p.state = 'published'
            """
        ).map { (try $0.get(0), try $0.get(1), try $0.get(2)) }
    }

    /// The companies that said yes to a referral by the end of a day.
    func referred(by day: Day) throws -> Set<Company.ID> {
        let steps = ReferralStep.allCases.filter { $0.state?.isReferred ?? false }
        return Set(
            try db.run(
                """
                SELECT DISTINCT r.company_id FROM referral r JOIN referral_event e ON e.referral_id = r.id
                WHERE r.programme = \(programme) AND e.happened_on <= \(day) AND e.step IN \(SQL.list(steps))
                """
            ).map { try $0.get(0, as: Company.ID.self) }
        )
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension SQLRow {
    fileprivate func value<Value: RawRepresentable<String>>(
        _ column: Int,
        _ path: KeyPath<Publication, Value>
    ) throws -> Value {
        guard let value = Value(rawValue: try get(column)) else {
            throw SQLError.undecodable(column: column, type: "\(Value.self)")
        }
        return value
    }
}

extension SQLConnection {
    func publications(in programme: ProgrammeID) -> PublicationStore {
        PublicationStore(db: self, programme: programme)
    }
}
