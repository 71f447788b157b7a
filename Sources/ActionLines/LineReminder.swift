import Foundation
package import Kernel
package import Mail
package import Programmes
import Storage

/// Nothing was heard about a line for long, and somebody who can tell is asked (*herinnering*).
package struct LineReminder: Sendable {
    package let programme: Programme
    package let line: ActionLine
    /// When something was told last; `nil` when never.
    package let toldOn: Day?
    package let silence: Int
    package let to: LinePerson

    /// Whoever writes letters knows the words and the address.
    package typealias Writing = @Sendable (LineReminder) -> MailContent
}

/// Somebody who may be asked about lines.
package struct LinePerson: Equatable, Sendable {
    package let address: MailAddress
    /// Of a lead; `nil` for who leads the programme.
    package let organisation: OrganisationCode?

    package init(address: MailAddress, organisation: OrganisationCode?) {
        self.address = address
        self.organisation = organisation
    }
}

extension ActionLines {
    /// Writes to who leads a line that was silent too long, and to who leads the programme when nobody of the line can be
    /// written to. Once in each stretch of silence, however often this is asked and by how many at once.
    ///
    /// - Returns: how many letters there are now.
    @discardableResult
    package func remind(
        in programme: Programme,
        to people: [LinePerson],
        writing: @escaping LineReminder.Writing
    ) async throws -> Int {
        guard programme.closedOn == nil, let state = try await state(of: programme) else { return 0 }
        let world = world
        let principal = Principal(account: nil, name: "Karavaan", origin: "reminder", grants: [:])
        var letters = 0
        for line in state.lines where line.isSilent(on: state.asOf) {
            let own = people.filter { $0.organisation.map(line.line.leads.contains) ?? false }
            let asked = own.isEmpty ? people.filter { $0.organisation == nil } : own
            // Who leads for two organisations of a line is one person.
            let addressed = asked.enumerated().filter { index, person in
                !asked.prefix(index).contains { $0.address == person.address }
            }.map(\.element)
            guard !addressed.isEmpty else { continue }
            let silence = line.silence(on: state.asOf)
            let since = line.last?.recordedOn ?? line.line.first.firstDay
            letters += try await database.write { db in
                let round = silence / line.longSilence
                guard try db.lineUpdates(in: programme.id).remember(line.line.code, since, round, at: world.now())
                else {
                    return 0
                }
                for person in addressed {
                    let reminder = LineReminder(
                        programme: programme,
                        line: line.line,
                        toldOn: line.last?.recordedOn,
                        silence: silence,
                        to: person
                    )
                    let message = MailMessage(
                        id: world.id(),
                        kind: .reminder,
                        to: person.address,
                        language: .dutch,
                        content: writing(reminder),
                        about: "line \(line.line.code)"
                    )
                    try db.mail.append(message, in: programme.id, by: principal, at: world.now())
                }
                return addressed.count
            }
        }
        return letters
    }
}
