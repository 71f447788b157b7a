package import Kernel

/// What a programme gives to other programmes, and what it takes from them (*delen*). Declared in the pack, and nothing
/// happens before people of both programmes agreed; either may end it.
package struct SharingPlan: Codable, Equatable, Sendable {
    package var offers: [ShareOffer]
    package var uses: [ShareUse]

    package func offer(_ code: ShareCode, to programme: ProgrammeID) -> ShareOffer? {
        offers.first { $0.code == code && $0.to == programme }
    }

    package func use(_ code: ShareCode, from programme: ProgrammeID) -> ShareUse? {
        uses.first { $0.code == code && $0.from == programme }
    }
}

package enum ShareScope {}
/// What both programmes call it.
package typealias ShareCode = Code<ShareScope>

/// What goes from one programme to another, and nothing more than this does.
package enum ShareKind: String, Codable, Sendable, CaseIterable {
    /// That a company was visited: in which municipality, since when. Not which company, and nothing of the conversation.
    case visits
    /// That a session took place: in which municipality, since when.
    case sessions
    /// Names, numbers and municipalities of companies, so that each is stored once.
    case companies
}

/// What this programme lets another one use (*aanbod*).
package struct ShareOffer: Codable, Equatable, Sendable {
    package var code: ShareCode
    package var to: ProgrammeID
    package var kind: ShareKind
    /// Where sessions are kept in a programme that does not organise them with Karavaan.
    package var register: Items?
    package var why: Text

    /// Items of a register that are sessions.
    package struct Items: Codable, Equatable, Sendable {
        package var register: Register.ID
        /// Only items in these.
        package var states: [Register.State.ID]
        package var day: Register.Field.ID
        package var municipality: Register.Field.ID
        /// Only items with one of these at this field.
        package var field: Register.Field.ID?
        package var options: [Register.Field.Option.ID]
    }
}

/// What this programme does with something of another one (*gebruik*).
package struct ShareUse: Codable, Equatable, Sendable {
    package var code: ShareCode
    package var from: ProgrammeID
    package var kind: ShareKind
    /// `nil` for companies: those can be named in registers.
    package var place: Place?
    package var why: Text

    /// What it counts for.
    package enum Place: Codable, Equatable, Sendable {
        case line(ActionLine.ID, step: ActionLine.Step.ID?)
        case result(ActionLine.ID, ActionLine.PromisedResult.ID)
        case target(Target.ID)

        package var line: ActionLine.ID? {
            switch self {
            case .line(let line, _), .result(let line, _): line
            case .target: nil
            }
        }
    }
}
