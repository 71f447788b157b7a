import Foundation
package import Kernel

/// The part somebody gets in a programme, as it was filled in.
package struct GrantForm: Sendable, Equatable {
    package var role: String
    package var initiative: String
    package var areas: [String]
    package var organisation: String

    package init(role: String = "", initiative: String = "", areas: [String] = [], organisation: String = "") {
        self.role = role
        self.initiative = initiative
        self.areas = areas
        self.organisation = organisation
    }

    /// - Throws: Everything that is wrong with it at once.
    package func grant(among choices: GrantChoices) throws(InvalidAccount) -> Grant {
        guard let role = Role(rawValue: role) else { throw InvalidAccount(issues: [.roleMissing]) }
        switch role {
        case .coach:
            guard let code = InitiativeCode(initiative), choices.initiatives.contains(code) else {
                throw InvalidAccount(issues: [.initiativeMissing])
            }
            return Grant(role: role, initiative: code)
        case .municipality:
            let codes = areas.compactMap(AreaCode.init)
            guard !codes.isEmpty, codes.count == areas.count, choices.areas.isSuperset(of: codes) else {
                throw InvalidAccount(issues: [.areasMissing])
            }
            return Grant(role: role, areas: Set(codes))
        case .lead, .contact:
            guard let code = OrganisationCode(organisation), choices.organisations.contains(code) else {
                throw InvalidAccount(issues: [.organisationMissing])
            }
            return Grant(role: role, organisation: code)
        case .administrator, .projectLeader, .interviewer, .programmeManager:
            return Grant(role: role)
        }
    }
}

/// A new person, as filled in.
package struct AccountForm: Sendable, Equatable {
    package var email: String
    package var name: String
    package var grant: GrantForm

    package init(email: String = "", name: String = "", grant: GrantForm = GrantForm()) {
        self.email = email
        self.name = name
        self.grant = grant
    }

    func checked(among choices: GrantChoices) throws(InvalidAccount) -> (email: String, name: String, grant: Grant) {
        var issues: [InvalidAccount.Issue] = []
        let email = Self.normalized(email)
        if !Self.isEmail(email) { issues.append(.emailInvalid) }
        let name = name.trimmingWhitespace()
        if name.isEmpty { issues.append(.nameMissing) }
        if name.count > 100 { issues.append(.nameTooLong) }
        var grant: Grant?
        do { grant = try self.grant.grant(among: choices) } catch { issues += error.issues }
        guard issues.isEmpty, let grant else { throw InvalidAccount(issues: issues) }
        return (email, name, grant)
    }

    static func normalized(_ email: String) -> String { email.trimmingWhitespace().lowercased() }

    /// Whether mail could get there; whether it does, only mail can tell.
    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].count <= 64, text.utf8.count <= 254 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"<>()\",;:\\".unicodeScalars.contains($0)
        }
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty } && isPlain
    }
}
