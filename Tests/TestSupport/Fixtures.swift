package import Foundation
package import Kernel
import Synchronization

extension World {
    /// A fixed moment, 2 March 2026 at ten in the morning in Amsterdam unless told otherwise; identifiers count up from
    /// one and "random" bytes are predictable.
    package static func fixed(at moment: Date = Day("2026-03-02")!.noon.addingTimeInterval(-7200)) -> World {
        let counter = Counter()
        return World(
            now: { moment },
            uuid: { UUID(uuidString: String(format: "00000000-0000-7000-8000-%012d", counter.next()))! },
            randomBytes: { count in (0..<count).map { _ in UInt8(truncatingIfNeeded: counter.next().scrambled) } }
        )
    }
}

extension Int {
    /// Another number for each, so that no two secrets are the same (the finaliser of MurmurHash3).
    fileprivate var scrambled: UInt64 {
        var bits = UInt64(truncatingIfNeeded: self)
        for factor: UInt64 in [0xff51_afd7_ed55_8ccd, 0xc4ce_b9fe_1a85_ec53] { bits = (bits ^ (bits >> 33)) &* factor }
        return bits ^ (bits >> 33)
    }
}

private final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

extension ProgrammeID {
    package static let metaal: ProgrammeID = "mkb-deal-metaal"
    /// Another programme, in which the people of the first have no part.
    package static let elders: ProgrammeID = "elders"
}

extension Principal {
    package static let administrator = person("Ada Beheer", .administrator, 1)
    package static let projectLeader = person("Piet Leider", .projectLeader, 2)
    package static let interviewer = person("Iris Vraagt", .interviewer, 3)
    package static let programmeManager = person("Max Manager", .programmeManager, 7)
    package static let coach = Principal(
        account: AccountID(UUID(uuidString: "00000000-0000-7000-9000-000000000004")!),
        name: "Cor Coach",
        origin: "127.0.0.1",
        grants: [.metaal: [Grant(role: .coach, initiative: "VTM")]]
    )
    package static let municipality = Principal(
        account: AccountID(UUID(uuidString: "00000000-0000-7000-9000-000000000005")!),
        name: "Gea Gemeente",
        origin: "127.0.0.1",
        grants: [.metaal: [Grant(role: .municipality, areas: ["GM0627"])]]
    )
    /// Somebody with every right, but in another programme.
    package static let outsider = Principal(
        account: AccountID(UUID(uuidString: "00000000-0000-7000-9000-000000000006")!),
        name: "Otto Elders",
        origin: "127.0.0.1",
        grants: [.elders: [Grant(role: .administrator)]]
    )

    private static func person(_ name: String, _ role: Role, _ number: Int) -> Principal {
        Principal(
            account: AccountID(UUID(uuidString: String(format: "00000000-0000-7000-9000-%012d", number))!),
            name: name,
            origin: "127.0.0.1",
            grants: [.metaal: [Grant(role: role)]]
        )
    }
}
