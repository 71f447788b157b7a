package import Fieldwork
import Foundation
package import Kernel
import Programmes
package import Storage

/// Companies in three municipalities that can be drawn from: what a selection round needs around it.
package struct Town: Sendable {
    package let database: any SQLDatabase
    package let world: World
    package let selections: SelectionRounds
    package let conversations: Conversations
    package let companies: Companies

    package static let alphen: AreaCode = "GM0484"
    package static let waddinxveen: AreaCode = "GM0627"
    package static let denHaag: AreaCode = "GM0518"

    package init(on kind: TestDatabase, world: World = .fixed()) async throws {
        try await self.init(on: try await kind.make(), world: world)
    }

    package init(on database: any SQLDatabase, world: World = .fixed()) async throws {
        self.database = database
        self.world = world
        let programmes = Programmes(database: database, world: world)
        selections = SelectionRounds(database: database, world: world, programmes: programmes)
        conversations = Conversations(database: database, world: world, programmes: programmes)
        companies = Companies(database: database, world: world)
        try await programmes.publish(.sample, as: .administrator)
    }

    /// So many companies in a municipality, of alternating sector, size and membership; their names are numbered.
    @discardableResult
    package func build(_ count: Int, in area: AreaCode = alphen, from first: Int = 1) async throws -> [Company.ID] {
        let sectors = ["verspanen", "plaat-constructie", "maritiem"]
        let sizes = ["1", "2-9", "2-9", "10-19", "20-49"]
        var ids: [Company.ID] = []
        for number in first..<(first + count) {
            let id: Company.ID = world.id()
            var form = CompanyForm()
            form[.name] = "Bedrijf \(area) \(number)"
            form[.municipality] = area.description
            form[.sector] = sectors[number % 3 == 0 ? 1 : number % 7 == 0 ? 2 : 0]
            form[.size] = sizes[number % 5]
            form[.isMember] = number % 4 == 0 ? "nee" : "ja"
            form.isOther = true
            try await companies.register(id, form, in: .sample, as: .projectLeader)
            ids.append(id)
        }
        return ids
    }

    /// A draw for the first quarter of 2026.
    package func draw(
        _ counts: [AreaCode: Int],
        spread: SelectionDesign.Spread = .proportional,
        seed: String = "7"
    ) async throws -> SelectionRound.ID {
        let form = SelectionForm(
            id: world.id(of: SelectionRound.self).description,
            quarter: "2026-Q1",
            counts: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.description, "\($0.value)") }),
            spread: spread.rawValue,
            seed: seed
        )
        return try await selections.draw(form, in: .metaal, as: .projectLeader)
    }

    package func sheet(_ round: SelectionRound.ID) async throws -> SelectionSheet {
        try await selections.sheet(round, in: .metaal, as: .projectLeader)
    }

    package func record(
        _ kind: SelectionEvent.Kind,
        _ company: Company.ID,
        in round: SelectionRound.ID,
        because refusal: SelectionEvent.Refusal? = nil,
        note: String = "",
        takesNext: Bool = true
    ) async throws {
        let form = SelectionStepForm(
            id: world.id(of: SelectionEvent.self).description,
            company: company.description,
            step: kind.rawValue,
            refusal: refusal?.rawValue ?? "",
            note: note,
            takesNext: takesNext
        )
        try await selections.record(form, in: round, of: .metaal, as: .projectLeader)
    }

    /// A finished conversation, today.
    package func visit(_ company: Company.ID) async throws {
        let id: Conversation.ID = world.id()
        let plan = ConversationPlan(day: world.today, interviewer: Interviewer(.interviewer))
        try await conversations.add(id, with: company, plan, .start, in: .metaal, as: .interviewer)
        try await conversations.start(id, in: .metaal, as: .interviewer)
        try await conversations.finish(id, in: .metaal, as: .interviewer)
    }
}
