package import Kernel

/// A plan that many organisations carry (*actieplan*): themes with an ambition, action lines with steps and results, who
/// decides, and what it costs. What became of it is not in here.
package struct ActionPlan: Codable, Equatable, Sendable {
    /// What the region is good at and what is in the way.
    package var profile: RegionProfile
    package var ambitions: [SectorAmbition]
    package var organisations: [Organisation]
    package var themes: [PlanTheme]
    /// In the order of the plan.
    package var lines: [ActionLine]
    package var bodies: [GovernanceBody]
    package var milestones: [Milestone]
    package var funding: [PlannedFunding]
    /// Where more money may come from.
    package var sources: [Text]
    /// Who leads a line is reminded when nothing was heard for so many days; ``usualSilence`` where the pack does not say.
    package var silenceDays: Int?

    package static let usualSilence = 42

    package func line(_ code: ActionLine.ID) -> ActionLine? { lines.first { $0.code == code } }
    package func lines(in theme: PlanTheme.ID) -> [ActionLine] { lines.filter { $0.theme == theme } }
    package func organisation(_ code: Organisation.ID) -> Organisation? { organisations.first { $0.code == code } }
}

/// Strengths, weaknesses, barriers and chances (*sterktes, zwaktes, belemmeringen, kansen*).
package struct RegionProfile: Codable, Equatable, Sendable {
    package var strengths: [Text]
    package var weaknesses: [Text]
    package var barriers: [Text]
    package var chances: [Text]
}

/// What a sector is to be in some year (*sectorambitie*).
package struct SectorAmbition: Codable, Equatable, Sendable {
    package var sector: Sector.ID
    package var year: Int
    package var text: Text
}

/// Who takes part in a plan (*organisatie*).
package struct Organisation: Codable, Equatable, Sendable {
    package typealias ID = OrganisationCode
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case government, platform, company, education, network, other
    }

    package var code: ID
    package var name: String
    package var kind: Kind
    /// The area of a municipality or province.
    package var area: AreaCode?
}

/// A theme of the plan (*thema*), not one of the talking sheet.
package struct PlanTheme: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var ambition: Text
    package var background: Text
    /// When it was added on the site; `nil` for one of the pack.
    package var addedOn: Day?
}

/// Something that is worked on together (*actielijn*).
package struct ActionLine: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var theme: PlanTheme.ID
    package var name: Text
    package var purpose: Text
    package var contributes: Text
    /// What was there already; `nil` for something new.
    package var buildsOn: Text?
    package var funding: Text?
    package var first: Quarter
    package var last: Quarter
    package var sectors: [Sector.ID]
    /// Who lead it (*trekkers*).
    package var leads: [Organisation.ID]
    /// Who have a part in it (*betrokkenen*).
    package var partners: [Organisation.ID]
    /// Groups that have a part in it and are no organisation, such as residents.
    package var others: Text?
    /// In order.
    package var steps: [Step]
    package var results: [PromisedResult]
    /// When it was added on the site; `nil` for one of the pack.
    package var addedOn: Day?

    /// Something that is done (*stap*).
    package struct Step: Codable, Equatable, Sendable {
        package enum Scope {}
        package typealias ID = Code<Scope>

        package var code: ID
        package var text: Text
    }

    /// Something that is promised by a day (*resultaat*).
    package struct PromisedResult: Codable, Equatable, Sendable {
        package enum Scope {}
        package typealias ID = Code<Scope>

        package var code: ID
        package var text: Text
        /// At least so many.
        package var count: Int
        package var due: Day
    }
}

/// A group that decides, prepares, advises or does (*overleg*).
package struct GovernanceBody: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>
    package enum Part: String, Codable, Sendable, CaseIterable {
        case decides, prepares, advises, coordinates, carries, leads
    }

    package var code: ID
    package var name: Text
    package var part: Part
    package var task: Text
    package var members: [Text]
    package var hoursPerWeek: Int?
}

/// A day in the plan that everything works towards (*mijlpaal*).
package struct Milestone: Codable, Equatable, Sendable {
    package var due: Day
    package var text: Text
}

/// Money that the plan counts on (*financiering*), in whole euros.
package struct PlannedFunding: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>
    package enum Rhythm: String, Codable, Sendable, CaseIterable { case once, yearly }

    package var code: ID
    package var purpose: Text
    package var least: Int
    package var most: Int
    package var rhythm: Rhythm
    /// Of each payer, or of all together.
    package var isPerPayer: Bool
    package var payers: [Organisation.ID]
    package var condition: Text?
}

extension Programme {
    /// Whether it holds conversations on a talking sheet.
    package var hasTalks: Bool { !sheet.themes.isEmpty }
}
