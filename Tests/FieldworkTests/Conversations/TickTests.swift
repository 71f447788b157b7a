import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct TickTests {
    private let now = Date(timeIntervalSince1970: 1_772_442_000)

    private func tick(_ mark: Mark, isOn: Bool = true, at seconds: Double, _ activity: Activity.ID = "PR12") -> Tick {
        Tick(
            id: ID(UUID()),
            activity: activity,
            mark: mark,
            isOn: isOn,
            madeAt: now.addingTimeInterval(seconds),
            receivedAt: now.addingTimeInterval(3600),
            by: "Iris",
            device: "tablet"
        )
    }

    @Test func `doing and ambition go together, everything else contradicts`() {
        for left in Mark.allCases {
            for right in Mark.allCases {
                let goTogether = left == right || Set([left, right]) == [.doing, .ambition]
                #expect(left.excludes(right) == !goTogether)
            }
        }
    }

    @Test func `the last tap on a mark counts`() {
        #expect(SheetAnswers([tick(.doing, at: 1)]).doing == ["PR12"])
        #expect(SheetAnswers([tick(.doing, at: 1), tick(.doing, isOn: false, at: 2)]) == SheetAnswers())
        #expect(SheetAnswers([tick(.doing, at: 1), tick(.ambition, at: 2)]).marks(of: "PR12") == [.doing, .ambition])
    }

    @Test func `not applicable and do not know win from what was said before, and lose from what is said after`() {
        for mark in [Mark.notApplicable, .unknown] {
            let after = SheetAnswers([tick(.doing, at: 1), tick(.ambition, at: 2), tick(mark, at: 3)])
            #expect(after.marks(of: "PR12") == [mark])
            let before = SheetAnswers([tick(mark, at: 1), tick(.ambition, at: 2)])
            #expect(before.marks(of: "PR12") == [.ambition])
        }
    }

    @Test func `taking back what overruled restores what was overruled`() {
        let ticks = [tick(.doing, at: 1), tick(.notApplicable, at: 2), tick(.notApplicable, isOn: false, at: 3)]
        #expect(SheetAnswers(ticks).marks(of: "PR12") == [.doing])
    }

    @Test func `one activity does not touch another`() {
        let answers = SheetAnswers([tick(.doing, at: 1), tick(.notApplicable, at: 2, "PP14")])
        #expect(answers.doing == ["PR12"])
        #expect(answers.notApplicable == ["PP14"])
    }

    @Test func `any order and any repetition of the same ticks gives the same answers`() {
        var dice = Dice(seed: 7)
        for _ in 0..<300 {
            let ticks = (0..<Int.random(in: 1...12, using: &dice)).map { position in
                tick(
                    Mark.allCases.randomElement(using: &dice)!,
                    isOn: Bool.random(using: &dice),
                    // Several in the same millisecond: the identifier decides.
                    at: Double(position / 3),
                    ["PR12", "PP14", "EN05"].randomElement(using: &dice)!
                )
            }
            let expected = SheetAnswers(ticks)
            for _ in 0..<10 {
                let again = (0..<3).compactMap { _ in ticks.randomElement(using: &dice) }
                #expect(SheetAnswers((ticks + again).shuffled(using: &dice)) == expected)
            }
        }
    }

    @Test func `never two answers that contradict, whatever was tapped`() {
        var dice = Dice(seed: 11)
        for _ in 0..<500 {
            let ticks = (0..<8).map {
                tick(Mark.allCases.randomElement(using: &dice)!, isOn: Bool.random(using: &dice), at: Double($0))
            }
            let marks = SheetAnswers(ticks).marks(of: "PR12")
            for mark in marks { #expect(!marks.contains { mark.excludes($0) }) }
            // What was tapped last stands as it was tapped.
            if let last = ticks.last { #expect(marks.contains(last.mark) == last.isOn) }
        }
    }

    @Test func `the taps of one press lead to what was pressed, with nothing that contradicts it`() {
        var dice = Dice(seed: 3)
        var taps: [Tap] = []
        for _ in 0..<500 {
            let (mark, isOn) = (Mark.allCases.randomElement(using: &dice)!, Bool.random(using: &dice))
            let before = SheetAnswers(inOrder: taps).marks(of: "PR12")
            taps += SheetAnswers(inOrder: taps).taps(toSet: mark, on: "PR12", isOn: isOn)
            let after = SheetAnswers(inOrder: taps).marks(of: "PR12")
            let expected = isOn ? before.filter { !mark.excludes($0) }.union([mark]) : before.subtracting([mark])
            #expect(after == expected)
        }
    }

    @Test func `a clock that runs ahead is held back to when we received it`() {
        let early = Tick(
            id: ID(UUID()),
            activity: "PR12",
            mark: .doing,
            isOn: true,
            madeAt: now.addingTimeInterval(900),
            receivedAt: now,
            by: "Iris",
            device: "tablet"
        )
        #expect(early.madeAt == now)
    }
}
