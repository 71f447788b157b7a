import Accountability
import Fieldwork
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct MunicipalityTests {
    private func municipalities(_ visits: Visits) -> Municipalities {
        Municipalities(database: visits.database, world: visits.world, programmes: visits.programmes)
    }

    private func view(
        _ visits: Visits,
        _ area: AreaCode = "GM0627",
        as principal: Principal = .municipality
    ) async throws -> MunicipalityView {
        try await municipalities(visits).view(of: area, in: .metaal, as: principal)
    }

    @Test(arguments: TestDatabase.available)
    func `what a municipality wants is recorded anew, and each reads its own`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let all = municipalities(visits)
        await #expect(throws: InvalidAccount(issues: [.dayUnreadable, .missing(.spokenWith), .missing(.words)])) {
            try await all.record(MunicipalAmbitionForm(), about: "GM0627", in: .metaal, as: .projectLeader)
        }
        for words in ["Eerst dit", "Nu dat"] {
            var form = MunicipalAmbitionForm()
            form.spokenOn = "2026-03-01"
            form.spokenWith = "wethouder"
            form.words = words
            form.themes = ["product": "Repareren eerst"]
            try await all.record(form, about: "GM0627", in: .metaal, as: .projectLeader)
        }
        let seen = try await view(visits)
        #expect(seen.ambition?.words == "Nu dat")
        #expect(seen.ambition?.themes == ["product": "Repareren eerst"])
        let kept = try await visits.database.read { db in try db.run("SELECT 1 FROM municipal_ambition").count }
        #expect(kept == 2)
        #expect(try await all.list(in: .metaal, as: .municipality).map(\.code) == ["GM0627"])
        await #expect(throws: AccountProblem.notFound) { _ = try await view(visits, "GM0484") }
        _ = try await view(visits, "GM0484", as: .projectLeader)
        for principal in [Principal.municipality, .interviewer, .coach, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await all.record(MunicipalAmbitionForm(), about: "GM0627", in: .metaal, as: principal)
            }
        }
    }
}
