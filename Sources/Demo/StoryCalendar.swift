import Kernel
import Programmes

/// When which conversation of the story takes place.
struct StoryCalendar {
    /// One conversation: the day, and whether it is looked for in the deal area.
    struct Appointment {
        let day: Day
        let isInDealArea: Bool
    }

    let today: Day
    let programme: Programme

    /// Up to today, the first one first: close to the plan, and falling behind a little as real programmes do.
    func held(dice: inout Dice) -> [Appointment] {
        var appointments: [Appointment] = []
        for (index, quarter) in programme.plan.enumerated() where quarter.quarter.firstDay <= today {
            let last = min(quarter.quarter.lastDay, today.adding(days: -1))
            let achieved = max(0.7, 1 - Double(index) * 0.055)
            let count = Double(quarter.conversations) * achieved * elapsed(of: quarter.quarter)
            for _ in 0..<Int(count.rounded()) {
                guard let day = workday(from: quarter.quarter.firstDay, to: last, dice: &dice) else { continue }
                appointments.append(Appointment(day: day, isInDealArea: dice.throwsUnder(index < 3 ? 0.9 : 0.12)))
            }
        }
        return appointments.sorted { $0.day < $1.day }
    }

    /// What is in the diary for the coming weeks.
    func coming(dice: inout Dice) -> [Appointment] {
        (0..<9).compactMap { _ in workday(from: today, to: today.adding(days: 25), dice: &dice) }
            .sorted()
            .map { Appointment(day: $0, isInDealArea: dice.throwsUnder(0.2)) }
    }

    func workday(from first: Day, to last: Day, dice: inout Dice) -> Day? {
        guard first <= last else { return nil }
        for _ in 0..<50 {
            let day = first.adding(days: dice.number(0...(last.daysSinceEpoch - first.daysSinceEpoch)))
            if day.weekday <= 5 { return day }
        }
        return nil
    }

    private func elapsed(of quarter: Quarter) -> Double {
        guard today <= quarter.lastDay else { return 1 }
        let length = quarter.lastDay.daysSinceEpoch - quarter.firstDay.daysSinceEpoch + 1
        return Double(today.daysSinceEpoch - quarter.firstDay.daysSinceEpoch) / Double(length)
    }
}
