import Foundation
import Kernel
import Programmes
import Storage

/// Does what one device sent.
struct FieldReceiver {
    let conversations: Conversations
    let companies: Companies
    let programme: Programme
    let principal: Principal
    let device: String
    let correction: TimeInterval

    /// Only what is the matter with this item becomes an outcome; a database that is away is an error of the whole.
    func receive(_ item: FieldItem) async throws -> FieldOutcome.State {
        do {
            return .done(try await perform(item))
        } catch ConversationProblem.notFound, CompanyProblem.notFound {
            return .early
        } catch ConversationProblem.closed(.planned), ConversationProblem.notPossible(_, in: .planned) {
            return .early
        } catch let problem as any Problem {
            return .refused(problem)
        }
    }

    private func perform(_ item: FieldItem) async throws -> FieldNote? {
        let once = conversations.once(item.id)
        let here = programme.id
        switch item.action {
        case .company(let id, let form): return try await register(id, form)
        case .plan(let id, let company, let day):
            let plan = ConversationPlan(day: day, interviewer: Interviewer(principal))
            try await conversations.add(id, with: company, plan, .start, in: here, as: principal)
        case .start(let id, let version, let day):
            // The clock of the device may be a day ahead.
            let heldOn = min(day, conversations.world.today)
            try await once.start(id, heldOn: heldOn, sheetVersion: version, in: here, as: principal)
        case .ticks(let id, let forms): return try await tick(forms, on: id)
        case .remark(let id, let activity, let text, let basedOn):
            return try await once.remark(text, on: activity, basedOn: basedOn, of: id, in: here, as: principal)
                .map(FieldNote.bothRemarks)
        case .needs(let id, let needs): try await once.ask(for: needs, of: id, in: here, as: principal)
        case .example(let id, let example, let form):
            try await once.save(example, form, of: id, in: here, as: principal)
        case .pause(let id): try await once.pause(id, in: here, as: principal)
        case .resume(let id): try await once.resume(id, in: here, as: principal)
        case .finish(let id): try await once.finish(id, in: here, as: principal)
        }
        return nil
    }

    /// A company that looks like another is kept all the same: what was said at its table must have a place.
    private func register(_ id: Company.ID, _ form: CompanyForm) async throws -> FieldNote? {
        do {
            try await companies.register(id, form, in: programme, as: principal)
            return nil
        } catch let invalid as InvalidCompany {
            guard invalid.issues.count == 1, case .looksLike(_, let name) = invalid.issues[0] else { throw invalid }
            var form = form
            form.isOther = true
            try await companies.register(id, form, in: programme, as: principal)
            return .looksLike(name)
        }
    }

    private func tick(_ forms: [TickForm], on id: Conversation.ID) async throws -> FieldNote? {
        let corrected = forms.map { form in
            TickForm(
                id: form.id,
                activity: form.activity,
                mark: form.mark,
                isOn: form.isOn,
                madeAt: form.madeAt.addingTimeInterval(correction)
            )
        }
        try await conversations.tick(corrected, device: device, on: id, in: programme.id, as: principal)
        let all = try await conversations.database.read { [here = programme.id, device] db in
            let store = db.sheet(of: id, in: here)
            return try store.hasTicks(fromOtherThan: device) ? try store.ticks() : []
        }
        let overruled = Self.overruled(of: Set(forms.map(\.activity)), by: all, thanFrom: device)
        guard !overruled.isEmpty else { return nil }
        let answers = SheetAnswers(all)
        return .overruled(Dictionary(uniqueKeysWithValues: overruled.map { ($0, answers.marks(of: $0)) }))
    }

    /// The activities on which another device has the last word, and says something else.
    static func overruled(
        of activities: Set<Activity.ID>,
        by ticks: [Tick],
        thanFrom device: String
    ) -> Set<Activity.ID> {
        let theirs = SheetAnswers(ticks)
        let own = SheetAnswers(ticks.filter { $0.device == device })
        let last = ticks.sorted(by: Tick.precedes).reduce(into: [:]) { $0[$1.activity] = $1.device }
        return activities.filter { last[$0] != device && theirs.marks(of: $0) != own.marks(of: $0) }
    }
}
