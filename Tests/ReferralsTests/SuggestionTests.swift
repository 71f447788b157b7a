import Fieldwork
import Kernel
import Programmes
import Referrals
import TestSupport
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: SuggestionCases.all.cases)
    func `the facts of a case give its list`(one: SuggestionCases.Case) {
        let list = Suggestions.make(programme: SuggestionCases.all.programme(for: one), facts: one.suggestionFacts)
        #expect(list == one.expected)
    }

    @Test func `every case has a name of its own and every reason to leave out occurs`() {
        let cases = SuggestionCases.all.cases
        #expect(Set(cases.map(\.name)).count == cases.count)
        let kinds = Set(cases.flatMap(\.leftOut).map(\.why.kind))
        #expect(
            kinds == [
                "expired", "area", "areaUnknown", "sector", "sectorUnknown", "excluded", "size", "member", "full",
                "nothingMatches",
            ]
        )
    }

    @Test(arguments: SuggestionCases.all.cases)
    func `the order of the pack and of what was asked does not matter`(one: SuggestionCases.Case) {
        var programme = SuggestionCases.all.programme(for: one)
        var facts = one.suggestionFacts
        programme.initiatives.reverse()
        facts.needs.reverse()
        #expect(Suggestions.make(programme: programme, facts: facts) == one.expected)
        programme.initiatives.swapAt(0, programme.initiatives.count / 2)
        #expect(Suggestions.make(programme: programme, facts: facts) == one.expected)
    }

    @Test func `whatever is ticked, every initiative is in the list exactly once`() {
        let programme = Programme.sample
        let activities = programme.sheet.activities.map(\.code)
        for bits in 0..<(1 << activities.count) {
            let ambition = Set(activities.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
            let facts = SuggestionFacts(
                municipality: "GM0627",
                answers: SheetAnswers(ambition: ambition),
                needs: ["coaching"],
                today: Day("2025-06-02")!
            )
            let list = Suggestions.make(programme: programme, facts: facts)
            let all = list.suggested.map(\.initiative) + list.leftOut.map(\.initiative)
            #expect(all.sorted() == programme.initiatives.map(\.code).sorted())
            #expect(list.suggested.allSatisfy { $0.score == $0.reasons.reduce(0) { $0 + $1.points } && $0.score > 0 })
            #expect(list == Suggestions.make(programme: programme, facts: facts))
        }
    }

    @Test func `reasons come in both languages`() {
        let facts = SuggestionFacts(
            municipality: "GM0627",
            answers: SheetAnswers(ambition: ["PR12", "PP14"]),
            needs: ["coaching"],
            today: Day("2026-03-02")!
        )
        let list = Suggestions.make(programme: .sample, facts: facts)
        #expect(list.suggested.map(\.initiative) == ["VTM", "HHS"])
        #expect(
            list["VTM"]?.reasons.first?.text
                == Text(
                    nl:
                        "U vraagt om coaching en u wilt: ‘We reviseren oude producten’ en ‘Schroot scheiden we per legering’.",
                    en: "You ask for coaching and you want: “We rebuild old products” and “We sort scrap per alloy”."
                )
        )
        #expect(list["VTM"]?.isToBeConfirmed == true)
        #expect(list.leftOut.map(\.why) == [.expired(on: Day("2025-12-31")!)])
    }
}
