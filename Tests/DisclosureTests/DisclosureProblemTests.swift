import Disclosure
import Foundation
import Testing

/// What is wrong is said, and where.
struct DisclosureProblemTests {
    private let survey = Survey(60, questions: 1, seed: 1)

    private func problems(_ bundle: CountBundle) -> [String] {
        do {
            _ = try DisclosureControl.protect(bundle)
            return []
        } catch let problems as DisclosureProblems {
            return problems.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test
    func `a total that is not the sum of its parts is named`() {
        var bundle = survey.bundle([["geo", "sector"]])
        bundle.tables[0].cells[0].value = 61
        #expect(
            problems(bundle) == [
                "[ZH, T] of companies at 1 is 61, and its parts add up to 60.",
                "[ZH, T] of companies at 1 is 61, and its parts add up to 60.",
            ]
        )
    }

    @Test
    func `a hierarchy that goes round in a circle is named`() {
        var bundle = survey.bundle([["sector"]])
        bundle.hierarchies["geo"] = Hierarchy(trees: [[["ZH", "A"], ["A", "B"], ["B", "A"]]])
        #expect(problems(bundle).contains { $0.contains("more than one parent") || $0.contains("circle") })
        bundle.hierarchies["geo"] = Hierarchy(trees: [[["A", "B"], ["B", "A"]]])
        #expect(problems(bundle).contains { $0.contains("circle") })
    }

    @Test
    func `all that is wrong with a table is said at once`() {
        var bundle = survey.bundle([["geo", "sector"]])
        bundle.tables[0].cells[1].codes = ["Nowhere", "T"]
        bundle.tables[0].cells[2].value = -1
        bundle.tables[0].cells[3].value = nil
        bundle.tables[0].cells[4] = bundle.tables[0].cells[5]
        let problems = problems(bundle)
        for part in ["no code Nowhere", "is below 0", "has no value", "is there twice", "is missing"] {
            #expect(problems.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test
    func `an earlier publication that contradicts the data is named`() throws {
        let first = try DisclosureControl.protect(survey.bundle([["geo", "sector"]])).bundle
        var fewer = survey.bundle([["geo", "sector"]], first: 40, time: 2, published: [first])
        #expect(problems(fewer).contains { $0.contains("may only grow") })
        fewer.tables[0].grows = false
        #expect(problems(fewer).isEmpty)
        var other = Survey(60, questions: 1, seed: 2).bundle([["geo", "sector"]])
        other.published = [first]
        #expect(problems(other).contains { $0.contains("in one table and") })
    }

    @Test
    func `a policy that cannot be met is refused`() throws {
        #expect(problems(survey.bundle([["sector"]], policy: Policy(width: 0)))[0].contains("width"))
        var leak = survey.bundle([["geo", "sector"]])
        leak.policy = Policy(minimumFrequency: 1)
        var next = survey.bundle([["geo", "sector"]], time: 2)
        next.published = [leak]
        #expect(problems(next).isEmpty)
    }

    @Test
    func `a division that has more than one root is refused`() {
        var bundle = survey.bundle([["sector"]])
        bundle.hierarchies["geo"] = Hierarchy(trees: [[["ZH", "A"], ["NH", "B"]]])
        #expect(problems(bundle) == ["Hierarchy geo has more than one root: NH, ZH."])
    }

    @Test
    func `the file may write one tree or several, and leave out what is usual`() throws {
        let json = """
            {"format": "sdc-published/1", "hierarchies": {"geo": {"trees": [[["ZH","A"]],[["ZH","B"]]]},
             "sector": [["T","S1"]]}, "attributes": {"q": {"values": ["yes","no"]}}, "policy": {"min_frequency": 4},
             "tables": [{"id": "t", "dims": ["q"], "cells": [{"c": [null], "v": 9}, {"c": ["yes"], "v": null},
             {"c": ["no"], "v": null}]}]}
            """
        let bundle = try JSONDecoder().decode(CountBundle.self, from: Data(json.utf8))
        #expect(bundle.hierarchies["geo"]?.trees.count == 2)
        #expect(bundle.policy == Policy(minimumFrequency: 4))
        #expect(try DisclosureControl.attack([bundle]).findings.isEmpty)
    }
}
