import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Programmes
import Synchronization

extension Story {
    /// A session in each quarter that the plan has one in: those of before took place, the next one is open.
    func holdSessions() async throws {
        var dice = Dice("sessions", seed: seed)
        let hosts = programme.municipalities.filter(\.isDeal) + programme.municipalities.filter { !$0.isDeal }.prefix(6)
        let quarters = programme.plan.filter { $0.sessions > 0 }.map(\.quarter)
        for (index, quarter) in quarters.enumerated() where index < tellings.count && index < hosts.count {
            let last = quarter.lastDay.adding(days: -14)
            guard let day = calendar.workday(from: last.adding(days: -20), to: last, dice: &dice) else { continue }
            let id: KnowledgeSession.ID = clock.world.id()
            let planned = day.adding(days: -50)
            guard planned < calendar.today else { break }
            clock.move(to: max(planned, programme.firstQuarter.firstDay), hour: 15)
            let form = SessionForm(tellings[index], day: day, host: hosts[index])
            try await sessions.save(form, as: id, in: programme.id, by: people.projectLeader, writing: Self.unwritten)
            try await sessions.open(id, in: programme.id, as: people.projectLeader)
            guard day < calendar.today else {
                try await signUp(to: id, dice: &dice)
                break
            }
            try await hold(id, on: day, telling: tellings[index], dice: &dice)
        }
    }

    private static let unwritten: SessionLetter.Writing = { _ in MailContent(title: "", plain: "", html: "") }

    private func hold(_ id: KnowledgeSession.ID, on day: Day, telling: Telling, dice: inout Dice) async throws {
        clock.move(to: day, hour: 18)
        for company in Array(registered.shuffled(using: &dice).prefix(dice.number(11...19))) {
            var form = ParticipantForm()
            form.name = company.invented.contact.name
            form.companyName = company.invented.name
            try await sessions.addAtDoor(form, to: id, in: programme.id, as: people.projectLeader)
        }
        clock.move(to: min(day.adding(days: 2), calendar.today), hour: 10)
        try await sessions.conclude(id, results: telling.results, in: programme.id, as: people.projectLeader)
    }

    /// Some were asked and answered. Their letters are taken back: nobody there exists.
    private func signUp(to id: KnowledgeSession.ID, dice: inout Dice) async throws {
        let links = Links()
        clock.move(to: calendar.today.adding(days: -9), hour: 11)
        let asked = registered.filter { visited.contains($0.id) }.shuffled(using: &dice).prefix(14).map(\.id)
        let writing: SessionLetter.Writing = { letter in
            if let token = letter.token { links.add(token) }
            return MailContent(title: letter.session.plan.title, plain: "", html: "")
        }
        guard !asked.isEmpty else { return }
        try await sessions.invite(
            asked,
            to: id,
            note: "",
            in: programme.id,
            as: people.projectLeader,
            writing: writing
        )
        for token in links.all {
            clock.advance(minutes: dice.number(20...400))
            let answer: Participant.Answer? = dice.pick(weighted: [(.signedUp, 60), (.declined, 20), (nil, 20)])
            guard let answer else { continue }
            try await signUps.answer(answer, id: nil, with: token, from: "demonstratie", writing: writing)
        }
        for item in try await outbox.list(in: programme.id, as: people.projectLeader)
        where item.kind == .session && item.state == .waiting {
            try await outbox.withdraw(item.id, in: programme.id, as: people.projectLeader)
        }
    }
}

private final class Links: Sendable {
    private let tokens = Mutex<[LinkToken]>([])

    var all: [LinkToken] { tokens.withLock { $0 } }

    func add(_ token: LinkToken) { tokens.withLock { $0.append(token) } }
}

extension SessionForm {
    fileprivate init(_ telling: Telling, day: Day, host: Area) {
        self.init()
        title = telling.title
        summary = telling.summary
        theme = telling.theme
        self.day = day.description
        start = "16:00"
        end = "18:30"
        venue = telling.venue
        street = "Werkplaatsweg 1, \(host.name)"
        municipality = host.code.description
        self.host = telling.venue
        capacity = "30"
        agenda =
            "16:00 Ontvangst in de werkplaats\n16:20 Rondleiding\n17:00 Drie bedrijven vertellen\n17:45 Aan tafel: wat kan bij u?\n18:15 Soep en broodjes"
    }
}

private struct Telling {
    let title: String
    let summary: String
    let theme: String
    let venue: String
    let results: String
}

private let tellings = [
    Telling(
        title: "Schroot is geen afval",
        summary: "Scheiden per legering: wat het kost, wat het oplevert en hoe u de ploeg meekrijgt.",
        theme: "grondstoffen",
        venue: "Bedrijf van de voorbeelden BV",
        results: "Vier bedrijven gaan hun spanen per legering scheiden. Twee willen samen een container delen."
    ),
    Telling(
        title: "Minder snijverlies",
        summary: "Nesten met software en restplaten bewaren: twee bedrijven laten zien hoe zij het doen.",
        theme: "productieproces",
        venue: "Voorbeeld Plaatwerk BV",
        results: "De rekensom van het gastbedrijf is gedeeld. Drie bedrijven proberen de software een maand uit."
    ),
    Telling(
        title: "Een tweede leven voor machines",
        summary: "Reviseren in plaats van vervangen: wanneer loont het, en wie kan het?",
        theme: "product",
        venue: "Voorbeeld Revisie BV",
        results: "Er komt een lijst van wie wat kan reviseren. De hogeschool zoekt twee bedrijven voor een proef."
    ),
    Telling(
        title: "Verpakking die terugkomt",
        summary: "Bokken, kratten en pallets die heen en weer gaan tussen klant en leverancier.",
        theme: "samenwerking_keten",
        venue: "Voorbeeld Montage BV",
        results: "Vijf bedrijven spreken met hun grootste klant af dat de verpakking terugkomt."
    ),
    Telling(
        title: "Stroom, lucht en warmte",
        summary: "Persluchtlekken dichten en restwarmte gebruiken: kleine stappen die zich snel terugverdienen.",
        theme: "energietransitie",
        venue: "Voorbeeld Verspaning BV",
        results: "Iedereen kreeg een lekzoeker te leen. De uitkomsten delen we op de volgende sessie."
    ),
    Telling(
        title: "Ontwerpen om uit elkaar te halen",
        summary: "Schroeven in plaats van lassen: drie ontwerpen voor en na.",
        theme: "product",
        venue: "Voorbeeld Constructie BV",
        results: "Twee tekenaars gaan bij elkaar kijken. Er is behoefte aan een korte cursus."
    ),
    Telling(
        title: "Wat vraagt uw klant straks?",
        summary: "Herkomst, paspoort en voetafdruk: wat inkopers nu al vragen en wat u kunt laten zien.",
        theme: "samenwerking_keten",
        venue: "Voorbeeld Oppervlakte BV",
        results: "De vragenlijst van een grote inkoper is doorgenomen. Vier bedrijven vullen hem samen in."
    ),
    Telling(
        title: "Zo ver zijn we",
        summary: "Wat tweehonderd gesprekken opleverden, en hoe we elkaar blijven vinden.",
        theme: "",
        venue: "Voorbeeldzaal",
        results: "De bedrijven blijven elkaar twee keer per jaar bezoeken."
    ),
]
