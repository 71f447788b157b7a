import Fieldwork
import Foundation
import Kernel
import Storage

/// All SQL about how support fits, in one programme.
struct SupportSignalStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// What was told in the last call with each company, by initiative.
    func answers() throws -> [InitiativeCode: [FollowUpOutcome.Answer]] {
        try db.run(
            """
            SELECT r.initiative, a.referral_id, a.link, a.help, a.misfit, a.note FROM follow_up_answer a
            JOIN referral r ON r.id = a.referral_id
            JOIN follow_up_outcome o ON o.id = a.outcome_id
            WHERE a.programme = \(programme) AND o.number = (SELECT MAX(l.number) FROM follow_up_outcome l
                JOIN follow_up_answer la ON la.outcome_id = l.id
                WHERE l.conversation_id = o.conversation_id AND la.referral_id = a.referral_id)
            ORDER BY r.initiative, a.referral_id
            """
        ).reduce(into: [:]) { result, row in
            result[try row.get(0, as: InitiativeCode.self), default: []].append(
                FollowUpOutcome.Answer(
                    referral: try row.get(1),
                    link: try row.get(2),
                    help: try row.get(3),
                    misfit: try row.find(4),
                    note: try row.find(5)
                )
            )
        }
    }

    /// The last one first.
    func signals() throws -> [SupportSignal] {
        let changes = try db.run(
            """
            SELECT signal_id, words, made_at, name FROM support_change WHERE programme = \(programme)
            ORDER BY made_at, id
            """
        ).reduce(into: [SupportSignal.ID: [SupportSignal.Change]]()) { result, row in
            result[try row.get(0), default: []].append(
                SupportSignal.Change(words: try row.get(1), madeAt: try row.get(2), name: try row.get(3))
            )
        }
        return try db.run(
            """
            SELECT id, initiative, words, told_at, name FROM support_signal WHERE programme = \(programme)
            ORDER BY told_at DESC, id DESC
            """
        ).map { row in
            let id: SupportSignal.ID = try row.get(0)
            return SupportSignal(
                id: id,
                initiative: try row.get(1),
                words: try row.get(2),
                toldAt: try row.get(3),
                name: try row.get(4),
                changes: changes[id] ?? []
            )
        }
    }

    /// The names of everybody who was referred to it: what a signal must not say.
    func names(referredTo initiative: InitiativeCode) throws -> [String] {
        try db.run(
            """
            SELECT o.name FROM referral r JOIN company o ON o.id = r.company_id
            WHERE r.programme = \(programme) AND r.initiative = \(initiative)
            UNION
            SELECT p.name FROM referral r JOIN company_contact p ON p.company_id = r.company_id
            WHERE r.programme = \(programme) AND r.initiative = \(initiative)
            ORDER BY 1
            """
        ).map { try $0.get(0) }
    }

    /// Whether it is new; the same again changes nothing.
    func insert(_ signal: SupportSignal, by account: AccountID?) throws -> Bool {
        try !db.run(
            """
            INSERT INTO support_signal (id, programme, initiative, words, told_at, account_id, name)
            VALUES (\(signal.id), \(programme), \(signal.initiative), \(signal.words), \(signal.toldAt), \(account),
                \(signal.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func insert(
        _ change: SupportSignal.Change,
        _ id: ID<SupportSignal.Change>,
        to signal: SupportSignal.ID,
        by account: AccountID?
    ) throws -> Bool {
        try !db.run(
            """
            INSERT INTO support_change (id, programme, signal_id, words, made_at, account_id, name)
            VALUES (\(id), \(programme), \(signal), \(change.words), \(change.madeAt), \(account), \(change.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }
}

extension SQLConnection {
    func support(in programme: ProgrammeID) -> SupportSignalStore {
        SupportSignalStore(db: self, programme: programme)
    }
}
