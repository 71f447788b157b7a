package import Foundation
package import Kernel
package import Programmes

/// A company that takes part or may be asked to (*bedrijf*).
package struct Company: Equatable, Sendable {
    package typealias ID = Kernel.ID<Company>

    package let id: ID
    package var name: String
    /// Eight digits, as the Chamber of Commerce writes it.
    package var kvkNumber: String?
    /// The establishment (*vestigingsnummer*): twelve digits.
    package var branchNumber: String?
    /// SBI 2008, digits only.
    package var sbiCode: String?
    package var sector: Sector.ID?
    package var size: SizeClass?
    package var street: String?
    /// `2404 AB`.
    package var postcode: String?
    package var city: String?
    package var municipality: AreaCode?
    /// Of the trade association; `nil` when nobody knows.
    package var isMember: Bool?
    /// Where the data came from: a file name, a person, a register.
    package var source: String
    package var createdAt: Date
    /// Goes up with every change, so that two people cannot silently overwrite each other.
    package var version: Int

    package init(
        id: ID,
        name: String,
        kvkNumber: String? = nil,
        branchNumber: String? = nil,
        sbiCode: String? = nil,
        sector: Sector.ID? = nil,
        size: SizeClass? = nil,
        street: String? = nil,
        postcode: String? = nil,
        city: String? = nil,
        municipality: AreaCode? = nil,
        isMember: Bool? = nil,
        source: String,
        createdAt: Date,
        version: Int = 1
    ) {
        self.id = id
        self.name = name
        self.kvkNumber = kvkNumber
        self.branchNumber = branchNumber
        self.sbiCode = sbiCode
        self.sector = sector
        self.size = size
        self.street = street
        self.postcode = postcode
        self.city = city
        self.municipality = municipality
        self.isMember = isMember
        self.source = source
        self.createdAt = createdAt
        self.version = version
    }
}

/// Somebody to talk to at a company (*contactpersoon*).
package struct ContactPerson: Equatable, Sendable {
    package typealias ID = Kernel.ID<ContactPerson>

    package let id: ID
    package var name: String
    package var position: String?
    package var email: String?
    package var phone: String?

    package init(id: ID, name: String, position: String? = nil, email: String? = nil, phone: String? = nil) {
        self.id = id
        self.name = name
        self.position = position
        self.email = email
        self.phone = phone
    }
}
