import Foundation
package import Kernel
package import Programmes

/// The programme with an action plan that comes with the program, and people who carry it.
package enum GroeneHart {
    package static let id: ProgrammeID = "groene-hart"

    package static func programme() throws -> Programme { try ShippedPack.plan() }

    package static let leader = person("Lot Leidraad", Grant(role: .projectLeader), 21)
    package static let manager = person("Mo Manager", Grant(role: .programmeManager), 22)
    /// Leads 1.1, 1.2 and 3.3.
    package static let alphen = person("Tessa Trekker", Grant(role: .lead, organisation: "alphen"), 23)
    /// Leads 3.2.
    package static let woerden = person("Wout Werkplaats", Grant(role: .lead, organisation: "woerden"), 24)
    package static let administrator = person("Ada Beheer", Grant(role: .administrator), 25)

    private static func person(_ name: String, _ grant: Grant, _ number: Int) -> Principal {
        Principal(
            account: AccountID(UUID(uuidString: String(format: "00000000-0000-7000-9000-%012d", number))!),
            name: name,
            origin: "127.0.0.1",
            grants: [id: [grant]]
        )
    }
}
