import Foundation
package import Kernel
import Programmes

/// A booking as somebody typed it.
package struct FinanceForm: Equatable, Sendable {
    package var id = ""
    package var kind = ""
    package var organisation = ""
    package var post = ""
    package var source = ""
    package var day = ""
    package var amount = ""
    package var hours = ""
    package var role = ""
    package var words = ""
    package var reference = ""
    package var commitment = ""

    package init() {}

    struct Reading {
        let programme: Programme
        let plan: MoneyPlan
        let rates: [HourRate]
        /// The commitments that there are, by number.
        let commitments: [FinanceEntry]
        let today: Day
    }

    /// Everything of it but its number, and who booked it.
    struct Draft {
        let kind: FinanceEntry.Kind
        let organisation: OrganisationCode
        let post: CostPost.ID
        let source: MoneySource.ID?
        let day: Day
        let amount: Cents
        let minutes: Int?
        let role: HourRole.ID?
        let rate: Cents?
        let words: String
        let reference: String
        let commitment: FinanceEntry.ID?
    }

    func read(_ reading: Reading) throws(InvalidBooking) -> Draft {
        var issues: [InvalidBooking.Issue] = []
        func note(_ field: InvalidBooking.Field, _ fault: InvalidBooking.Fault) {
            issues.append(.init(at: field, fault: fault))
        }
        let kind = FinanceEntry.Kind(rawValue: kind)
        if kind == nil { note(.kind, .missing) }
        let organisation = OrganisationCode(organisation).flatMap { code in
            reading.programme.parties.first { $0.code == code }?.code
        }
        if organisation == nil { note(.organisation, .missing) }
        let post = CostPost.ID(post).flatMap(reading.plan.post)?.code
        if post == nil { note(.post, .missing) }
        let source = MoneySource.ID(source).flatMap(reading.plan.source)?.code
        if let kind, !kind.isContribution, source == nil { note(.source, .missing) }
        let day = Day(day)
        let period = reading.programme.firstQuarter.firstDay...reading.programme.lastQuarter.lastDay
        if let day {
            if !period.contains(day) { note(.day, .outsidePeriod(period.lowerBound, period.upperBound)) }
            if day > reading.today, kind != .commitment { note(.day, .inTheFuture) }
        } else {
            note(.day, .notADay)
        }
        let words = InvalidBooking.line(words, .words, limit: 300, &issues)
        let reference = InvalidBooking.line(reference, .reference, limit: 200, isNeeded: kind == .payment, &issues)
        let commitment = commitment(of: kind, reading, &issues)
        let worth = worth(of: kind, on: day, reading, &issues)
        guard issues.isEmpty, let kind, let organisation, let post, let day, let worth else {
            throw InvalidBooking(issues: issues)
        }
        return Draft(
            kind: kind,
            organisation: organisation,
            post: post,
            source: kind.isContribution ? nil : source,
            day: day,
            amount: worth.amount,
            minutes: worth.minutes,
            role: worth.role,
            rate: worth.rate,
            words: words,
            reference: reference,
            commitment: commitment
        )
    }

    private func commitment(
        of kind: FinanceEntry.Kind?,
        _ reading: Reading,
        _ issues: inout [InvalidBooking.Issue]
    ) -> FinanceEntry.ID? {
        guard kind == .payment, let typed = commitment.nonEmpty else { return nil }
        guard let found = reading.commitments.first(where: { "\($0.number)" == typed }) else {
            issues.append(.init(at: .commitment, fault: .unknownNumber))
            return nil
        }
        return found.id
    }

    private struct Worth {
        let amount: Cents
        var minutes: Int?
        var role: HourRole.ID?
        var rate: Cents?
    }

    private func worth(
        of kind: FinanceEntry.Kind?,
        on day: Day?,
        _ reading: Reading,
        _ issues: inout [InvalidBooking.Issue]
    ) -> Worth? {
        guard kind == .hours else {
            guard let amount = Cents(typed: amount), amount > .zero else {
                if kind != nil { issues.append(.init(at: .amount, fault: .notAnAmount)) }
                return nil
            }
            return Worth(amount: amount)
        }
        let minutes = Self.minutes(hours)
        if minutes == nil { issues.append(.init(at: .hours, fault: .notHours)) }
        guard let role = HourRole.ID(role).flatMap(reading.plan.hourRole)?.code else {
            issues.append(.init(at: .role, fault: .missing))
            return nil
        }
        guard let day, let minutes else { return nil }
        guard let rate = reading.rates.last(where: { $0.role == role && $0.year == day.year })?.rate else {
            issues.append(.init(at: .role, fault: .noRate(day.year)))
            return nil
        }
        return Worth(amount: Cents(minutes: minutes, atHourly: rate), minutes: minutes, role: role, rate: rate)
    }

    /// `2`, `1,5` and `1:30`; whole minutes, at most a hundred hours.
    static func minutes(_ text: String) -> Int? {
        let clock = text.trimmingWhitespace().split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let minutes: Int
        if clock.count == 2 {
            guard clock.allSatisfy(\.isASCIIDigits), let hours = Int(clock[0]), let rest = Int(clock[1]), rest < 60,
                hours < 1000
            else { return nil }
            minutes = hours * 60 + rest
        } else {
            // Hours with two digits behind the point are a hundredth of an hour, as cents are of a euro.
            guard let hundredths = Cents(typed: text)?.count, hundredths * 60 % 100 == 0 else { return nil }
            minutes = hundredths * 60 / 100
        }
        return (1...6000).contains(minutes) ? minutes : nil
    }
}

