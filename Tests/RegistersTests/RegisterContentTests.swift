import Kernel
import Programmes
import Registers
import TestSupport
import Testing

@Suite struct RegisterContentTests {
    @Test(arguments: TestDatabase.available)
    func `what was typed comes back as it was, whatever is in it`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        for text in [
            "\"", "\\", "\\n", "\\\"", "een\ntwee\n\ndrie", "tab\there", "bel\u{7}", "é😀", "\",\"uitkomst\":\"anders",
            "\\u0041", "/",
        ] {
            let id = try await desk.registers.save(
                RegisterDesk.form(["segment": ["Stoelen"], "sector": ["bouw"], "uitkomst": [text]]),
                of: "inkoop",
                in: desk.programme,
                as: GroeneHart.leader
            )
            let record = try await desk.registers.open(id, of: "inkoop", in: desk.programme, as: GroeneHart.leader)
            #expect(record.item.values["uitkomst"] == text)
            #expect(record.item.values["segment"] == "Stoelen")
            #expect(record.item.values.count == 3)
        }
    }
}
