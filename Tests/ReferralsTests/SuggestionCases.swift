import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import TestSupport

/// `Tests/Cases/suggestions.json`: facts in, list out, for this implementation and any other.
struct SuggestionCases: Decodable {
    struct Parts: Decodable {
        let areas: [Area]
        let sectors: [Sector]
        let sheet: TalkSheet
        let needs: [SupportNeedKind]
    }

    struct Facts: Decodable {
        let municipality: AreaCode?
        let sector: Sector.ID?
        let size: SizeClass?
        let isMember: Bool?
        let doing: Set<Activity.ID>
        let ambition: Set<Activity.ID>
        let needs: [SupportNeedKind.ID]
        let hasShareableExample: Bool
        let taken: [String: Int]
        let today: Day
    }

    struct Expected: Decodable {
        struct Reason: Decodable {
            let points: Int
            let text: Text
        }

        let initiative: InitiativeCode
        let score: Int
        let reasons: [Reason]
        let toBeConfirmed: Bool
    }

    struct ExpectedLeftOut: Decodable {
        struct Why: Decodable {
            let kind: String
            let on: Day?
            let areas: [AreaCode]?
            let sectors: [Sector.ID]?
            let sizes: [SizeClass]?
            let isMember: Bool?
            let capacity: Int?
            let text: Text?
        }

        let initiative: InitiativeCode
        let score: Int
        let why: Why
    }

    struct Case: Decodable, Sendable, CustomStringConvertible {
        let name: String
        let initiatives: [Initiative]
        let facts: Facts
        let suggested: [Expected]
        let leftOut: [ExpectedLeftOut]

        var description: String { name }
    }

    let programme: Parts
    let cases: [Case]

    static let all: SuggestionCases = {
        do {
            let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Cases/suggestions.json")
            return try JSONDecoder().decode(SuggestionCases.self, from: Data(contentsOf: file))
        } catch {
            fatalError("suggestions.json: \(error)")
        }
    }()

    func programme(for one: Case) -> Programme {
        var programme = Programme.sample
        programme.areas = self.programme.areas
        programme.sectors = self.programme.sectors
        programme.sheet = self.programme.sheet
        programme.needs = self.programme.needs
        programme.initiatives = one.initiatives
        return programme
    }
}

extension SuggestionCases.Case {
    var suggestionFacts: SuggestionFacts {
        SuggestionFacts(
            municipality: facts.municipality,
            sector: facts.sector,
            size: facts.size,
            isMember: facts.isMember,
            answers: SheetAnswers(doing: facts.doing, ambition: facts.ambition),
            needs: facts.needs,
            hasShareableExample: facts.hasShareableExample,
            taken: Dictionary(
                uniqueKeysWithValues: facts.taken.compactMap { code, count in
                    InitiativeCode(code).map { ($0, count) }
                }
            ),
            today: facts.today
        )
    }

    var expected: SuggestionList {
        SuggestionList(
            suggested: suggested.map { one in
                Suggestion(
                    initiative: one.initiative,
                    score: one.score,
                    reasons: one.reasons.map { Suggestion.Reason(text: $0.text, points: $0.points) },
                    isToBeConfirmed: one.toBeConfirmed
                )
            },
            leftOut: leftOut.map { LeftOut(initiative: $0.initiative, why: $0.why.value, score: $0.score) }
        )
    }
}

extension SuggestionCases.ExpectedLeftOut.Why {
    fileprivate var value: LeftOut.Why {
        switch kind {
        case "expired": .expired(on: on!)
        case "area": .area(areas!)
        case "areaUnknown": .areaUnknown(areas!)
        case "sector": .sector(sectors!)
        case "sectorUnknown": .sectorUnknown(sectors!)
        case "excluded": .excluded(text!)
        case "size": .size(sizes!)
        case "member": .member(isMember!)
        case "full": .full(capacity: capacity!)
        default: .nothingMatches
        }
    }
}
