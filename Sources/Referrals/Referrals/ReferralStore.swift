import Audit
import Fieldwork
import Foundation
import Kernel
import Storage

extension ReferralStep: SQLConvertible {}
extension ReferralState: SQLConvertible {}
extension ReferralEvent.Side: SQLConvertible {}
extension HandoverConsent.Manner: SQLConvertible {}

/// All SQL about referrals of one programme.
struct ReferralStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func find(_ id: Referral.ID) throws -> Referral {
        guard let referral = try read("r.id = \(id)").first else { throw ReferralProblem.notFound }
        return referral
    }

    func find(_ initiative: InitiativeCode, of conversation: Conversation.ID) throws -> Referral? {
        try read("r.conversation_id = \(conversation) AND r.initiative = \(initiative)").first
    }

    func all(of conversation: Conversation.ID) throws -> [Referral] {
        try read("r.conversation_id = \(conversation)")
    }

    func all(of company: Company.ID) throws -> [Referral] {
        try read("r.company_id = \(company)")
    }

    func all(to initiatives: Set<InitiativeCode>) throws -> [Referral] {
        try read("r.initiative IN \(SQL.list(initiatives.sorted()))")
    }

    func insert(_ referral: Referral) throws {
        try db.run(
            """
            INSERT INTO referral (id, programme, conversation_id, company_id, initiative)
            VALUES (\(referral.id), \(programme), \(referral.conversation), \(referral.company),
                \(referral.initiative))
            """
        )
    }

    /// `nil` when nothing has this identifier yet.
    func referral(withEvent id: ReferralEvent.ID) throws -> Referral.ID? {
        try db.run("SELECT referral_id FROM referral_event WHERE programme = \(programme) AND id = \(id)").first
            .map { try $0.get(0) }
    }

    func append(_ event: ReferralEvent, to referral: Referral.ID, number: Int) throws {
        do {
            try db.run(
                """
                INSERT INTO referral_event (id, programme, referral_id, number, step, happened_on, recorded_at,
                    account_id, name, side, note, what, contact, agreed_day)
                VALUES (\(event.id), \(programme), \(referral), \(number), \(event.step), \(event.happenedOn),
                    \(event.recordedAt), \(event.account), \(event.name), \(event.side), \(event.note),
                    \(event.agreement?.what), \(event.agreement?.contact), \(event.agreement?.day))
                """
            )
        } catch SQLError.uniqueViolation {
            throw ReferralProblem.identifierInUse
        }
    }

    func insert(_ handover: Handover, with event: ReferralEvent.ID, of referral: Referral.ID) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let items = String(decoding: try encoder.encode(handover.items), as: UTF8.self)
        let consent = handover.consent
        try db.run(
            """
            INSERT INTO referral_handover (event_id, programme, referral_id, given_by, manner, given_on, text_version,
                items)
            VALUES (\(event), \(programme), \(referral), \(consent.givenBy), \(consent.manner), \(consent.givenOn),
                \(consent.textVersion), \(items))
            """
        )
    }

    /// What was handed over last.
    func handover(of referral: Referral.ID) throws -> Handover? {
        try handovers("h.referral_id = \(referral)")[referral]
    }

    func handovers(to initiatives: Set<InitiativeCode>) throws -> [Referral.ID: Handover] {
        try handovers("r.initiative IN \(SQL.list(initiatives.sorted()))")
    }

    private func handovers(_ condition: SQL) throws -> [Referral.ID: Handover] {
        let rows = try db.run(
            """
            SELECT h.referral_id, h.given_by, h.manner, h.given_on, h.text_version, h.items
            FROM referral_handover h
            JOIN referral r ON r.id = h.referral_id
            JOIN referral_event e ON e.id = h.event_id
            WHERE h.programme = \(programme) AND \(condition) ORDER BY e.number
            """
        )
        var result: [Referral.ID: Handover] = [:]
        for row in rows {
            let items: String = try row.get(5)
            result[try row.get(0)] = Handover(
                consent: HandoverConsent(
                    givenBy: try row.get(1),
                    manner: try row.get(2),
                    givenOn: try row.get(3),
                    textVersion: try row.get(4)
                ),
                items: try JSONDecoder().decode([SharedItem].self, from: Data(items.utf8))
            )
        }
        return result
    }

    private func read(_ condition: SQL) throws -> [Referral] {
        let rows = try db.run(
            """
            SELECT r.id, r.conversation_id, r.company_id, r.initiative, e.id, e.step, e.happened_on, e.recorded_at,
                e.account_id, e.name, e.side, e.note, e.what, e.contact, e.agreed_day
            FROM referral r JOIN referral_event e ON e.referral_id = r.id
            WHERE r.programme = \(programme) AND \(condition)
            ORDER BY r.initiative, r.id, e.number
            """
        )
        var referrals: [Referral] = []
        for row in rows {
            let id: Referral.ID = try row.get(0)
            let earlier = referrals.last?.id == id ? referrals.removeLast().events : []
            referrals.append(
                Referral(
                    id: id,
                    conversation: try row.get(1),
                    company: try row.get(2),
                    initiative: try row.get(3),
                    events: earlier + [try event(row)]
                )
            )
        }
        return referrals
    }

    private func event(_ row: SQLRow) throws -> ReferralEvent {
        let what: String? = try row.find(12)
        let contact: String? = try row.find(13)
        let day: Day? = try row.find(14)
        return ReferralEvent(
            id: try row.get(4),
            step: try row.get(5),
            happenedOn: try row.get(6),
            recordedAt: try row.get(7),
            account: try row.find(8),
            name: try row.get(9),
            side: try row.get(10),
            note: try row.find(11),
            agreement: what.map { ReferralAgreement(what: $0, contact: contact, day: day) }
        )
    }
}

extension SQLConnection {
    func referrals(in programme: ProgrammeID) -> ReferralStore {
        ReferralStore(db: self, programme: programme)
    }
}
