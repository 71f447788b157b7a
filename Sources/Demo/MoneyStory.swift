import Finance
import Foundation
import Kernel
import Programmes

/// What is booked in the demonstration. All of it is invented, but for what was promised.
enum MoneyStory {
    static let rates: [(role: String, year: String, rate: String)] = [
        ("projectleider", "2024", "92"), ("projectleider", "2025", "95"), ("projectleider", "2026", "98"),
        ("bestuurder", "2024", "110"), ("bestuurder", "2025", "112,50"), ("bestuurder", "2026", "115"),
        ("beleidsmedewerker", "2024", "71"), ("beleidsmedewerker", "2025", "74"),
        ("beleidsmedewerker", "2026", "76,50"),
    ]

    static let budget: [(post: String, year: String, amount: String)] = [
        ("gesprekken", "2025", "38.000"), ("gesprekken", "2026", "24.000"), ("praatplaat", "2024", "9.500"),
        ("kennissessies", "2025", "12.000"), ("kennissessies", "2026", "8.000"), ("communicatie", "2025", "7.500"),
        ("coordinatie", "2025", "14.000"), ("coordinatie", "2026", "10.500"),
    ]

    /// Who spends how many hours in a quarter as what; a number for each quarter of the programme.
    static let hours: [(organisation: String, role: String, quarters: [String])] = [
        ("metaalunie", "projectleider", ["60", "72", "70", "48", "66", "58"]),
        ("alphen", "beleidsmedewerker", ["40", "32", "28", "20", "24", "18"]),
        ("waddinxveen", "beleidsmedewerker", ["16", "14", "12", "8", "8", "6"]),
        ("nieuwkoop", "beleidsmedewerker", ["14", "12", "9", "6", "7", "5:30"]),
        ("edba", "bestuurder", ["6", "6", "4,5", "3", "5", "4"]),
    ]

    static let spending:
        [(
            day: String, kind: FinanceEntry.Kind, post: String, amount: String, words: String, reference: String,
            commitment: String
        )] = [
            ("2024-10-21", .commitment, "praatplaat", "9.250", "Praatplaat tekenen", "Offerte PP-1", ""),
            ("2024-12-16", .payment, "praatplaat", "4.625", "Praatplaat, eerste helft", "F2024-118", "1"),
            ("2025-01-13", .commitment, "gesprekken", "61.000", "Gesprekken 2025 en 2026", "Opdracht G-7", ""),
            ("2025-02-10", .payment, "praatplaat", "4.625", "Praatplaat, tweede helft", "F2025-009", "1"),
            ("2025-04-07", .payment, "gesprekken", "11.437,50", "Gesprekken eerste kwartaal", "F2025-041", "3"),
            ("2025-07-08", .payment, "gesprekken", "10.980", "Gesprekken tweede kwartaal", "F2025-077", "3"),
            ("2025-09-22", .payment, "kennissessies", "2.318,45", "Zaal en catering", "F2025-101", ""),
            ("2025-12-15", .payment, "gesprekken", "12.201,25", "Gesprekken tweede halfjaar", "F2025-140", "3"),
            ("2026-01-19", .payment, "communicatie", "3.150", "Artikelen en film", "F2026-004", ""),
        ]
}

/// Money and hours of the metal programme, booked through the same use cases that people use.
struct MoneyDemonstration {
    private let programme: Programme
    private let today: Day
    private let finances: Finances
    private let clock: StoryClock

    init(of programme: Programme, today: Day, finances: Finances, clock: StoryClock) {
        self.programme = programme
        self.today = today
        self.finances = finances
        self.clock = clock
    }

    /// `contacts` are those who speak for their organisation.
    func tell(leader: Principal, contacts: [OrganisationCode: Principal]) async throws {
        guard programme.money != nil else { return }
        clock.move(to: programme.firstQuarter.firstDay, hour: 9)
        for line in MoneyStory.rates {
            var form = RateForm()
            (form.role, form.year, form.rate) = line
            try await finances.setRate(form, in: programme, as: leader)
        }
        for line in MoneyStory.budget {
            var form = BudgetForm()
            (form.post, form.year, form.amount) = line
            (form.source, form.why) = ("provincie", "Begroting bij de aanvraag")
            try await finances.setBudget(form, in: programme, as: leader)
        }
        try await spend(as: leader)
        try await workHours(leader, contacts)
    }

    private func spend(as leader: Principal) async throws {
        for line in MoneyStory.spending {
            guard let day = Day(line.day), day <= today else { continue }
            clock.move(to: day, hour: 15)
            var form = FinanceForm()
            (form.kind, form.post, form.amount) = (line.kind.rawValue, line.post, line.amount)
            (form.organisation, form.source, form.day) = ("alphen", "provincie", line.day)
            (form.words, form.reference, form.commitment) = (line.words, line.reference, line.commitment)
            try await finances.book(form, in: programme, as: leader)
        }
    }

    private func workHours(_ leader: Principal, _ contacts: [OrganisationCode: Principal]) async throws {
        for line in MoneyStory.hours {
            var quarter = programme.firstQuarter
            for hours in line.quarters {
                let day = quarter.lastDay.adding(days: -4)
                quarter = quarter.next
                guard day <= today, let organisation = OrganisationCode(line.organisation) else { continue }
                clock.move(to: day, hour: 16)
                var form = FinanceForm()
                (form.kind, form.post, form.organisation) = ("hours", "projectleiding", line.organisation)
                (form.hours, form.role, form.day) = (hours, line.role, day.description)
                form.words = "Inzet in het kwartaal"
                let contact = contacts[organisation]
                let id = try await finances.book(form, in: programme, as: leader)
                // The last ones still wait.
                guard let contact, day.adding(days: 60) < today else { continue }
                clock.move(to: day.adding(days: 7), hour: 10)
                try await finances.decide(id, isApproved: true, in: programme, as: contact)
            }
        }
    }
}
