package import Kernel
package import Programmes
import Storage

/// What is talked about in a meeting, and in which order.
extension Governances {
    /// Puts something on an agenda. The same form twice counts once.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func add(
        _ form: AgendaItemForm,
        to meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        let plan = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let kind = AgendaItem.Kind(rawValue: form.kind)
        if kind == nil { reading.note(.kind, .missing) }
        let title = reading.line(form.title, .title, limit: 150)
        let words = reading.text(form.words, .words, limit: 2000, isNeeded: false)
        try reading.finish()
        guard let kind else { throw InvalidGovernance(issues: reading.issues) }
        let id = AgendaItem.ID(form.id) ?? world.id()
        let line = ActionLine.ID(form.line).flatMap(plan.line)?.code
        try await database.write { db in
            let store = db.governance(in: programme.id)
            guard try store.find(meeting) != nil else { throw GovernanceProblem.meetingNotFound }
            let item = AgendaItem(
                id: id,
                meeting: meeting,
                position: (try store.agenda(of: meeting).last?.position ?? 0) + 1,
                kind: kind,
                title: title,
                words: words,
                line: line,
                name: principal.name
            )
            guard try store.insert(item) else { return }
            try audit(db, "meeting.agenda-added", "meeting \(meeting)", programme, principal)
        }
    }

    /// Takes something off an agenda with its papers, until the day of the meeting is over. What is off already stays off.
    ///
    /// - Throws: ``GovernanceProblem``.
    package func remove(
        _ item: AgendaItem.ID,
        from meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try await changeAgenda(of: meeting, in: programme, as: principal) { store, agenda in
            guard agenda.contains(where: { $0.id == item }) else { return nil }
            try store.db.agendaPapers(in: programme.id).removeAll(of: item)
            try store.remove(item)
            return "meeting.agenda-removed"
        }
    }

    /// Puts something one place earlier on an agenda, until the day of the meeting is over. When it is elsewhere than
    /// `position` by now, somebody did so already, and it stays.
    ///
    /// - Throws: ``GovernanceProblem``.
    package func putEarlier(
        _ item: AgendaItem.ID,
        from position: Int,
        on meeting: Meeting.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try await changeAgenda(of: meeting, in: programme, as: principal) { store, agenda in
            guard let index = agenda.firstIndex(where: { $0.id == item }), index > 0,
                agenda[index].position == position
            else { return nil }
            try store.put(agenda[index].id, at: agenda[index - 1].position)
            try store.put(agenda[index - 1].id, at: position)
            return "meeting.agenda-ordered"
        }
    }

    /// `change` says what was done, or `nil` for nothing.
    private func changeAgenda(
        of id: Meeting.ID,
        in programme: Programme,
        as principal: Principal,
        _ change: @escaping @Sendable (GovernanceStore, [AgendaItem]) throws -> String?
    ) async throws {
        _ = try requireSecretary(programme, principal)
        let today = world.today
        try await database.write { db in
            let store = db.governance(in: programme.id)
            guard let meeting = try store.find(id) else { throw GovernanceProblem.meetingNotFound }
            guard !meeting.isOver(on: today) else { throw GovernanceProblem.meetingIsOver }
            guard let action = try change(store, try store.agenda(of: id)) else { return }
            try audit(db, action, "meeting \(id)", programme, principal)
        }
    }
}
