import Assignment
package import Fieldwork
package import Kernel
package import Programmes
import Storage

/// Which companies could best have the places that are left (*plaatsadvies*): advice, which nobody has to follow.
package struct PlaceAdvice: Equatable, Sendable {
    /// One initiative and its places.
    package struct Places: Equatable, Sendable {
        package let initiative: InitiativeCode
        /// `nil` where there is no limit.
        package let capacity: Int?
        package let taken: Int
        /// How many of the waiting companies it would fit.
        package let fitting: Int
        package let advised: Int
        /// What one place more would add to the points of all together; 0 where places are left.
        package let price: Int

        package var free: Int? { capacity.map { max(0, $0 - taken) } }
    }

    /// One company that waits, and where it could best go.
    package struct Line: Equatable, Sendable {
        package let conversation: Conversation.ID
        package let companyName: String
        /// `nil` when nothing fits, or the places are gone.
        package let advised: Suggestion?
        /// What fits it best, when that is something else: there were too few places.
        package let passedOver: Suggestion?
        package let needs: [SupportNeedKind.ID]
        package let fitsNothing: Bool
    }

    /// A kind of help that companies ask for (*behoefte*), and for how many of them there is no initiative.
    package struct Need: Equatable, Sendable {
        package let kind: SupportNeedKind.ID
        package let asked: Int
        package let unmet: Int
    }

    package let places: [Places]
    package let lines: [Line]
    package let needs: [Need]

    /// A company that waits for a decision.
    struct Waiting: Sendable {
        let conversation: Conversation.ID
        let companyName: String
        /// What fits, whether there are places or not, and not turned down by an adviser.
        let fitting: [Suggestion]
        let needs: [SupportNeedKind.ID]
    }

    /// The division with the most points in all, exactly (`Assignment`): each company one initiative at most, each
    /// initiative no more than it has places.
    init(of waiting: [Waiting], in programme: Programme, taken: [InitiativeCode: Int]) {
        let initiatives = programme.initiatives.map(\.code)
        let free = programme.initiatives.map { initiative in
            initiative.capacity.map { max(0, $0 - taken[initiative.code, default: 0]) } ?? waiting.count
        }
        let best = Assignment.best(
            waiting.map { company in
                initiatives.map { code in Int32(company.fitting.first { $0.initiative == code }?.score ?? 0) }
            },
            capacities: free
        )
        lines = zip(waiting, best.choices).map { company, choice in
            let advised = choice.flatMap { index in company.fitting.first { $0.initiative == initiatives[index] } }
            let first = company.fitting.first
            return Line(
                conversation: company.conversation,
                companyName: company.companyName,
                advised: advised,
                passedOver: first.flatMap { $0.score > advised?.score ?? 0 ? $0 : nil },
                needs: company.needs,
                fitsNothing: company.fitting.isEmpty
            )
        }
        places = programme.initiatives.enumerated().map { index, initiative in
            Places(
                initiative: initiative.code,
                capacity: initiative.capacity,
                taken: taken[initiative.code, default: 0],
                fitting: waiting.count { $0.fitting.contains { $0.initiative == initiative.code } },
                advised: best.choices.count { $0 == index },
                price: best.prices[index]
            )
        }
        needs = programme.needs.map(\.code).compactMap { kind in
            let asking = waiting.filter { $0.needs.contains(kind) }
            guard !asking.isEmpty else { return nil }
            return Need(kind: kind, asked: asking.count, unmet: asking.count { $0.fitting.isEmpty })
        }
    }
}

extension Referrals {
    /// Over all companies with a conversation that was held and nothing decided for them yet.
    package func placeAdvice(in programme: ProgrammeID, as principal: Principal) async throws -> PlaceAdvice {
        try principal.require(.readReferrals, in: programme)
        let content = try await programmes.current(programme)
        let history = try await programmes.sheets(of: programme)
        let today = world.today
        let (records, rejected, taken) = try await database.read { db in
            let lists = db.referralLists(in: programme)
            let undecided = try lists.undecided()
            return (
                try db.briefRecords(of: undecided, in: content, reading: history, on: today),
                try lists.rejected(of: undecided), try lists.taken()
            )
        }
        let waiting = records.map { record in
            let facts = SuggestionFacts(
                company: record.company,
                answers: record.answers,
                needs: record.needs.map(\.kind),
                hasShareableExample: record.hasShareableExample,
                // Also where there are no places left: dividing those is what this is about.
                taken: [:],
                today: today
            )
            let passed = rejected[record.conversation] ?? []
            return PlaceAdvice.Waiting(
                conversation: record.conversation,
                companyName: record.company.name,
                fitting: Suggestions.make(programme: content, facts: facts).suggested
                    .filter { !passed.contains($0.initiative) },
                needs: record.needs.map(\.kind)
            )
        }
        return PlaceAdvice(of: waiting, in: content, taken: taken)
    }
}
