import Fieldwork
import Kernel
import Programmes
import Referrals
import TestSupport
import Testing

@Suite struct PlaceAdviceTests {
    /// With so many places at the acceleration team.
    private func visits(on kind: TestDatabase, places: Int) async throws -> Visits {
        var programme = Programme.sample
        let index = programme.initiatives.firstIndex { $0.code == "VTM" }!
        programme.initiatives[index].capacity = places
        return try await Visits(on: kind, programme: programme)
    }

    @Test(arguments: TestDatabase.available)
    func `the one place goes to who can go nowhere else, whoever came first`(on kind: TestDatabase) async throws {
        let visits = try await visits(on: kind, places: 1)
        // Fits the team best, and the school nearly as well.
        let both = try await visits.visit("Eerst BV", ambition: ["PR12"])
        let teamOnly = try await visits.visit("Daarna BV", ambition: ["PR04"])
        let advice = try await visits.referrals.placeAdvice(in: .metaal, as: .projectLeader)
        let lines = Dictionary(uniqueKeysWithValues: advice.lines.map { ($0.conversation, $0) })
        #expect(lines[both]?.advised?.initiative == "HHS")
        #expect(lines[both]?.passedOver?.initiative == "VTM")
        #expect(lines[teamOnly]?.advised?.initiative == "VTM")
        #expect(lines[teamOnly]?.passedOver == nil)
        let team = try #require(advice.places.first { $0.initiative == "VTM" })
        #expect(team.fitting == 2)
        #expect(team.advised == 1)
        #expect(team.free == 1)
        // A second place would bring the first company from four points to five.
        #expect(team.price == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `with places enough everybody goes where it fits best, and nothing is scarce`(
        on kind: TestDatabase
    ) async throws {
        let visits = try await visits(on: kind, places: 2)
        try await _ = visits.visit("Eerst BV", ambition: ["PR12"])
        try await _ = visits.visit("Daarna BV", ambition: ["PR04"])
        let advice = try await visits.referrals.placeAdvice(in: .metaal, as: .projectLeader)
        #expect(advice.lines.compactMap(\.advised?.initiative) == ["VTM", "VTM"])
        #expect(advice.lines.allSatisfy { $0.passedOver == nil })
        #expect(advice.places.allSatisfy { $0.price == 0 })
    }

    @Test(arguments: TestDatabase.available)
    func `who was decided for waits no more, and a place that is taken is gone`(on kind: TestDatabase) async throws {
        let visits = try await visits(on: kind, places: 1)
        let first = try await visits.visit("Eerst BV", ambition: ["PR12"])
        let second = try await visits.visit("Daarna BV", ambition: ["PR04"])
        _ = try await visits.agreed("VTM", for: first)
        let advice = try await visits.referrals.placeAdvice(in: .metaal, as: .projectLeader)
        #expect(advice.lines.map(\.conversation) == [second])
        #expect(advice.lines[0].advised == nil)
        #expect(advice.lines[0].passedOver?.initiative == "VTM")
        #expect(advice.places.first { $0.initiative == "VTM" }?.free == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `what an adviser turned down is not advised, and a need that finds nothing is counted`(
        on kind: TestDatabase
    ) async throws {
        let visits = try await visits(on: kind, places: 5)
        let id = try await visits.visit("Eerst BV", ambition: ["PR04"])
        try await visits.referrals.reject(
            ReferralForm(initiative: "VTM", reason: "Wil niet"),
            for: id,
            in: .metaal,
            as: .interviewer
        )
        _ = try await visits.visit("Zoekt BV", ambition: [], needs: ["kennis"])
        let advice = try await visits.referrals.placeAdvice(in: .metaal, as: .projectLeader)
        #expect(advice.lines.count == 2)
        #expect(advice.lines.allSatisfy { $0.advised == nil && $0.fitsNothing })
        #expect(Set(advice.needs.map(\.kind)) == ["kennis", "coaching"])
        #expect(advice.needs.allSatisfy { $0.asked == 1 && $0.unmet == 1 })
    }

    @Test(arguments: TestDatabase.available)
    func `only who may see referrals sees it`(on kind: TestDatabase) async throws {
        let visits = try await visits(on: kind, places: 1)
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.readReferrals)) {
                try await visits.referrals.placeAdvice(in: .metaal, as: principal)
            }
        }
    }
}
