package import Fieldwork
package import Kernel
package import Programmes

/// Everything that decides which initiatives are suggested: the same facts give the same list, always.
package struct SuggestionFacts: Sendable, Equatable {
    package var municipality: AreaCode?
    package var sector: Sector.ID?
    package var size: SizeClass?
    package var isMember: Bool?
    package var answers: SheetAnswers
    package var needs: [SupportNeedKind.ID]
    /// The company told of a good example that it allows to be shared.
    package var hasShareableExample: Bool
    /// How many companies each initiative is helping now.
    package var taken: [InitiativeCode: Int]
    package var today: Day

    package init(
        municipality: AreaCode? = nil,
        sector: Sector.ID? = nil,
        size: SizeClass? = nil,
        isMember: Bool? = nil,
        answers: SheetAnswers = SheetAnswers(),
        needs: [SupportNeedKind.ID] = [],
        hasShareableExample: Bool = false,
        taken: [InitiativeCode: Int] = [:],
        today: Day
    ) {
        self.municipality = municipality
        self.sector = sector
        self.size = size
        self.isMember = isMember
        self.answers = answers
        self.needs = needs
        self.hasShareableExample = hasShareableExample
        self.taken = taken
        self.today = today
    }

    package init(
        company: Company,
        answers: SheetAnswers,
        needs: [SupportNeedKind.ID],
        hasShareableExample: Bool,
        taken: [InitiativeCode: Int],
        today: Day
    ) {
        self.init(
            municipality: company.municipality,
            sector: company.sector,
            size: company.size,
            isMember: company.isMember,
            answers: answers,
            needs: needs,
            hasShareableExample: hasShareableExample,
            taken: taken,
            today: today
        )
    }
}
