import Accounts
import ActionLines
import Mail
import Programmes
import Web

/// Asks who leads an action line how it stands, when nothing was heard for long (*herinneringsronde*).
struct LineReminders: Sendable {
    let services: Services
    let site: SiteSettings

    /// How many letters there are now.
    @discardableResult
    func send() async throws -> Int {
        var letters = 0
        for programme in try await services.programmes.all() where programme.actionPlan != nil {
            let people = try await services.accounts.carriers(of: programme.id).map { person in
                LinePerson(
                    address: MailAddress(name: person.name, email: person.email),
                    organisation: person.organisation
                )
            }
            letters += try await services.actionLines.remind(in: programme, to: people, writing: site.lineReminder)
        }
        return letters
    }
}
