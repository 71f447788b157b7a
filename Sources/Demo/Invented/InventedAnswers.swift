import Fieldwork
import Kernel
import Programmes

/// What an invented company ticks: plausible for the trade, different per company, the same in every run.
struct InventedAnswers {
    let answers: SheetAnswers
    let needs: [SupportNeedKind.ID]
    let example: InventedExample?

    init(of company: InventedCompany, in programme: Programme, dice: inout Dice) {
        let eagerness = Double(dice.number(35...130)) / 100
        var answers = SheetAnswers()
        for activity in programme.sheet.activities {
            // What is behind "more" is rarely reached in a conversation of three quarters of an hour.
            if !activity.isCore && !dice.throwsUnder(0.25) { continue }
            if Self.isOutsideTheTrade(activity, company), dice.throwsUnder(0.6) {
                answers.notApplicable.insert(activity.code)
                continue
            }
            if dice.throwsUnder(0.03) {
                answers.unknown.insert(activity.code)
                continue
            }
            if dice.throwsUnder(Self.habit(activity.step) * eagerness) {
                answers.doing.insert(activity.code)
                if dice.throwsUnder(0.05) { answers.ambition.insert(activity.code) }
            } else if dice.throwsUnder(0.14 * eagerness) {
                answers.ambition.insert(activity.code)
            }
        }
        self.answers = answers
        let needCount = dice.pick(weighted: [(0, 15), (1, 40), (2, 30), (3, 15)])
        needs = programme.needs.map(\.code).shuffled(using: &dice).prefix(needCount).sorted()
        let fitting = tellings.filter { answers.doing.contains($0.activity) }
        example =
            !fitting.isEmpty && dice.throwsUnder(0.5) ? InventedExample(dice.pick(fitting), dice: &dice) : nil
    }

    /// How usual a step is in a metal shop; invented, but in the order that practice shows.
    private static func habit(_ step: LadderStep) -> Double {
        switch step {
        case .r0: 0.15
        case .r1: 0.20
        case .r2: 0.45
        case .r3: 0.40
        case .r4: 0.35
        case .r5: 0.22
        case .r6: 0.12
        case .r7: 0.10
        case .r8: 0.50
        case .r9: 0.25
        }
    }

    /// Who only works on what others designed has no product of its own.
    private static func isOutsideTheTrade(_ activity: Activity, _ company: InventedCompany) -> Bool {
        let jobbing: Set<Sector.ID> = ["verspanen", "oppervlakte", "montage-onderhoud"]
        return activity.theme == "product" && jobbing.contains(company.sector)
    }
}

struct InventedExample {
    let telling: InventedTelling
    /// With whom it may be shared: small steps with everybody.
    let audience: ConsentRecord.Audience

    init(_ telling: InventedTelling, dice: inout Dice) {
        self.telling = telling
        let isShared = dice.throwsUnder(0.7)
        audience = !isShared ? .nobody : telling.effort == .small ? .everyone : .sessions
    }
}

/// What companies that do something tell about it.
struct InventedTelling {
    let activity: Activity.ID
    let title: String
    let story: String
    let costs: String
    let brings: String
    let effort: GoodExample.Effort

    init(
        _ activity: Activity.ID,
        _ title: String,
        _ story: String,
        _ costs: String,
        _ brings: String,
        _ effort: GoodExample.Effort
    ) {
        (self.activity, self.title, self.story) = (activity, title, story)
        (self.costs, self.brings, self.effort) = (costs, brings, effort)
    }
}

private let tellings = [
    InventedTelling(
        "GR07",
        "Reststukken op een rek met maatlabels",
        "Elk reststuk krijgt een label met maat en legering. Wie zaagt, kijkt eerst in het rek.",
        "Een rek en een middag labelen",
        "Elke week ongeveer 80 kilo minder nieuw materiaal",
        .small
    ),
    InventedTelling(
        "PP14",
        "Spanen per legering in aparte bakken",
        "Bij elke machine staat een bak met een kleur. De handelaar betaalt nu per kwaliteit.",
        "Acht bakken en uitleg aan de ploeg",
        "Betere schrootprijs, na vier maanden terugverdiend",
        .medium
    ),
    InventedTelling(
        "OV08",
        "Retourbokken voor vaste klanten",
        "De bokken gaan vol heen en leeg terug. Folie en hout zijn bijna niet meer nodig.",
        "Twintig bokken uit eigen restmateriaal",
        "Geen eenmalige pallets meer bij zes klanten",
        .large
    ),
    InventedTelling(
        "EN05",
        "Persluchtlekken zoeken op vrijdagmiddag",
        "Als de machines stil staan lopen twee man met een lekzoeker de hal door.",
        "Een lekzoeker van 300 euro",
        "De compressor draait een kwart minder",
        .small
    ),
    InventedTelling(
        "PP12",
        "Frezen laten naslijpen in de straat",
        "Botte frezen gaan in een kist. Een slijper uit de buurt haalt ze op en brengt ze scherp terug.",
        "Een kist en een afspraak",
        "Een frees gaat drie keer zo lang mee",
        .small
    ),
    InventedTelling(
        "PR05",
        "Oude hekken terugnemen en opknappen",
        "Bij een nieuw hek nemen we het oude mee. Goede delen gaan in een volgend hek.",
        "Ruimte op het terrein",
        "Materiaal voor twee op de tien hekken",
        .medium
    ),
    InventedTelling(
        "PP04",
        "Minder uitval door meten op de machine",
        "We meten het eerste stuk op de machine zelf en stellen meteen bij.",
        "Een taster en een dag instellen",
        "Uitval van 6 naar 2 procent",
        .medium
    ),
]
