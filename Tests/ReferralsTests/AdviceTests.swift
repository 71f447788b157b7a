import Fieldwork
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct AdviceTests {
    @Test(arguments: TestDatabase.available)
    func `advice is written anew as a whole, in order, and the same again adds nothing`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let advices = visits.advices
        func steps() async throws -> [String] {
            try await visits.referrals.worksheet(for: id, in: .metaal, as: .interviewer).advice?.steps ?? []
        }
        for text in ["Een\r\nTwee", "Een\nTwee\n", "Twee\nEen"] {
            try await advices.write(AdviceForm(steps: text), for: id, in: .metaal, as: .interviewer)
        }
        #expect(try await steps() == ["Twee", "Een"])
        let versions = try await visits.database.read { db in try db.run("SELECT id FROM advice").count }
        #expect(versions == 2)
        let long = (1...9).map { "Stap \($0)" }.joined(separator: "\n") + String(repeating: "x", count: 140)
        await #expect(throws: InvalidAdvice(issues: [.tooMany(9), .tooLong(step: 9)])) {
            try await advices.write(AdviceForm(steps: long), for: id, in: .metaal, as: .interviewer)
        }
        try await advices.write(AdviceForm(steps: " "), for: id, in: .metaal, as: .interviewer)
        #expect(try await steps() == [])
        await #expect(throws: AccessProblem.self) {
            try await advices.write(AdviceForm(steps: "x"), for: id, in: .metaal, as: .coach)
        }
    }
}
