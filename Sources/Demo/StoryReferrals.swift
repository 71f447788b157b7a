import Fieldwork
import Kernel
import Programmes
import Referrals

extension Story {
    /// What comes of a finished conversation: advice, referrals in the state that they would have reached by now, and
    /// the call some months later.
    func refer(
        _ company: RegisteredCompany,
        after conversation: Conversation.ID,
        invented: InventedAnswers,
        by adviser: Principal,
        dice: inout Dice
    ) async throws {
        let heldOn = clock.today
        clock.advance(minutes: 25)
        try await advise(conversation, invented: invented, by: adviser)
        let worksheet = try await referrals.worksheet(for: conversation, in: programme.id, as: adviser)
        var referred: [InitiativeCode] = []
        // The team of the programme itself is what people choose first, wherever it stands in the list.
        let suggested = worksheet.suggestions.suggested.map(\.initiative)
        let considered = suggested.filter { $0 == firstChoice } + suggested.filter { $0 != firstChoice }.prefix(2)
        for (rank, initiative) in considered.enumerated() {
            clock.move(to: heldOn, hour: 16, minute: 10 + rank)
            if dice.throwsUnder(initiative == firstChoice ? 0.3 : 0.14) {
                try await choose(initiative, for: conversation, on: heldOn, by: adviser, dice: &dice)
                referred.append(initiative)
            } else if dice.throwsUnder(0.3) {
                let form = ReferralForm(
                    initiative: initiative.description,
                    reason: "Het bedrijf wil dit eerst zelf proberen."
                )
                try await referrals.reject(form, for: conversation, in: programme.id, as: adviser)
            }
        }
        for initiative in referred {
            try await follow(initiative, of: company, conversation, since: heldOn, by: adviser, dice: &dice)
        }
        try await followUp(conversation, by: adviser, dice: &dice)
    }

    private func advise(
        _ conversation: Conversation.ID,
        invented: InventedAnswers,
        by adviser: Principal
    ) async throws {
        let wishes = programme.sheet.activities.filter { invented.answers.ambition.contains($0.code) }.prefix(3)
        guard !wishes.isEmpty else { return }
        let steps = wishes.enumerated().map { index, activity in
            "\(["Deze maand uitzoeken", "Met de ploeg bespreken", "Offerte of voorbeeld vragen"][index]): \(activity.text.nl)"
        }
        try await advices.write(
            AdviceForm(steps: steps.joined(separator: "\n")),
            for: conversation,
            in: programme.id,
            as: adviser
        )
    }

    private func choose(
        _ initiative: InitiativeCode,
        for conversation: Conversation.ID,
        on day: Day,
        by adviser: Principal,
        dice: inout Dice
    ) async throws {
        let meeting = calendar.workday(from: day.adding(days: 14), to: day.adding(days: 45), dice: &dice)
        let form = ReferralForm(
            initiative: initiative.description,
            what: dice.pick([
                "Kennismaking in de hal", "Telefonisch doornemen wat mogelijk is", "Bezoek met een deskundige",
            ]),
            contact: people.coaches[initiative]?.name ?? "contactpersoon volgt",
            day: meeting?.description,
            agreed: dice.throwsUnder(0.9) ? "ja" : nil
        )
        try await referrals.choose(form, for: conversation, in: programme.id, as: adviser)
    }

    /// Step by step for as long as the story lasts, and with the chance that somebody stops or says nothing.
    private func follow(
        _ initiative: InitiativeCode,
        of company: RegisteredCompany,
        _ conversation: Conversation.ID,
        since heldOn: Day,
        by adviser: Principal,
        dice: inout Dice
    ) async throws {
        let mine = try await referrals.all(of: company.id, in: programme.id, as: adviser)
        guard let referral = mine.first(where: { $0.initiative == initiative && $0.conversation == conversation }),
            referral.state == .agreed
        else { return }
        var day = heldOn.adding(days: dice.number(1...9))
        guard day < calendar.today, dice.throwsUnder(0.9) else { return }
        clock.move(to: day, hour: 10)
        let shareable = try await referrals.detail(referral.id, in: programme.id, as: adviser).shareable
        let form = HandoverForm(
            items: SharedItem.Kind.allCases.map(\.rawValue),
            companyContact: "\(company.invented.contact.name), \(company.invented.contact.email)",
            givenBy: company.invented.contact.name,
            manner: HandoverConsent.Manner.spoken.rawValue,
            givenOn: heldOn.description,
            seen: shareable.fingerprint
        )
        try await referrals.handOver(form, referral.id, in: programme.id, as: adviser)

        let coach = people.coaches[initiative]
        for step in course(hasCoach: coach != nil, dice: &dice) {
            day = day.adding(days: dice.number(5...35))
            guard day < calendar.today else { return }
            clock.move(to: day, hour: dice.number(9...16))
            let form = ReferralStepForm(
                step: step.rawValue,
                happenedOn: day.description,
                note: step.needsReason ? dice.pick(reasons) : nil
            )
            if let coach {
                try await shared.answer(form, to: referral.id, in: programme.id, as: coach)
            } else {
                try await referrals.record(form, about: referral.id, in: programme.id, as: adviser)
            }
        }
    }

