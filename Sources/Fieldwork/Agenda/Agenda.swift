package import Kernel

/// Conversations over the coming weeks (*agenda*), and days on which companies near each other could be visited.
package struct Agenda: Equatable, Sendable {
    /// By day and time.
    package let appointments: [ConversationLine]
    /// The first day first.
    package let proposals: [DayProposal]
    package let interviewers: [Interviewer]
    package let first: Day
    package let last: Day
}

/// A day on which somebody could visit several companies that lie near each other (*dagvoorstel*).
package struct DayProposal: Equatable, Sendable {
    package let day: Day
    package let interviewer: Interviewer
    package let area: AreaCode
    /// Appointments that are there already on that day, in that municipality.
    package let present: Int
    package let stops: [Stop]

    package struct Stop: Equatable, Sendable {
        package let round: SelectionRound.ID
        package let company: Company.ID
        package let name: String
        package let postcode: String?
        package let time: ClockTime
    }
}

/// Puts companies that wait for an appointment on days: those in one municipality together, neighbours by postcode
/// after each other, a day that somebody is there already first.
struct DayPlanner {
    /// When conversations of a day begin: an hour and a half each, with the way to the next.
    static let times = ["09:00", "11:00", "13:30", "15:30"].compactMap(ClockTime.init)

    struct Waiting: Equatable {
        let round: SelectionRound.ID
        let company: Company.ID
        let name: String
        let area: AreaCode
        let postcode: String?
    }

    let appointments: [ConversationLine]
    let interviewers: [Interviewer]
    let first: Day
    let last: Day

    func proposals(for waiting: [Waiting]) -> [DayProposal] {
        let groups = Dictionary(grouping: waiting, by: \.area)
            // Where most wait the caravan goes first.
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        var taken = Set(appointments.map { Seat(day: $0.conversation.plan.day, who: $0.conversation.plan.interviewer) })
        // What was proposed for one municipality is not free for the next.
        var given: [Seat: Set<ClockTime>] = [:]
        var proposals: [DayProposal] = []
        for (area, companies) in groups {
            var rest = companies.sorted { ($0.postcode ?? "~", $0.name) < ($1.postcode ?? "~", $1.name) }[...]
            for (seat, present) in seats(in: area) where !rest.isEmpty {
                let free = freeTimes(on: seat).filter { given[seat]?.contains($0) != true }
                guard !free.isEmpty else { continue }
                let proposal = proposal(seat, area, present, free, &rest)
                given[seat, default: []].formUnion(proposal.stops.map(\.time))
                proposals.append(proposal)
            }
            for seat in emptySeats where !rest.isEmpty && !taken.contains(seat) {
                taken.insert(seat)
                proposals.append(proposal(seat, area, 0, Self.times, &rest))
            }
        }
        return proposals.sorted { ($0.day, $0.interviewer.name) < ($1.day, $1.interviewer.name) }
    }

    private struct Seat: Hashable {
        let day: Day
        let who: Interviewer
    }

    private func proposal(
        _ seat: Seat,
        _ area: AreaCode,
        _ present: Int,
        _ times: [ClockTime],
        _ rest: inout ArraySlice<Waiting>
    ) -> DayProposal {
        let stops = zip(rest, times).map { company, time in
            DayProposal.Stop(
                round: company.round,
                company: company.company,
                name: company.name,
                postcode: company.postcode,
                time: time
            )
        }
        rest = rest.dropFirst(stops.count)
        return DayProposal(day: seat.day, interviewer: seat.who, area: area, present: present, stops: stops)
    }

    /// Where somebody is in that municipality already, the soonest first.
    private func seats(in area: AreaCode) -> [(Seat, Int)] {
        let there = appointments.filter {
            $0.municipality == area && ($0.conversation.plan.day >= first && $0.conversation.plan.day <= last)
        }
        return Dictionary(grouping: there) {
            Seat(day: $0.conversation.plan.day, who: $0.conversation.plan.interviewer)
        }.map { ($0.key, $0.value.count) }
            .sorted { ($0.0.day, $0.0.who.name) < ($1.0.day, $1.0.who.name) }
    }

    /// Not within an hour and a half of something else on that day. A day with an appointment without a time has none.
    private func freeTimes(on seat: Seat) -> [ClockTime] {
        let own = appointments.filter {
            $0.conversation.plan.day == seat.day && $0.conversation.plan.interviewer == seat.who
        }.map(\.conversation.plan.time)
        guard !own.contains(nil) else { return [] }
        let busy = own.compactMap(\.self)
        return Self.times.filter { time in busy.allSatisfy { abs($0.minutes - time.minutes) >= 90 } }
    }

    /// Workdays of everybody, the soonest first.
    private var emptySeats: [Seat] {
        guard first <= last else { return [] }
        return (first.daysSinceEpoch...last.daysSinceEpoch).map(Day.init(daysSinceEpoch:))
            .filter { $0.weekday <= 5 }
            .flatMap { day in interviewers.map { Seat(day: day, who: $0) } }
    }
}

extension ClockTime {
    fileprivate var minutes: Int { hour * 60 + minute }
}
