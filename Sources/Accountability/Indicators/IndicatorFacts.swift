import Fieldwork
import Kernel
import Programmes
import Referrals

/// Everything indicators are computed from, each fact with the day from which on it counts: so one reading serves every
/// day.
struct IndicatorFacts: Sendable {
    struct Talk: Sendable {
        let company: Company.ID
        let municipality: AreaCode?
        /// The day at the table.
        let heldOn: Day
        /// The day on which it had a result.
        let countsFrom: Day
    }

    struct Link: Sendable {
        let company: Company.ID
        let initiative: InitiativeCode
        /// When the company said yes; `nil` when it never did.
        let agreedOn: Day?
        let firstContactOn: Day?
        let talkHeldOn: Day
    }

    struct Answer: Sendable {
        let referral: Referral.ID
        let day: Day
        let help: FollowUpOutcome.Help
        let link: FollowUpOutcome.Link
    }

    struct Measured: Sendable {
        let company: Company.ID
        let countsFrom: Day
        /// What it did, on the sheet of today.
        let doing: Int
    }

    var talks: [Talk] = []
    var links: [Link] = []
    var sessions: [HeldSession] = []
    /// The day of each call, the first one of each company.
    var followUps: [Day] = []
    var answers: [Answer] = []
    /// By company, in the order in which they were held; only of companies that were measured again.
    var measured: [Company.ID: [Measured]] = [:]
    /// The R-indicator of those who were visited by a day.
    var representativeness: @Sendable (Day) -> Double? = { _ in nil }
}

extension IndicatorFacts {
    func actual(_ indicator: Indicator, in programme: Programme, on day: Day) -> (value: Double?, basis: Int?) {
        switch indicator {
        case .target(let code):
            guard let target = programme.targets.first(where: { $0.code == code }) else { return (nil, nil) }
            return (Double(count(target, in: programme, on: day)), nil)
        case .area(let code, let area):
            guard let target = programme.targets.first(where: { $0.code == code }) else { return (nil, nil) }
            var own = target
            own.areas = [area]
            return (Double(count(own, in: programme, on: day)), nil)
        case .followUps: return (Double(followUps.count { $0 <= day }), nil)
        case .representativeness: return (representativeness(day), talks.count { $0.countsFrom <= day })
        case .firstContact: return firstContact(on: day)
        case .helped: return helped(on: day)
        case .change: return change(on: day)
        }
    }

    private func count(_ target: Target, in programme: Programme, on day: Day) -> Int {
        switch target.counted {
        case .conversations:
            return talks.count { $0.countsFrom <= day && target.includes($0.municipality, in: programme) }
        case .sessions:
            return sessions.count {
                $0.counts(for: target.code, on: day) && target.includes($0.municipality, in: programme)
            }
        case .referrals:
            // Companies, not referrals: the plan promises to link so many companies.
            let made = links.filter { link in
                (link.agreedOn.map { $0 <= day } ?? false) && target.includes(link.initiative)
            }
            return Set(made.map(\.company)).count
        }
    }

    private func firstContact(on day: Day) -> (Double?, Int?) {
        let days = links.compactMap { link in
            link.firstContactOn.flatMap { $0 <= day ? max(0, $0.daysSinceEpoch - link.talkHeldOn.daysSinceEpoch) : nil }
        }
        return (days.median, days.count)
    }

    /// Of each referral the last answer by that day; where it is too early to tell, or there was no contact, nothing can
    /// have helped yet.
    private func helped(on day: Day) -> (Double?, Int?) {
        let last = Dictionary(answers.filter { $0.day <= day }.map { ($0.referral, $0) }) { first, second in
            second.day >= first.day ? second : first
        }
        let told = last.values.filter { $0.help != .tooEarly }
        guard !told.isEmpty else { return (nil, 0) }
        let helped = told.count { $0.help == .yes || $0.help == .somewhat }
        return (Double(helped) / Double(told.count), told.count)
    }

    private func change(on day: Day) -> (Double?, Int?) {
        let changes = measured.values.compactMap { all -> Int? in
            let known = all.filter { $0.countsFrom <= day }
            guard let first = known.first, let last = known.last, known.count > 1 else { return nil }
            return last.doing - first.doing
        }
        guard !changes.isEmpty else { return (nil, 0) }
        return (Double(changes.reduce(0, +)) / Double(changes.count), changes.count)
    }
}

extension [Int] {
    /// The middle one, or the mean of the two in the middle.
    fileprivate var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        let middle = count / 2
        return count.isMultiple(of: 2) ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
    }
}
