package import Kernel

/// What a programme keeps besides its conversations (*registers*): declared in the pack, not programmed.
package struct Registry: Codable, Equatable, Sendable {
    /// In the order of the pack.
    package var registers: [Register]
    /// Which registers ask for what others offer.
    package var pairings: [RegisterPairing]

    package func register(_ code: Register.ID) -> Register? { registers.first { $0.code == code } }
    package func registers(of line: ActionLine.ID) -> [Register] { registers.filter { $0.line == line } }
}

/// One list that a programme keeps (*register*): which fields an item has, which states, and what everybody may see.
package struct Register: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    /// The action line that it belongs to: who leads that keeps the register.
    package var line: ActionLine.ID?
    package var name: Text
    /// What one item is called, without an article.
    package var item: Text
    package var purpose: Text
    /// The first names an item, and is never empty.
    package var fields: [Field]
    /// In order; a new item begins in the first.
    package var states: [State]
    /// The fields by which a line of a file is known to be about an item that is there already.
    package var key: [Field.ID]
    /// Whether anybody may propose an item, which somebody of the programme then accepts or refuses.
    package var hasPublicForm: Bool
    package var counts: [Count]
    /// What an item can begin from; `nil` for a register without.
    package var blocks: Blocks?

    /// In which everybody may see an item; none where not even its name is for everybody.
    package var publicStates: [State] { fields.first?.isPublic ?? false ? states.filter(\.isPublic) : [] }

    package func field(_ code: Field.ID) -> Field? { fields.first { $0.code == code } }
    package func state(_ code: State.ID) -> State? { states.first { $0.code == code } }

    /// Something that is asked of every item (*veld*).
    package struct Field: Codable, Equatable, Sendable {
        package enum Scope {}
        package typealias ID = Code<Scope>

        package var code: ID
        package var name: Text
        package var kind: Kind
        package var hint: Text?
        package var isRequired: Bool
        /// Everybody may see it, of items in a public state.
        package var isPublic: Bool
        /// To choose from, for a choice.
        package var options: [Option]
        /// Several options at once.
        package var allowsSeveral: Bool
        /// What a number is counted in.
        package var unit: Text?
        /// Why it is asked, for a person.
        package var purpose: Text?
        /// How many months after the last change it is kept, for a person.
        package var keepMonths: Int?

        package func option(_ code: Option.ID) -> Option? { options.first { $0.code == code } }

        package enum Kind: String, Codable, Sendable, CaseIterable {
            case text
            case longText = "long-text"
            case choice, number, money, date, period, municipality, organisation, company, place, link, file, person

            /// About people or companies: for who keeps the register, and for nobody else.
            package var isConfidential: Bool { self == .person || self == .company }
            /// Has few values, by which items can be found.
            package var isChoice: Bool { self == .choice || self == .municipality || self == .organisation }
            /// Can be read from the cell of a table, and written to one.
            package var isWritten: Bool { self != .file && self != .person }
            package var isNumber: Bool { self == .number || self == .money }
            package var hasDays: Bool { self == .date || self == .period }
        }

        package struct Option: Codable, Equatable, Sendable {
            package enum Scope {}
            package typealias ID = Code<Scope>

            package var code: ID
            package var name: Text
        }
    }

    /// How far an item is (*stand*).
    package struct State: Codable, Equatable, Sendable {
        package enum Scope {}
        package typealias ID = Code<Scope>

        package var code: ID
        package var name: Text
        /// Everybody may see items in it.
        package var isPublic: Bool
        /// From which states an item may come here; from any when empty.
        package var from: [ID]
        /// Who may put an item here; whoever keeps the register when empty.
        package var movers: [Role]
    }

    /// Texts and good examples that an item can begin from (*bouwstenen*).
    package struct Blocks: Codable, Equatable, Sendable {
        /// Where the text goes; the title goes into the first field.
        package var text: Field.ID
        /// The choice that says what it is about.
        package var subject: Field.ID?
        /// What is chosen there for a good example of a company; `nil` where those are not told.
        package var examples: Field.Option.ID?
        package var texts: [StandardText]
    }

    /// A text that is ready to be told (*kant-en-klare tekst*).
    package struct StandardText: Codable, Equatable, Sendable {
        package enum Scope {}
        package typealias ID = Code<Scope>

        package var code: ID
        package var subject: Field.Option.ID?
        package var title: Text
        package var text: Text
    }

    /// What of a register is a result of its line (*telt mee voor*).
    package struct Count: Codable, Equatable, Sendable {
        package var result: ActionLine.PromisedResult.ID
        /// Only items in these.
        package var states: [State.ID]
        /// How many values of this field there are, instead of how many items.
        package var distinct: Field.ID?
    }
}

/// One register asks for what another offers (*vraag en aanbod*).
package struct RegisterPairing: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var asks: Register.ID
    package var offers: Register.ID
    package var rules: [Rule]

    /// Two fields that are compared: choices share a value, days overlap, and of a number there is enough.
    package struct Rule: Codable, Equatable, Sendable {
        package var asks: Register.Field.ID
        package var offers: Register.Field.ID
        package var weight: Int
        /// Without it there is no pair.
        package var isNeeded: Bool
        /// Why that makes a pair, in a few words.
        package var because: Text
    }
}

extension Principal {
    /// Who leads lines keeps the registers of those that its organisation leads; others who may, keep all.
    package func mayKeep(_ register: Register, in programme: Programme) -> Bool {
        guard let code = register.line else { return mayUpdateAll(in: programme.id) }
        return programme.actionPlan?.line(code).map { mayUpdate($0, in: programme.id) } ?? false
    }

    /// Who leads lines may tell about those that its organisation leads; others who may tell, about all.
    package func mayUpdate(_ line: ActionLine, in programme: ProgrammeID) -> Bool {
        guard !mayUpdateAll(in: programme) else { return true }
        let own = grants(in: programme).filter { $0.role == .lead }.compactMap(\.organisation)
        return may(.updateActions, in: programme) && own.contains(where: line.leads.contains)
    }

    /// Not only about the lines of one organisation, but about all, and what is of no line, such as what bodies decide.
    package func mayUpdateAll(in programme: ProgrammeID) -> Bool {
        may(.updateActions, in: programme)
            && grants(in: programme).contains { $0.role != .lead && $0.role.verbs.contains(.updateActions) }
    }
}
