package import Foundation
package import Kernel

/// Somebody who can sign in (*account*): one person, with any number of parts in any number of programmes.
package struct Account: Equatable, Sendable {
    package let id: AccountID
    /// In lower case; what people sign in with.
    package var email: String
    package var name: String
    /// `false` until the person chose a password.
    package var hasPassword: Bool
    package var isDisabled: Bool
    package var createdAt: Date
    package var grants: [ProgrammeID: [Grant]]

    package func grants(in programme: ProgrammeID) -> [Grant] { grants[programme] ?? [] }

    package var programmes: [ProgrammeID] { grants.filter { !$0.value.isEmpty }.keys.sorted() }

    /// Whether everything that this account can do lies in programmes that `principal` administers. Only then may its
    /// password be reset or the account be switched off: otherwise one programme could take over another.
    package func isWithin(_ principal: Principal) -> Bool {
        programmes.allSatisfy { principal.may(.manageAccounts, in: $0) }
    }
}
