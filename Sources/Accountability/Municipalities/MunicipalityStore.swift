import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about municipalities, in one programme.
struct MunicipalityStore {
    let db: any SQLConnection
    let programme: Programme

    func ambition(of area: AreaCode) throws -> MunicipalAmbition? {
        guard
            let row = try db.run(
                """
                SELECT id, spoken_on, spoken_with, words, recorded_at, name FROM municipal_ambition
                WHERE programme = \(programme.id) AND area = \(area) ORDER BY number DESC LIMIT 1
                """
            ).first
        else { return nil }
        let id: MunicipalAmbition.ID = try row.get(0)
        let themes = try db.run("SELECT theme, words FROM municipal_ambition_theme WHERE ambition_id = \(id)")
        return MunicipalAmbition(
            id: id,
            area: area,
            spokenOn: try row.get(1),
            spokenWith: try row.get(2),
            words: try row.get(3),
            themes: try themes.reduce(into: [:]) { $0[try $1.get(0, as: Theme.ID.self)] = try $1.get(1) },
            recordedAt: try row.get(4),
            name: try row.get(5)
        )
    }

    /// `false` when it was there already.
    func insert(_ ambition: MunicipalAmbition, by account: AccountID?) throws -> Bool {
        let added = try db.run(
            """
            INSERT INTO municipal_ambition (id, programme, area, number, spoken_on, spoken_with, words, recorded_at,
                account_id, name)
            VALUES (\(ambition.id), \(programme.id), \(ambition.area),
                (SELECT coalesce(MAX(number), 0) + 1 FROM municipal_ambition
                    WHERE programme = \(programme.id) AND area = \(ambition.area)),
                \(ambition.spokenOn), \(ambition.spokenWith), \(ambition.words), \(ambition.recordedAt), \(account),
                \(ambition.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        )
        guard !added.isEmpty else { return false }
        for (theme, words) in ambition.themes.sorted(by: { $0.key < $1.key }) {
            try db.run(
                """
                INSERT INTO municipal_ambition_theme (ambition_id, theme, words)
                VALUES (\(ambition.id), \(theme), \(words))
                """
            )
        }
        return true
    }
}