/// What is wrong with a booking.
package struct InvalidBooking: FormProblem, Equatable {
    package enum Field: String, Sendable {
        case kind, organisation, post, source, day, amount, hours, role, words, reference, commitment, why, year
    }

    package enum Fault: Equatable, Sendable {
        case missing
        case notAnAmount, notHours, notADay, notAYear
        case inTheFuture
        case outsidePeriod(Day, Day)
        /// No rate was set for that year.
        case noRate(Int)
        /// There is no commitment with that number.
        case unknownNumber
        case tooLong(Int)
    }

    package struct Issue: Equatable, Sendable {
        package let place: Field
        package let fault: Fault

        package init(at place: Field, fault: Fault) {
            self.place = place
            self.fault = fault
        }
    }

    package let issues: [Issue]
    package var code: String { "finance.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }

    /// One line of text, which notes what is wrong with it.
    static func line(_ text: String, _ field: Field, limit: Int, isNeeded: Bool = true, _ issues: inout [Issue])
        -> String
    {
        let line = TypedText(line: text, limit: limit, isNeeded: isNeeded)
        switch line.fault {
        case .missing: issues.append(.init(at: field, fault: .missing))
        case .tooLong(let limit): issues.append(.init(at: field, fault: .tooLong(limit)))
        case nil: break
        }
        return line.value
    }

    /// The reason of a decision, on its own.
    static func reason(_ text: String, isNeeded: Bool = true) throws(InvalidBooking) -> String {
        var issues: [Issue] = []
        let line = line(text, .why, limit: 300, isNeeded: isNeeded, &issues)
        guard issues.isEmpty else { throw InvalidBooking(issues: issues) }
        return line
    }
}

package enum FinanceProblem: Problem, Equatable {
    /// The programme keeps no money here.
    case noMoney
    case entryNotFound
    /// It is about another organisation.
    case notOwn
    /// It was booked back already, or it books back itself.
    case reversedAlready
    /// It was decided on already, or needs no decision.
    case decidedAlready

    package var kind: ProblemKind {
        switch self {
        case .noMoney, .entryNotFound: .notFound
        case .notOwn: .forbidden
        case .reversedAlready, .decidedAlready: .conflict
        }
    }

    package var code: String {
        switch self {
        case .noMoney: "finance.none"
        case .entryNotFound: "finance.entry-not-found"
        case .notOwn: "finance.not-own"
        case .reversedAlready: "finance.reversed-already"
        case .decidedAlready: "finance.decided-already"
        }
    }
}
