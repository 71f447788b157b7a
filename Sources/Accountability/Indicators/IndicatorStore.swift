import Audit
import Fieldwork
import Foundation
import Gatherings
import Kernel
import Programmes
import Referrals
import Storage

/// All SQL about indicators, in one programme.
struct IndicatorStore {
    let db: any SQLConnection
    let programme: Programme
    let history: SheetHistory

    func facts() throws -> IndicatorFacts {
        let measured = try measured()
        return IndicatorFacts(
            talks: try talks(),
            links: try links(),
            sessions: try db.sessionsHeld(in: programme.id)
                .map { HeldSession(countsFrom: $0.countsFrom, municipality: $0.municipality) },
            followUps: try followUps(),
            answers: try answers(),
            measured: measured,
            representativeness: try db.representativeness(in: programme)
        )
    }

    /// First conversations, from the moment at which they had a result.
    private func talks() throws -> [IndicatorFacts.Talk] {
        try db.run(
            """
            SELECT c.company, o.municipality, coalesce(e.held_on, e.planned_on), f.happened_at
            FROM conversation c
            JOIN company o ON o.id = c.company
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            JOIN conversation_event f ON f.conversation = c.id
                AND f.number = (SELECT MIN(number) FROM conversation_event
                    WHERE conversation = c.id AND kind = 'finished')
            WHERE c.programme = \(programme.id) AND c.measurement = 'start'
                AND e.state IN ('finished', 'correcting')
            """
        ).map { row in
            IndicatorFacts.Talk(
                company: try row.get(0),
                municipality: try row.find(1),
                heldOn: try row.get(2),
                countsFrom: Day(try row.get(3, as: Date.self))
            )
        }
    }

    private func links() throws -> [IndicatorFacts.Link] {
        let referred = ReferralStep.allCases.filter { $0.state?.isReferred ?? false }
        let contact: [ReferralStep] = [.firstContact, .running, .done]
        return try db.run(
            """
            SELECT r.company_id, r.initiative,
                (SELECT MIN(happened_on) FROM referral_event WHERE referral_id = r.id
                    AND step IN \(SQL.list(referred))),
                (SELECT MIN(happened_on) FROM referral_event WHERE referral_id = r.id AND step IN \(SQL.list(contact))),
                coalesce(e.held_on, e.planned_on)
            FROM referral r
            JOIN conversation_event e ON e.conversation = r.conversation_id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = r.conversation_id)
            WHERE r.programme = \(programme.id)
            """
        ).map { row in
            IndicatorFacts.Link(
                company: try row.get(0),
                initiative: try row.get(1),
                agreedOn: try row.find(2),
                firstContactOn: try row.find(3),
                talkHeldOn: try row.get(4)
            )
        }
    }

    /// The first call with each company.
    private func followUps() throws -> [Day] {
        try db.run(
            """
            SELECT MIN(f.contacted_on) FROM follow_up_outcome f JOIN conversation c ON c.id = f.conversation_id
            WHERE f.programme = \(programme.id) GROUP BY c.company
            """
        ).map { try $0.get(0) }
    }

    private func answers() throws -> [IndicatorFacts.Answer] {
        try db.run(
            """
            SELECT a.referral_id, o.contacted_on, a.help, a.link FROM follow_up_answer a
            JOIN follow_up_outcome o ON o.id = a.outcome_id
            WHERE a.programme = \(programme.id) ORDER BY o.contacted_on, o.number
            """
        ).map { row in
            IndicatorFacts.Answer(
                referral: try row.get(0),
                day: try row.get(1),
                help: try row.get(2),
                link: try row.get(3)
            )
        }
    }

    /// What companies did that were measured more than once, as the sheet of today counts it.
    private func measured() throws -> [Company.ID: [IndicatorFacts.Measured]] {
        let again: SQL = """
            SELECT c.company FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme.id) AND e.state IN ('finished', 'correcting')
            GROUP BY c.company HAVING count(*) > 1
            """
        let taps = try db.taps(
            in: programme.id,
            where: "conversation IN (SELECT id FROM conversation WHERE company IN (\(again)))"
        )
        return try db.run(
            """
            SELECT c.company, c.id, e.sheet_version, f.happened_at FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            JOIN conversation_event f ON f.conversation = c.id
                AND f.number = (SELECT MIN(number) FROM conversation_event
                    WHERE conversation = c.id AND kind = 'finished')
            WHERE c.programme = \(programme.id) AND e.state IN ('finished', 'correcting')
                AND e.sheet_version IS NOT NULL AND c.company IN (\(again))
            ORDER BY coalesce(e.held_on, e.planned_on), f.happened_at, c.id
            """
        ).reduce(into: [:]) { result, row in
            let company: Company.ID = try row.get(0)
            let answers = SheetAnswers(inOrder: taps[try row.get(1)] ?? [])
                .translated(from: try row.get(2), to: programme.sheet.version, by: history)
            result[company, default: []].append(
                IndicatorFacts.Measured(
                    company: company,
                    countsFrom: Day(try row.get(3, as: Date.self)),
                    doing: answers.doing.count
                )
            )
        }
    }

    // MARK: Notes

    /// The last one first.
    func notes() throws -> [IndicatorNote] {
        try db.run(
            """
            SELECT id, indicator, about_day, words, name FROM indicator_note WHERE programme = \(programme.id)
            ORDER BY about_day DESC, recorded_at DESC, id DESC
            """
        ).map { row in
            IndicatorNote(
                id: try row.get(0),
                indicator: try row.get(1),
                day: try row.get(2),
                words: try row.get(3),
                name: try row.get(4)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ note: IndicatorNote, by account: AccountID?, at moment: Date) throws -> Bool {
        try !db.run(
            """
            INSERT INTO indicator_note (id, programme, indicator, about_day, words, recorded_at, account_id, name)
            VALUES (\(note.id), \(programme.id), \(note.indicator), \(note.day), \(note.words), \(moment), \(account),
                \(note.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }
}
