package import Kernel

/// What came of it, as somebody typed it.
package struct FollowUpForm: Sendable {
    package var id: String?
    package var contactedOn: String?
    package var link: String?
    package var help: String?
    package var ambitions: String?
    package var note: String?

    package init(
        id: String? = nil,
        contactedOn: String? = nil,
        link: String? = nil,
        help: String? = nil,
        ambitions: String? = nil,
        note: String? = nil
    ) {
        self.id = id
        self.contactedOn = contactedOn
        self.link = link
        self.help = help
        self.ambitions = ambitions
        self.note = note
    }

    func read(heldOn: Day, today: Day, world: World, by name: String) throws(InvalidFollowUp) -> FollowUpOutcome {
        var issues: [InvalidFollowUp.Issue] = []
        let day = contactedOn.flatMap(Day.init)
        switch day {
        case nil: issues.append(.contactedOnUnreadable)
        case let day? where day > today: issues.append(.contactedInFuture)
        case let day? where day < heldOn: issues.append(.contactedBeforeConversation(heldOn))
        default: break
        }
        let link = link.flatMap(FollowUpOutcome.Link.init)
        if link == nil { issues.append(.linkMissing) }
        // Where there was no link, there is nothing that could have helped.
        let help = link == FollowUpOutcome.Link.none ? .notApplicable : help.flatMap(FollowUpOutcome.Help.init)
        if help == nil { issues.append(.helpMissing) }
        let ambitions = ambitions.flatMap(FollowUpOutcome.Ambitions.init)
        if ambitions == nil { issues.append(.ambitionsMissing) }
        let note = note?.nonEmpty
        if note?.count ?? 0 > 2000 { issues.append(.noteTooLong) }
        guard issues.isEmpty, let day, let link, let help, let ambitions else { throw InvalidFollowUp(issues: issues) }
        return FollowUpOutcome(
            id: id.flatMap(FollowUpOutcome.ID.init) ?? world.id(),
            contactedOn: day,
            link: link,
            help: help,
            ambitions: ambitions,
            note: note,
            recordedAt: world.now(),
            name: name
        )
    }
}

/// Another day or another person, as somebody typed it.
package struct FollowUpPlanForm: Sendable {
    package var id: String?
    package var dueOn: String?
    package var responsible: String?

    package init(id: String? = nil, dueOn: String? = nil, responsible: String? = nil) {
        self.id = id
        self.dueOn = dueOn
        self.responsible = responsible
    }

    func read(heldOn: Day) throws(InvalidFollowUp) -> (dueOn: Day, responsible: String) {
        var issues: [InvalidFollowUp.Issue] = []
        let day = dueOn.flatMap(Day.init)
        switch day {
        case nil: issues.append(.dueOnUnreadable)
        case let day? where day <= heldOn: issues.append(.dueBeforeConversation(heldOn))
        default: break
        }
        let responsible = responsible.line
        if responsible == nil { issues.append(.responsibleMissing) }
        if responsible?.count ?? 0 > 100 { issues.append(.responsibleTooLong) }
        guard issues.isEmpty, let day, let responsible else { throw InvalidFollowUp(issues: issues) }
        return (day, responsible)
    }
}

package struct InvalidFollowUp: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case contactedOnUnreadable, contactedInFuture, contactedBeforeConversation(Day)
        case linkMissing, helpMissing, ambitionsMissing, noteTooLong
        case dueOnUnreadable, dueBeforeConversation(Day), responsibleMissing, responsibleTooLong
    }

    package let issues: [Issue]
    package var code: String { "follow-up.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}
