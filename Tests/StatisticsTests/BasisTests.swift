import Fieldwork
import Foundation
import Kernel
import Programmes
import Statistics
import TestSupport
import Testing

@Suite struct BasisTests {
    private let programme = Programme.sample
    private let tree = AreaTree(of: .sample)

    private func member(
        _ place: String = "GM0627",
        age: Int = 0,
        doing: Set<Activity.ID> = [],
        isReferred: Bool = false
    ) -> Basis.Member {
        let measured = MeasuredCompany(
            company: Company.ID(UUID()),
            municipality: AreaCode(place),
            sector: "verspanen",
            size: nil,
            answers: SheetAnswers(doing: doing),
            needs: ["coaching"],
            isReferred: isReferred
        )
        return .init(place: place, measured: measured, age: age)
    }

    private func basis(_ members: [Basis.Member], after earlier: Basis? = nil, isCorrection: Bool = false) -> Basis {
        Basis(of: programme, tree: tree, after: earlier, members: members, isCorrection: isCorrection, smallest: 5)
    }

    private func doing(_ basis: Basis, _ place: String = "GM0627") -> Int? {
        basis.places[place]?.answers["doing.PP02"]?["yes"]
    }

    @Test func `every company is counted at its place, and in every area around it`() {
        let first = basis((0..<5).map { member(doing: $0 < 2 ? ["PP02"] : []) } + (0..<6).map { _ in member("PV28~") })
        #expect(first.places["GM0627"]?.companies == 5)
        #expect(first.counts(in: "midden-holland").companies == 5)
        #expect(first.counts(in: "deal").companies == 5)
        #expect(first.counts(in: "PV28").companies == 11)
        #expect(first.counts(in: "PV28").answers["need.coaching"] == ["yes": 11])
        #expect(first.counts(in: "PV28").sizes == [Basis.unknown: 11])
        #expect(doing(first) == 2)
    }

    @Test func `a place where nobody joins keeps its figures, also when a company is forgotten or an answer changes`() {
        let first = basis((0..<6).map { _ in member(doing: ["PP02"]) })
        let later = basis((0..<5).map { _ in member(age: 1) }, after: first)
        #expect(later.places["GM0627"]?.companies == 6)
        #expect(doing(later) == 6)
        // All of them forgotten.
        #expect(basis([], after: first).places["GM0627"]?.companies == 6)
        // Who join are added to what was told before.
        let joined = basis((0..<5).map { _ in member(age: 1) } + (0..<5).map { _ in member() }, after: first)
        #expect(joined.places["GM0627"]?.companies == 11)
        #expect(doing(joined) == 6)
    }

    @Test func `a correction counts anew, but not where the difference would be about a few companies`() {
        let first = basis((0..<6).map { _ in member(doing: ["PP02"]) })
        let same = basis(
            (0..<6).map { member(age: 1, doing: $0 < 3 ? ["PP02"] : []) },
            after: first,
            isCorrection: true
        )
        #expect(doing(same) == 3)
        #expect(same.keeps.isEmpty)
        let fewer = basis((0..<5).map { _ in member(age: 1) }, after: first, isCorrection: true)
        #expect(doing(fewer) == 6)
        #expect(fewer.keeps == ["GM0627"])
    }

    @Test func `referrals are told of those who counted before, once`() {
        let first = basis((0..<5).map { _ in member(isReferred: true) })
        #expect(first.counts(in: "PV28").referred.isEmpty)
        let second = basis((0..<5).map { member(age: 1, isReferred: $0 < 2) }, after: first)
        #expect(second.counts(in: "PV28").referred == ["yes": 2, "no": 3])
        let third = basis((0..<5).map { _ in member(age: 2, isReferred: true) }, after: second)
        #expect(third.counts(in: "PV28").referred == ["yes": 2, "no": 3])
        // Who is no longer known counts as not referred: there were five.
        let fewer = basis((0..<4).map { _ in member(age: 1, isReferred: true) }, after: first)
        #expect(fewer.counts(in: "PV28").referred == ["yes": 4, "no": 1])
    }
}