    private func course(hasCoach: Bool, dice: inout Dice) -> [ReferralStep] {
        let accepted: [ReferralStep] = hasCoach ? [.accepted] : []
        return dice.pick(weighted: [
            ([], 10),
            (hasCoach ? [.declined] : [.stopped], 9),
            (accepted, 10),
            (accepted + [.firstContact], 16),
            (accepted + [.firstContact, .running], 24),
            (accepted + [.firstContact, .running, .done], 24),
            (accepted + [.firstContact, .stopped], 8),
        ])
    }

    /// The call some months later.
    private func followUp(
        _ conversation: Conversation.ID,
        by adviser: Principal,
        dice: inout Dice
    ) async throws {
        let due = try await followUps.find(conversation, in: programme.id, as: adviser).dueOn
        let day = due.adding(days: dice.number(-3...16))
        guard day < calendar.today, dice.throwsUnder(0.8) else { return }
        clock.move(to: day, hour: dice.number(9...16))
        let call = try await followUps.call(conversation, in: programme.id, as: adviser)
        var form = call.form
        form.contactedOn = day.description
        form.measurement = call.measurement.rawValue
        for ambition in call.ambitions {
            form.fates[ambition.code.description] =
                dice.pick(weighted: [
                    (FollowUpOutcome.Fate.realised, 20), (.underway, 40), (.notStarted, 30), (.dropped, 7),
                    (.notAsked, 3),
                ]).rawValue
        }
        for referral in call.referrals {
            let link: FollowUpOutcome.Link = dice.pick(weighted: [(.yes, 60), (.partly, 25), (.no, 15)])
            let help: FollowUpOutcome.Help = dice.pick(weighted: [
                (.yes, 50), (.somewhat, 25), (.no, 10), (.tooEarly, 15),
            ])
            let fits = link != .no && help != .no
            form.referrals[referral.id.description] = .init(
                link: link.rawValue,
                help: help.rawValue,
                misfit: fits ? "" : dice.pick(FollowUpOutcome.Misfit.allCases.filter { $0 != .other }).rawValue
            )
        }
        form.additionality =
            dice.pick(weighted: [
                (FollowUpOutcome.Additionality.no, 45), (.later, 35), (.yes, 15), (.unknown, 5),
            ]).rawValue
        form.note = dice.throwsUnder(0.4) ? dice.pick(remarks) : ""
        if dice.throwsUnder(0.2) { form.nextOn = day.adding(months: 5).description }
        try await followUps.record(form, for: conversation, in: programme.id, as: adviser)
    }

    /// What the project leader told about help that did not fit, and what was done with it.
    func tellSupport() async throws {
        guard
            let fit = try await support.fits(in: programme.id, as: people.projectLeader).max(by: {
                $0.misfits < $1.misfits
            }),
            fit.misfits > 0
        else { return }
        clock.move(to: calendar.today.adding(days: -20), hour: 11)
        let told = SupportForm(
            words:
                "Sommige bedrijven liepen vast voordat de hulp iets opleverde. Begin met een rondgang door de werkplaats en kies dan één stap."
        )
        try await support.tell(told, about: fit.initiative, in: programme.id, as: people.projectLeader)
        clock.move(to: calendar.today.adding(days: -6), hour: 11)
        let signals = try await support.told(in: programme.id, as: people.projectLeader)
        guard let signal = signals.first else { return }
        let change = SupportForm(words: "Het eerste bezoek is nu altijd in de werkplaats, en duurt een uur.")
        try await support.change(change, after: signal.id, in: programme.id, as: people.projectLeader)
    }
}

private let firstChoice: InitiativeCode = "VTM"
private let reasons = [
    "Het bedrijf heeft op dit moment te veel werk.", "De vraag past beter bij een ander initiatief.",
    "De groep voor dit najaar is vol.", "Er is nog geen stuklijst, die is eerst nodig.",
]
private let remarks = [
    "De coach kwam langs en heeft meteen twee dingen aangewezen.", "Het eerste resultaat is er, nu de rest nog.",
    "Er is nog geen tijd geweest, na de zomer weer bellen.", "Wil graag een keer vertellen op een kennissessie.",
]
