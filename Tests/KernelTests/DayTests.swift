import Foundation
import Kernel
import Testing

@Suite struct DayTests {
    @Test(arguments: ["", "22-11-2026", "2026-02-30", "2026-1-1", "2026-11-22T10:00", "2100-02-29", "²026-01-01"])
    func `a day that does not exist is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of four centuries has its own number and comes back from it`() {
        var day = Day("1900-01-01")!
        for number in day.daysSinceEpoch..<Day("2300-01-01")!.daysSinceEpoch {
            #expect(day.daysSinceEpoch == number)
            #expect(Day(day.description) == day)
            day = Day(daysSinceEpoch: number + 1)
        }
    }

    @Test func `a day begins at midnight in Amsterdam, in summer and in winter`() {
        #expect(Day(Date(timeIntervalSince1970: 1_782_856_799)) == Day("2026-06-30"))
        #expect(Day(Date(timeIntervalSince1970: 1_782_856_800)) == Day("2026-07-01"))
        #expect(Day(Date(timeIntervalSince1970: 1_767_222_000)) == Day("2026-01-01"))
    }

    @Test func `a month after the last of January is the last of February`() {
        #expect(Day("2026-01-31")?.adding(months: 1) == Day("2026-02-28"))
        #expect(Day("2026-03-31")?.adding(months: -1) == Day("2026-02-28"))
        #expect(Day("2026-03-15")?.adding(months: -15) == Day("2024-12-15"))
    }

    @Test func `2 March 2026 is a Monday in the first quarter`() {
        #expect(Day("2026-03-02")?.weekday == 1)
        #expect(Day("2026-03-02")?.quarter == Quarter("2026-Q1"))
        #expect(Quarter("2024-Q4")?.next == Quarter("2025-Q1"))
        #expect(Quarter("2024-Q4")?.lastDay == Day("2024-12-31"))
    }
}
