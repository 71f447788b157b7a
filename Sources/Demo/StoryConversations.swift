import Fieldwork
import Foundation
import Kernel
import Programmes

extension Story {
    /// What was held up to today, each with its ticks, needs and examples, and what came of it.
    func holdConversations(progress: (Double) -> Void) async throws {
        var dice = Dice("conversations", seed: seed)
        let appointments = calendar.held(dice: &dice)
        for (index, appointment) in appointments.enumerated() {
            guard let company = nextCompany(for: appointment, dice: &dice) else { continue }
            visited.insert(company.id)
            let isLast = index >= appointments.count - 3
            try await hold(with: company, on: appointment.day, ending: isLast ? .open : .finished, dice: &dice)
            progress(Double(index + 1) / Double(appointments.count))
        }
    }

    enum Ending { case finished, open }

    /// What is agreed for the coming weeks, and two companies that called off.
    func planConversations() async throws {
        var dice = Dice("plans", seed: seed)
        clock.move(to: calendar.today.adding(days: -4), hour: 15)
        for (index, appointment) in calendar.coming(dice: &dice).enumerated() {
            guard let company = nextCompany(for: appointment, dice: &dice) else { continue }
            visited.insert(company.id)
            let id = try await plan(with: company, on: appointment.day, dice: &dice)
            if index >= 7 {
                try await conversations.cancel(
                    id,
                    because: "Het bedrijf heeft het te druk en wil na de zomer weer gebeld worden.",
                    in: programme.id,
                    as: people.projectLeader
                )
            }
        }
    }

    private func plan(with company: RegisteredCompany, on day: Day, dice: inout Dice) async throws -> Conversation.ID {
        let interviewer = dice.pick(people.interviewers)
        let time = ClockTime("\(dice.number(8...16)):\(dice.pick(["00", "30"]))")
        let plan = ConversationPlan(day: day, time: time, interviewer: Interviewer(interviewer))
        let conversation = try await conversations.add(
            clock.world.id(),
            with: company.id,
            plan,
            .start,
            in: programme.id,
            as: interviewer
        )
        return conversation.id
    }

    private func hold(
        with company: RegisteredCompany,
        on day: Day,
        ending: Ending,
        dice: inout Dice
    ) async throws {
        clock.move(to: day.adding(days: -dice.number(8...25)), hour: dice.number(9...16))
        let id = try await plan(with: company, on: day, dice: &dice)
        let interviewer = dice.pick(people.interviewers)
        clock.move(to: day, hour: dice.number(8...15), minute: dice.number(0...40))
        try await conversations.start(id, in: programme.id, as: interviewer)

        let invented = InventedAnswers(of: company.invented, in: programme, dice: &dice)
        let ticks = tickForms(for: invented.answers)
        clock.advance(minutes: dice.number(31...44))
        let made = ending == .finished ? ticks : Array(ticks.prefix(ticks.count / 2))
        try await conversations.tick(made, device: "tablet", on: id, in: programme.id, as: interviewer)
        guard ending == .finished else {
            try await conversations.pause(id, in: programme.id, as: interviewer)
            return
        }
        try await conversations.ask(
            for: invented.needs.map { SupportNeed(kind: $0) },
            of: id,
            in: programme.id,
            as: interviewer
        )
        if let example = invented.example {
            try await conversations.save(
                clock.world.id(),
                GoodExampleForm(example, givenBy: company.invented.contact.name, until: day.adding(months: 24)),
                of: id,
                in: programme.id,
                as: interviewer
            )
        }
        try await conversations.finish(id, in: programme.id, as: interviewer)
        try await refer(company, after: id, invented: invented, by: interviewer, dice: &dice)
    }

    /// The taps in the order of the sheet, a few seconds apart, as somebody makes them at a table.
    private func tickForms(for answers: SheetAnswers) -> [TickForm] {
        let begin = clock.now
        let taps = programme.sheet.activities.flatMap { activity -> [(Activity.ID, Mark)] in
            let code = activity.code
            return [
                answers.doing.contains(code) ? (code, Mark.doing) : nil,
                answers.ambition.contains(code) ? (code, Mark.ambition) : nil,
                answers.notApplicable.contains(code) ? (code, Mark.notApplicable) : nil,
                answers.unknown.contains(code) ? (code, Mark.unknown) : nil,
            ].compactMap(\.self)
        }
        return taps.enumerated().map { index, tap in
            TickForm(
                id: clock.world.id(),
                activity: tap.0,
                mark: tap.1,
                isOn: true,
                madeAt: begin.addingTimeInterval(Double(index) * 20)
            )
        }
    }
}

extension GoodExampleForm {
    fileprivate init(_ example: InventedExample, givenBy name: String, until day: Day) {
        self.init(
            title: example.telling.title,
            story: example.telling.story,
            costs: example.telling.costs,
            brings: example.telling.brings,
            effort: example.telling.effort.rawValue,
            activity: example.telling.activity.description,
            audience: example.audience.rawValue,
            until: example.audience == .nobody ? "" : day.description,
            givenBy: name
        )
    }
}
