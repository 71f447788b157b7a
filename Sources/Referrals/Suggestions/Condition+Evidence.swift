import Fieldwork
import Kernel
import Programmes

/// What made a condition hold, to say so in words: nothing more than the company ticked itself.
struct Evidence: Equatable {
    var activities: Set<Activity.ID> = []
    var needs: Set<SupportNeedKind.ID> = []

    func union(_ other: Evidence) -> Evidence {
        Evidence(activities: activities.union(other.activities), needs: needs.union(other.needs))
    }
}

extension Condition {
    /// Why the condition holds; `nil` when it does not. What is not known about a company never makes one hold.
    func evidence(in programme: Programme, _ facts: SuggestionFacts) -> Evidence? {
        switch self {
        case .all(let parts):
            var all = Evidence()
            for part in parts {
                guard let found = part.evidence(in: programme, facts) else { return nil }
                all = all.union(found)
            }
            return all
        case .any(let parts):
            let found = parts.compactMap { $0.evidence(in: programme, facts) }
            return found.isEmpty ? nil : found.reduce(Evidence()) { $0.union($1) }
        case .not(let part):
            return part.evidence(in: programme, facts) == nil ? Evidence() : nil
        case .ambition(let selection, let count):
            return ticked(facts.answers.ambition, selection, atLeast: count, on: programme.sheet)
        case .doing(let selection, let count):
            return ticked(facts.answers.doing, selection, atLeast: count, on: programme.sheet)
        case .need(let kinds):
            let asked = Set(kinds).intersection(facts.needs)
            return asked.isEmpty ? nil : Evidence(needs: asked)
        case .sector(let sectors):
            return holds(facts.sector.map(sectors.contains))
        case .area(let areas):
            return holds(facts.municipality.map { here in areas.contains { programme.isArea(here, in: $0) } })
        case .size(let sizes):
            return holds(facts.size.map(sizes.contains))
        case .member(let isMember):
            return holds(facts.isMember == isMember)
        case .goodExample:
            return holds(facts.hasShareableExample)
        }
    }

    private func holds(_ condition: Bool?) -> Evidence? { condition == true ? Evidence() : nil }

    private func ticked(
        _ ticks: Set<Activity.ID>,
        _ selection: Selection,
        atLeast count: Int,
        on sheet: TalkSheet
    ) -> Evidence? {
        let found = sheet.activities.filter { ticks.contains($0.code) && selection.contains($0) }
        return found.count >= count ? Evidence(activities: Set(found.map(\.code))) : nil
    }
}
