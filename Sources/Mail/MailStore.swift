import Audit
package import Foundation
package import Kernel
package import Storage

extension MailState: SQLConvertible {}
extension MailMessage.Kind: SQLConvertible {}

/// All SQL about letters.
package struct MailStore {
    let db: any SQLConnection

    /// Puts a letter in the outbox, in the transaction of the decision that it tells about. The same identifier again
    /// changes nothing.
    package func append(
        _ message: MailMessage,
        in programme: ProgrammeID,
        by principal: Principal,
        at moment: Date
    ) throws {
        let content = message.content
        try db.run(
            """
            INSERT INTO mail_message (id, programme, kind, to_name, to_email, language, title, plain, html, calendar,
                about, state, attempts, made_at, next_attempt, account_id, by_name)
            VALUES (\(message.id), \(programme), \(message.kind), \(message.to.name), \(message.to.email),
                \(message.language.rawValue), \(content.title), \(content.plain), \(content.html),
                \(content.calendar), \(message.subject), \(MailState.waiting), \(0), \(moment), \(moment),
                \(principal.account), \(principal.name))
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// Takes away to whom letters were and what they said; what was not sent yet never goes.
    package func erase(about subjects: [String], in programme: ProgrammeID) throws {
        try db.run(
            """
            UPDATE mail_message SET to_name = '', to_email = '', title = '', plain = '', html = '', calendar = NULL,
                reply = NULL, next_attempt = NULL,
                state = CASE WHEN state IN ('waiting', 'failed', 'uncertain') THEN 'withdrawn' ELSE state END
            WHERE programme = \(programme) AND about IN \(SQL.list(subjects))
            """
        )
    }

    // MARK: Sending

    /// The letter that has waited longest, for one sender only; `nil` when there is nothing to do.
    func claim(at moment: Date, until end: Date) throws -> (message: MailMessage, attempts: Int)? {
        let rows = try db.run(
            """
            UPDATE mail_message
            SET state = \(MailState.sending), attempts = attempts + 1, claimed_until = \(end)
            WHERE id = (
                SELECT id FROM mail_message WHERE state = \(MailState.waiting) AND next_attempt <= \(moment)
                ORDER BY next_attempt, id LIMIT 1
            ) AND state = \(MailState.waiting)
            RETURNING id, kind, to_name, to_email, language, title, plain, html, calendar, about, attempts
            """
        )
        return try rows.first.map { row in
            (
                MailMessage(
                    id: try row.get(0),
                    kind: try row.get(1),
                    to: MailAddress(name: try row.get(2), email: try row.get(3)),
                    language: Language(rawValue: try row.get(4)) ?? .dutch,
                    content: MailContent(
                        title: try row.get(5),
                        plain: try row.get(6),
                        html: try row.get(7),
                        calendar: try row.find(8)
                    ),
                    about: try row.get(9)
                ),
                try row.get(10)
            )
        }
    }

    /// What came of it. What was sent, or never will be, keeps nothing of what it said: it may have a personal link in
    /// it.
    func settle(
        _ id: MailMessage.ID,
        as state: MailState,
        reply: String?,
        nextAttempt: Date?,
        at moment: Date
    ) throws {
        let isOver = state == .sent || state == .bounced
        try db.run(
            """
            UPDATE mail_message SET state = \(state), reply = \(reply), next_attempt = \(nextAttempt),
                claimed_until = NULL, sent_at = \(state == .sent ? moment : nil),
                plain = CASE WHEN \(isOver) THEN '' ELSE plain END,
                html = CASE WHEN \(isOver) THEN '' ELSE html END,
                calendar = CASE WHEN \(isOver) THEN NULL ELSE calendar END
            WHERE id = \(id) AND state = \(MailState.sending)
            """
        )
    }

    /// Letters whose sender never came back: whether they arrived nobody knows.
    func abandon(at moment: Date) throws {
        try db.run(
            """
            UPDATE mail_message SET state = \(MailState.uncertain), next_attempt = NULL, claimed_until = NULL
            WHERE state = \(MailState.sending) AND claimed_until < \(moment)
            """
        )
    }

    // MARK: By hand

    func all(in programme: ProgrammeID, limit: Int) throws -> [OutboxItem] {
        try read("programme = \(programme) ORDER BY made_at DESC, id LIMIT \(limit)")
    }

    /// How letters about one thing stand, the last one first.
    package func about(_ subject: String, in programme: ProgrammeID) throws -> [OutboxItem] {
        try read("programme = \(programme) AND about = \(subject) ORDER BY made_at DESC, id")
    }

    /// Letters of some days that came back, were given up, or may not have arrived, as they stand now.
    package func troubled(in programme: ProgrammeID, from first: Date, to last: Date) throws -> Int {
        try db.run(
            """
            SELECT count(*) FROM mail_message
            WHERE programme = \(programme) AND made_at >= \(first) AND made_at < \(last)
                AND state IN (\(MailState.bounced), \(MailState.failed), \(MailState.uncertain))
            """
        )[0].get(0)
    }

    func find(_ id: MailMessage.ID, in programme: ProgrammeID) throws -> OutboxItem? {
        try read("programme = \(programme) AND id = \(id)").first
    }

    func change(_ id: MailMessage.ID, to state: MailState, nextAttempt: Date?) throws {
        try db.run(
            """
            UPDATE mail_message SET state = \(state), next_attempt = \(nextAttempt), attempts = \(0)
            WHERE id = \(id)
            """
        )
    }

    /// Notes that a letter came back after it was taken. `false` when there is no such letter.
    func bounce(_ id: MailMessage.ID, _ reply: String) throws -> Bool {
        try !db.run(
            """
            UPDATE mail_message SET state = \(MailState.bounced), reply = \(reply), next_attempt = NULL
            WHERE id = \(id) AND state IN (\(MailState.sent), \(MailState.uncertain)) RETURNING id
            """
        ).isEmpty
    }

    private func read(_ condition: SQL) throws -> [OutboxItem] {
        try db.run(
            """
            SELECT id, kind, to_name, to_email, title, about, state, attempts, made_at, next_attempt, sent_at, reply
            FROM mail_message WHERE \(condition)
            """
        ).map { row in
            OutboxItem(
                id: try row.get(0),
                kind: try row.get(1),
                to: MailAddress(name: try row.get(2), email: try row.get(3)),
                title: try row.get(4),
                about: try row.get(5),
                state: try row.get(6),
                attempts: try row.get(7),
                madeAt: try row.get(8),
                nextAttempt: try row.find(9),
                sentAt: try row.find(10),
                reply: try row.find(11)
            )
        }
    }
}

extension SQLConnection {
    /// The letters of this database.
    package var mail: MailStore { MailStore(db: self) }
}
