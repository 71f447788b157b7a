package import Programmes

/// A register as it is declared, with everything that its codes stand for. Where two are equal, the same item reads the same.
package struct RegisterDeclaration: Equatable, Sendable {
    package let register: Register
    private let areas: [Area]
    private let partners: [Partner]
    private let organisations: [Organisation]

    package init(_ register: Register, in programme: Programme) {
        self.register = register
        areas = programme.areas
        partners = programme.partners
        organisations = programme.actionPlan?.organisations ?? []
    }
}
