import Kernel
import Programmes
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct SheetResultTests {
    private let sheet = Programme.sample.sheet

    @Test func `the degree of circularity is the number of ticks`() {
        let result = SheetResult(
            sheet: sheet,
            answers: SheetAnswers(
                doing: ["PR12", "PP14", "EN05"],
                ambition: ["PR12", "PR04"],
                notApplicable: ["PP02"]
            )
        )
        #expect(result.total.doing == 3)
        #expect(result.total.ambition == 2)
        #expect(result.total.wanted == 1)
        // Five on the printed sheet, one of them not applicable.
        #expect(result.total.counted == 5)
        #expect(result.total.applicable == 4)
        #expect(result.total.share == 0.75)
        #expect(result.total.ambitionShare == 0.5)
        #expect(result.total.no == 0)
    }

    @Test func `energy and building are counted apart from the ladder`() {
        let result = SheetResult(sheet: sheet, answers: SheetAnswers(doing: ["PR04", "EN05"]))
        #expect(result.material.doing == 1)
        #expect(result.apart.doing == 1)
        #expect(result.steps.first { $0.step == .r2 }?.count.doing == 1)
        #expect(result.levels.map(\.count.doing) == [0, 1, 0, 0, 0, 0])
        #expect(result.themes.map(\.theme.code) == ["product", "productieproces", "energietransitie"])
        #expect(result.themes.map(\.count.doing) == [1, 0, 1])
    }

    @Test func `what is not on the printed sheet counts when something was said about it`() {
        let silent = SheetResult(sheet: sheet, answers: SheetAnswers())
        #expect(silent.total.counted == 5)
        for answers in [
            SheetAnswers(doing: ["PP01"]), SheetAnswers(ambition: ["PP01"]), SheetAnswers(notApplicable: ["PP01"]),
            SheetAnswers(unknown: ["PP01"]),
        ] {
            #expect(SheetResult(sheet: sheet, answers: answers).total.counted == 6)
        }
    }

    @Test func `nothing applicable has no share`() {
        let all = Set(sheet.activities.map(\.code))
        let result = SheetResult(sheet: sheet, answers: SheetAnswers(notApplicable: all))
        #expect(result.total.share == nil)
        #expect(result.total.no == 0)
    }

    @Test func `whatever was ticked, the parts add up to the whole`() {
        var dice = Dice(seed: 5)
        for _ in 0..<300 {
            var answers = SheetAnswers()
            for activity in sheet.activities.map(\.code) {
                switch Int.random(in: 0...5, using: &dice) {
                case 0: answers.doing.insert(activity)
                case 1: answers.ambition.insert(activity)
                case 2:
                    answers.doing.insert(activity)
                    answers.ambition.insert(activity)
                case 3: answers.notApplicable.insert(activity)
                case 4: answers.unknown.insert(activity)
                default: break
                }
            }
            let result = SheetResult(sheet: sheet, answers: answers)
            let zero = SheetResult.Count()
            #expect(result.total == result.material + result.apart)
            #expect(result.total == result.themes.map(\.count).reduce(zero, +))
            #expect(result.material == result.steps.map(\.count).reduce(zero, +))
            #expect(result.material == result.levels.map(\.count).reduce(zero, +))
            #expect(result.total.doing == answers.doing.count)
            let parts = result.total.doing + result.total.wanted + result.total.unknown + result.total.no
            #expect(parts == result.total.applicable)
        }
    }
}

@Suite struct SheetComparisonTests {
    @Test func `each change has one name`() {
        let cases: [(Set<Mark>, Set<Mark>, SheetComparison.Change)] = [
            ([.ambition], [.doing], .fulfilled), ([], [.doing], .started), ([.unknown], [.doing, .ambition], .started),
            ([.doing], [], .stopped), ([.doing], [.ambition], .stopped), ([], [.ambition], .newAmbition),
            ([.doing], [.doing, .ambition], .newAmbition), ([.ambition], [], .droppedAmbition),
            ([.ambition], [.notApplicable], .droppedAmbition), ([.doing], [.doing], .same), ([], [.unknown], .same),
            ([.ambition, .doing], [.doing], .droppedAmbition),
        ]
        for (before, now, change) in cases { #expect(SheetComparison.Change(from: before, to: now) == change) }
    }

    @Test func `over versions, successors are followed and what is new is not called progress`() {
        let (old, new) = (Programme.sample.sheet, Programme.secondEdition.sheet)
        var sheet = new
        var longer = sheet.activities[0]
        longer.code = "PR77"
        sheet.activities.append(longer)
        let comparison = SheetComparison(
            sheet: sheet,
            answers: SheetAnswers(doing: ["PR99", "PR77"]),
            earlierSheet: old,
            earlierAnswers: SheetAnswers(doing: ["PR04"], ambition: ["PR12"]),
            successor: sheet.successor
        )
        #expect(comparison.lines(.fulfilled).map(\.activity.code) == ["PR99"])
        #expect(comparison.lines(.newOnSheet).map(\.activity.code) == ["PR77"])
        #expect(comparison.gone.map(\.code) == ["PR04"])
        #expect(comparison.doingBefore == 0)
        #expect(comparison.doingNow == 1)
    }

    @Test func `where two became one, a tick on either counts`() {
        var sheet = Programme.sample.sheet
        sheet.activities.removeAll { $0.code == "PP02" }
        sheet.successors = [Succession(old: "PP02", new: "PP14")]
        let comparison = SheetComparison(
            sheet: sheet,
            answers: SheetAnswers(doing: ["PP14"]),
            earlierSheet: Programme.sample.sheet,
            earlierAnswers: SheetAnswers(doing: ["PP02"]),
            successor: sheet.successor
        )
        #expect(comparison.lines(.same).contains { $0.activity.code == "PP14" })
        #expect(comparison.doingBefore == 1)
    }
}
