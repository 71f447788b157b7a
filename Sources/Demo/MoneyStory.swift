import Finance
import Foundation
import Kernel
import Programmes

/// What is booked in the demonstration of a programme. All of it is invented, but for what was promised.
struct MoneyStory {
    let rates: [(role: String, year: String, rate: String)]
    let budget: [(post: String, source: String, year: String, amount: String)]
    /// On whose word the budget is.
    let why: String
    /// Where hours are booked.
    let hoursPost: String
    /// Who spends how many hours in a quarter as what; a number for each quarter of the programme.
    let hours: [(organisation: String, role: String, quarters: [String])]
    /// Who pays the bills.
    let payer: String
    let spending: [Spent]

    struct Spent {
        let day: String
        let kind: FinanceEntry.Kind
        let post: String
        let source: String
        let amount: String
        let words: String
        let reference: String
        /// The number of the commitment that it is paid for.
        let commitment: String

        init(
            _ day: String,
            _ kind: FinanceEntry.Kind,
            _ post: String,
            _ source: String,
            _ amount: String,
            _ words: String,
            _ reference: String,
            _ commitment: String = ""
        ) {
            (self.day, self.kind, self.post, self.source) = (day, kind, post, source)
            (self.amount, self.words, self.reference, self.commitment) = (amount, words, reference, commitment)
        }
    }
}

extension MoneyStory {
    static let metal = MoneyStory(
        rates: [
            ("projectleider", "2024", "92"), ("projectleider", "2025", "95"), ("projectleider", "2026", "98"),
            ("bestuurder", "2024", "110"), ("bestuurder", "2025", "112,50"), ("bestuurder", "2026", "115"),
            ("beleidsmedewerker", "2024", "71"), ("beleidsmedewerker", "2025", "74"),
            ("beleidsmedewerker", "2026", "76,50"),
        ],
        budget: [
            ("gesprekken", "provincie", "2025", "38.000"), ("gesprekken", "provincie", "2026", "24.000"),
            ("praatplaat", "provincie", "2024", "9.500"), ("kennissessies", "provincie", "2025", "12.000"),
            ("kennissessies", "provincie", "2026", "8.000"), ("communicatie", "provincie", "2025", "7.500"),
            ("coordinatie", "provincie", "2025", "14.000"), ("coordinatie", "provincie", "2026", "10.500"),
        ],
        why: "Begroting bij de aanvraag",
        hoursPost: "projectleiding",
        hours: [
            ("metaalunie", "projectleider", ["60", "72", "70", "48", "66", "58"]),
            ("alphen", "beleidsmedewerker", ["40", "32", "28", "20", "24", "18"]),
            ("waddinxveen", "beleidsmedewerker", ["16", "14", "12", "8", "8", "6"]),
            ("nieuwkoop", "beleidsmedewerker", ["14", "12", "9", "6", "7", "5:30"]),
            ("edba", "bestuurder", ["6", "6", "4,5", "3", "5", "4"]),
        ],
        payer: "alphen",
        spending: [
            Spent("2024-10-21", .commitment, "praatplaat", "provincie", "9.250", "Praatplaat tekenen", "Offerte PP-1"),
            Spent("2024-12-16", .payment, "praatplaat", "provincie", "4.625", "Praatplaat, deel 1", "F2024-118", "1"),
            Spent("2025-01-13", .commitment, "gesprekken", "provincie", "61.000", "Gesprekken", "Opdracht G-7"),
            Spent("2025-02-10", .payment, "praatplaat", "provincie", "4.625", "Praatplaat, deel 2", "F2025-009", "1"),
            Spent("2025-04-07", .payment, "gesprekken", "provincie", "11.437,50", "Kwartaal 1", "F2025-041", "3"),
            Spent("2025-07-08", .payment, "gesprekken", "provincie", "10.980", "Kwartaal 2", "F2025-077", "3"),
            Spent("2025-09-22", .payment, "kennissessies", "provincie", "2.318,45", "Zaal en catering", "F2025-101"),
            Spent("2025-12-15", .payment, "gesprekken", "provincie", "12.201,25", "Halfjaar 2", "F2025-140", "3"),
            Spent("2026-01-19", .payment, "communicatie", "provincie", "3.150", "Artikelen en film", "F2026-004"),
        ]
    )

