import Kernel
package import Programmes

/// Which initiatives fit a company (*voorstellen*). Plain arithmetic on what the pack says and what was ticked: points
/// are added up, nothing is guessed, and equal scores stand in the order of their codes.
package enum Suggestions {
    package static func make(programme: Programme, facts: SuggestionFacts) -> SuggestionList {
        var suggested: [Suggestion] = []
        var leftOut: [LeftOut] = []
        for initiative in programme.initiatives {
            let reasons = reasons(for: initiative, in: programme, facts)
            let score = reasons.reduce(0) { $0 + $1.points }
            if let why = obstacle(to: initiative, reasons: reasons, in: programme, facts) {
                leftOut.append(LeftOut(initiative: initiative.code, why: why, score: score))
            } else {
                suggested.append(
                    Suggestion(
                        initiative: initiative.code,
                        score: score,
                        reasons: reasons,
                        isToBeConfirmed: initiative.certainty == .low
                    )
                )
            }
        }
        return SuggestionList(
            suggested: suggested.sorted { ($1.score, $0.initiative) < ($0.score, $1.initiative) },
            leftOut: leftOut.sorted { ($1.score, $0.initiative) < ($0.score, $1.initiative) }
        )
    }

    private static func reasons(
        for initiative: Initiative,
        in programme: Programme,
        _ facts: SuggestionFacts
    ) -> [Suggestion.Reason] {
        initiative.suggestWhen.enumerated()
            .compactMap { index, rule in
                rule.when.evidence(in: programme, facts).map { evidence in
                    let text = ReasonText(programme: programme, evidence: evidence).filled(rule.because)
                    return (index, Suggestion.Reason(text: text, points: rule.weight))
                }
            }
            .sorted { ($1.1.points, $0.0) < ($0.1.points, $1.0) }
            .map(\.1)
    }

    private static func obstacle(
        to initiative: Initiative,
        reasons: [Suggestion.Reason],
        in programme: Programme,
        _ facts: SuggestionFacts
    ) -> LeftOut.Why? {
        if initiative.validUntil < facts.today { return .expired(on: initiative.validUntil) }
        if !initiative.areas.isEmpty {
            guard let here = facts.municipality else { return .areaUnknown(initiative.areas) }
            guard initiative.areas.contains(where: { programme.isArea(here, in: $0) }) else {
                return .area(initiative.areas)
            }
        }
        if !initiative.sectors.isEmpty {
            guard let sector = facts.sector else { return .sectorUnknown(initiative.sectors) }
            guard initiative.sectors.contains(sector) else { return .sector(initiative.sectors) }
        }
        if let exclusion = initiative.notWhen.first(where: { $0.when.evidence(in: programme, facts) != nil }) {
            let evidence = exclusion.when.evidence(in: programme, facts) ?? Evidence()
            return .excluded(ReasonText(programme: programme, evidence: evidence).filled(exclusion.because))
        }
        if reasons.isEmpty { return nearMiss(of: initiative, in: programme, facts) }
        if let capacity = initiative.capacity, facts.taken[initiative.code, default: 0] >= capacity {
            return .full(capacity: capacity)
        }
        return nil
    }

    /// Nothing matches; would it have for a company of another size, or for a member?
    private static func nearMiss(
        of initiative: Initiative,
        in programme: Programme,
        _ facts: SuggestionFacts
    ) -> LeftOut.Why {
        func matches(_ change: (inout SuggestionFacts) -> Void) -> Bool {
            var other = facts
            change(&other)
            return initiative.suggestWhen.contains { $0.when.evidence(in: programme, other) != nil }
        }
        let sizes = SizeClass.allCases.filter { size in matches { $0.size = size } }
        if !sizes.isEmpty { return .size(sizes) }
        let sectors = programme.sectors.map(\.code).filter { sector in matches { $0.sector = sector } }
        if !sectors.isEmpty { return facts.sector == nil ? .sectorUnknown(sectors) : .sector(sectors) }
        let areas = programme.municipalities.map(\.code).filter { area in matches { $0.municipality = area } }
        if !areas.isEmpty { return facts.municipality == nil ? .areaUnknown(areas) : .area(areas) }
        for isMember in [true, false] where matches({ $0.isMember = isMember }) { return .member(isMember) }
        return .nothingMatches
    }
}
