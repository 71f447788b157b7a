import Accountability
import Foundation
import Kernel
import Programmes

extension Story {
    /// What the deal municipalities want, who thinks along, what was concluded when people looked back, and why some
    /// numbers are what they are.
    func account() async throws {
        let leader = people.projectLeader
        try await recordAmbitions(by: leader)
        try await appointBoard(by: leader)
        for (index, phase) in programme.phases.filter({ $0.code.description.hasPrefix("evaluatie") }).enumerated() {
            let day = phase.first.firstDay.adding(days: 40)
            guard day < calendar.today, index < lookingBack.count else { continue }
            clock.move(to: day, hour: 16)
            var form = EvaluationForm()
            form.id = clock.world.uuid().uuidString
            form.title = phase.name.nl
            form.phase = phase.code.description
            form.heldOn = day.description
            form.present = "Dealgemeenten, klankbordgroep, provincie"
            form.conclusions = lookingBack[index].conclusions
            try await evaluations.record(form, in: programme.id, as: leader)
            guard let change = ID<Evaluation>(form.id), day.adding(days: 21) < calendar.today else { continue }
            clock.move(to: day.adding(days: 21), hour: 9)
            let words = IndicatorNoteForm(words: lookingBack[index].change)
            try await evaluations.change(words, after: change, in: programme.id, as: leader)
        }
        clock.move(to: calendar.today.adding(days: -4), hour: 14)
        let report = try await indicators.report(of: programme.id, as: leader)
        for state in report.states.filter({ $0.standing == .attention }).prefix(2) {
            try await indicators.explain(
                state.indicator.code,
                IndicatorNoteForm(words: why),
                in: programme.id,
                as: leader
            )
        }
    }

    private func recordAmbitions(by leader: Principal) async throws {
        clock.move(to: programme.firstQuarter.firstDay.adding(days: 30), hour: 11)
        for area in programme.municipalities.filter(\.isDeal) {
            var form = MunicipalAmbitionForm()
            form.spokenOn = clock.today.description
            form.spokenWith = "Accountmanager bedrijven"
            form.words =
                "Bedrijven blijven in \(area.name) en gebruiken minder nieuw materiaal. We helpen met ruimte en met contacten."
            for (theme, words) in zip(programme.sheet.themes, wishes) { form.themes[theme.code.description] = words }
            try await municipalities.record(form, about: area.code, in: programme.id, as: leader)
        }
    }

    private func appointBoard(by leader: Principal) async throws {
        for company in registered.prefix(3) {
            var form = BoardMemberForm()
            form.name = company.invented.contact.name
            form.organisation = company.invented.name
            form.since = clock.today.description
            try await evaluations.add(form, in: programme.id, as: leader)
        }
    }
}

private let wishes = [
    "Een plek waar reststromen bij elkaar komen.", "Repareren en hergebruiken als eerste keus.",
    "Minder afval uit de hal.",
]
private let lookingBack = [
    (
        conclusions: "De gesprekken duren precies lang genoeg. Het contact na een koppeling komt te langzaam op gang.",
        change: "Een coach belt nu binnen twee weken na de overdracht."
    ),
    (
        conclusions: "Buiten de dealgemeenten zeggen minder bedrijven ja. Een telefoontje vooraf helpt.",
        change: "Gemeenten bellen bedrijven in hun eigen gebied voordat de brief gaat."
    ),
]
private let why =
    "In de zomer zeiden veel bedrijven af. We plannen er dit kwartaal meer, en vragen gemeenten om mee te bellen."