    static let groeneHart = MoneyStory(
        rates: [2024, 2025, 2026].flatMap { year in
            [("trekker", "\(year)", "78"), ("programmamanager", "\(year)", "95"), ("medewerker", "\(year)", "64,50")]
        },
        budget: [
            ("centra", "eerste-fase-gemeenten", "2025", "20.000"),
            ("centra", "eerste-fase-gemeenten", "2026", "32.500"),
            ("keten-reststromen", "eerste-fase-gemeenten", "2025", "15.000"),
            ("campagne", "eerste-fase-gemeenten", "2026", "12.000"), ("lobby", "platform", "2026", "4.000"),
        ],
        why: "Bestuurlijk overleg",
        hoursPost: "inrichting",
        hours: [
            ("pghw", "programmamanager", ["90", "98", "94", "84", "92", "88", "86", "80", "90", "84", "76", "82"]),
            ("alphen", "trekker", ["44", "52", "48", "40", "50", "46", "38", "42", "45", "41", "36", "40"]),
            ("woerden", "trekker", ["30", "38", "42", "28", "36", "34", "30", "33,5", "29", "35", "31", "32"]),
        ],
        payer: "pghw",
        spending: [
            Spent("2024-09-16", .commitment, "platform-organisatie", "platform", "72.000", "Programmabureau", "PB-1"),
            Spent(
                "2024-12-09",
                .payment,
                "platform-organisatie",
                "platform",
                "36.000",
                "Bureau, deel 1",
                "GH24-31",
                "1"
            ),
            Spent("2025-03-17", .commitment, "centra", "eerste-fase-gemeenten", "18.400", "Inrichting", "AC-2"),
            Spent(
                "2025-04-14",
                .payment,
                "platform-organisatie",
                "platform",
                "36.000",
                "Bureau, deel 2",
                "GH25-08",
                "1"
            ),
            Spent(
                "2025-06-23",
                .payment,
                "centra",
                "eerste-fase-gemeenten",
                "9.200",
                "Inrichting, helft",
                "GH25-19",
                "3"
            ),
            Spent("2025-10-06", .payment, "keten-reststromen", "eerste-fase-gemeenten", "3.875", "Proef", "GH25-33"),
            Spent("2026-01-26", .payment, "campagne", "eerste-fase-gemeenten", "2.640,50", "Film", "GH26-02"),
        ]
    )
}

/// Money and hours of a programme, booked through the same use cases that people use.
struct MoneyDemonstration {
    private let story: MoneyStory
    private let programme: Programme
    private let today: Day
    private let finances: Finances
    private let clock: StoryClock

    init(_ story: MoneyStory, of programme: Programme, today: Day, finances: Finances, clock: StoryClock) {
        self.story = story
        self.programme = programme
        self.today = today
        self.finances = finances
        self.clock = clock
    }

    /// `contacts` are those who speak for their organisation.
    func tell(leader: Principal, contacts: [OrganisationCode: Principal]) async throws {
        guard programme.money != nil else { return }
        clock.move(to: programme.firstQuarter.firstDay, hour: 9)
        for line in story.rates {
            var form = RateForm()
            (form.role, form.year, form.rate) = line
            try await finances.setRate(form, in: programme, as: leader)
        }
        for line in story.budget {
            var form = BudgetForm()
            (form.post, form.source, form.year, form.amount) = line
            form.why = story.why
            try await finances.setBudget(form, in: programme, as: leader)
        }
        try await spend(as: leader)
        try await workHours(leader, contacts)
    }

    private func spend(as leader: Principal) async throws {
        for line in story.spending {
            guard let day = Day(line.day), day <= today else { continue }
            clock.move(to: day, hour: 15)
            var form = FinanceForm()
            (form.kind, form.post, form.amount) = (line.kind.rawValue, line.post, line.amount)
            (form.organisation, form.source, form.day) = (story.payer, line.source, line.day)
            (form.words, form.reference, form.commitment) = (line.words, line.reference, line.commitment)
            try await finances.book(form, in: programme, as: leader)
        }
    }

    private func workHours(_ leader: Principal, _ contacts: [OrganisationCode: Principal]) async throws {
        for line in story.hours {
            var quarter = programme.firstQuarter
            for hours in line.quarters {
                let day = quarter.lastDay.adding(days: -4)
                quarter = quarter.next
                guard day <= today, let organisation = OrganisationCode(line.organisation) else { continue }
                clock.move(to: day, hour: 16)
                var form = FinanceForm()
                (form.kind, form.post, form.organisation) = ("hours", story.hoursPost, line.organisation)
                (form.hours, form.role, form.day) = (hours, line.role, day.description)
                form.words = "Inzet in het kwartaal"
                let contact = contacts[organisation]
                let id = try await finances.book(form, in: programme, as: leader)
                // The last ones still wait.
                guard let contact, day.adding(days: 90) < today else { continue }
                clock.move(to: day.adding(days: 7), hour: 10)
                try await finances.decide(id, isApproved: true, in: programme, as: contact)
            }
        }
    }
}
