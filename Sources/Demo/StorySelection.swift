import Fieldwork
import Foundation
import Kernel
import Programmes

extension Story {
    /// The draw for the present quarter: in the first deal municipality and in those where most can still be asked.
    func drawCompanies() async throws {
        var dice = Dice("selection", seed: seed)
        clock.move(to: calendar.today.adding(days: -24), hour: 10)
        let outlook = try await selections.outlook(in: programme.id, as: people.projectLeader)
        let own = programme.municipalities.first(where: \.isDeal)?.code
        let largest = outlook.filter { $0.area != own }.sorted { $0.available > $1.available }.prefix(3)
        var counts = Dictionary(
            uniqueKeysWithValues: largest.filter { $0.available > 0 }
                .map { ($0.area.description, "\(min(5, $0.available))") }
        )
        if let own, outlook.contains(where: { $0.area == own && $0.available > 3 }) { counts[own.description] = "4" }
        guard !counts.isEmpty else { return }
        let quarter = min(max(Quarter(clock.today), programme.firstQuarter), programme.lastQuarter)
        let round = try await selections.draw(
            SelectionForm(quarter: quarter.description, counts: counts),
            in: programme.id,
            as: people.projectLeader
        )
        try await answer(round, dice: &dice)
        try await propose(in: round, of: own)
    }

    /// Two out of three are invited; one of them says no and one does not answer.
    private func answer(_ round: SelectionRound.ID, dice: inout Dice) async throws {
        let lines = try await selections.sheet(round, in: programme.id, as: people.projectLeader).lines
        for (index, line) in lines.enumerated() where index % 3 != 2 {
            clock.advance(minutes: dice.number(10...200))
            try await record(.invited, line.company, in: round)
            switch index {
            case 1: try await record(.refused, line.company, in: round, because: .noTime)
            case 4: try await record(.refused, line.company, in: round, because: .noAnswer)
            default: invited.insert(line.company, at: 0)
            }
        }
        // Some have not said yet whether they want to.
        invited = Array(invited.dropFirst(3))
    }

    private func record(
        _ kind: SelectionEvent.Kind,
        _ company: Company.ID,
        in round: SelectionRound.ID,
        because refusal: SelectionEvent.Refusal? = nil
    ) async throws {
        let form = SelectionStepForm(
            company: company.description,
            step: kind.rawValue,
            refusal: refusal?.rawValue ?? ""
        )
        try await selections.record(form, in: round, of: programme.id, as: people.projectLeader)
    }

    private func propose(in round: SelectionRound.ID, of area: AreaCode?) async throws {
        guard let area, let municipality = people.municipality else { return }
        let taken = try await selections.sheet(round, in: programme.id, as: people.projectLeader).lines
        guard taken.contains(where: { $0.traits.area == area }) else { return }
        let drawn = Set(taken.map(\.company))
        guard
            let company = registered.first(where: {
                $0.invented.municipality == area && !visited.contains($0.id) && !drawn.contains($0.id)
            })
        else { return }
        clock.advance(minutes: 600)
        let form = SelectionProposalForm(
            area: area.description,
            name: company.invented.name,
            reason: "Kwam op de ondernemersborrel zelf met een plan om afval te scheiden."
        )
        try await selections.propose(form, in: round, of: programme.id, as: municipality)
    }
}
