import Kernel
import Programmes

/// What the quarterly plan asks of an indicator (*planning*).
///
/// The plan of the programme has numbers of conversations and sessions for each quarter. A target that is a part of one of
/// these, and the referrals that follow from conversations, are planned in proportion; follow-ups in the quarter in which
/// the plan has them. Inside a quarter the plan rises evenly, day by day.
struct IndicatorPlan {
    let programme: Programme

    /// What is promised in all.
    func goal(_ indicator: Indicator) -> Double? {
        switch indicator {
        case .target(let code): programme.targets.first { $0.code == code }.map { Double($0.count) }
        case .area(let code, let area):
            programme.targets.first { $0.code == code }?.split.first { $0.area == area }.map { Double($0.count) }
        case .followUps: Double(programme.plan.map(followUps).reduce(0, +))
        case .representativeness, .firstContact, .helped, .change: nil
        }
    }

    /// What is promised by a day.
    func plan(_ indicator: Indicator, on day: Day) -> Double? {
        guard let goal = goal(indicator) else { return nil }
        let perQuarter: (QuarterPlan) -> Int
        switch indicator {
        case .followUps: perQuarter = followUps
        case .target(let code), .area(let code, _):
            let counted = programme.targets.first { $0.code == code }?.counted
            perQuarter = counted == .sessions ? { $0.sessions } : { $0.conversations }
        case .representativeness, .firstContact, .helped, .change: return nil
        }
        let all = programme.plan.map(perQuarter).reduce(0, +)
        guard all > 0 else { return nil }
        let sum = programme.plan.map { Double(perQuarter($0)) * $0.quarter.share(on: day) }.reduce(0, +)
        return goal * sum / Double(all)
    }

    private func followUps(_ quarter: QuarterPlan) -> Int {
        programme.plan.filter { quarter.followUpsOf.contains($0.quarter) }.map(\.conversations).reduce(0, +)
    }
}

/// How far ahead the present pace leads (*prognose*).
enum Forecast {
    /// So many days back the pace is measured: two quarters.
    static let window = 182

    /// What there will be at the end when each coming day brings as much as one of the last half year did.
    static func value(actual: Double, before: Double, on day: Day, first: Day, last: Day) -> Double {
        let days = min(window, day.daysSinceEpoch - first.daysSinceEpoch + 1)
        guard days > 0, day < last else { return actual }
        return actual + (actual - before) / Double(days) * Double(last.daysSinceEpoch - day.daysSinceEpoch)
    }
}

extension Quarter {
    /// How much of it is over at the end of a day, from 0 to 1.
    fileprivate func share(on day: Day) -> Double {
        let length = lastDay.daysSinceEpoch - firstDay.daysSinceEpoch + 1
        return min(1, max(0, Double(day.daysSinceEpoch - firstDay.daysSinceEpoch + 1) / Double(length)))
    }
}

extension IndicatorFacts {
    func state(_ indicator: Indicator, in programme: Programme, on day: Day) -> IndicatorState {
        let plan = IndicatorPlan(programme: programme)
        let (value, basis) = actual(indicator, in: programme, on: day)
        var forecast: Double?
        if indicator.unit == .count, let value {
            let (first, last) = (programme.firstQuarter.firstDay, programme.lastQuarter.lastDay)
            forecast = Forecast.value(
                actual: value,
                before: actual(indicator, in: programme, on: day.adding(days: -Forecast.window)).value ?? 0,
                on: day,
                first: first,
                last: last
            )
        }
        return IndicatorState(
            indicator: indicator,
            asOf: day,
            actual: value,
            basis: basis,
            plan: plan.plan(indicator, on: day),
            goal: plan.goal(indicator),
            forecast: forecast
        )
    }
}
