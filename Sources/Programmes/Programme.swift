package import Kernel

/// A regional programme (*programma*) as its pack describes it: whom it is for, what it promised, what it talks about
/// and who can help. Read-only at run time; a new pack makes a new revision.
package struct Programme: Codable, Equatable, Sendable, Identifiable {
    package var id: ProgrammeID
    package var name: Text
    package var summary: Text
    package var firstQuarter: Quarter
    package var lastQuarter: Quarter
    package var partners: [Partner]
    package var areas: [Area]
    package var sectors: [Sector]
    package var targets: [Target]
    package var phases: [Phase]
    package var plan: [QuarterPlan]
    package var ladder: [LadderRung]
    package var sheet: TalkSheet
    package var needs: [SupportNeedKind]
    package var initiatives: [Initiative]
    /// Of its own; `nil` for the one that Karavaan draws.
    package var picture: ProgrammePicture?
    /// Of its own; for the others there are those of Karavaan.
    package var mails: [MailTemplate]?
    /// What many organisations carry together; `nil` for a programme without.
    package var actionPlan: ActionPlan?
    /// `nil` for a programme that keeps no registers.
    package var registry: Registry?
    /// `nil` for a programme that keeps its money elsewhere.
    package var money: MoneyPlan?
    /// `nil` for a programme that shares nothing with others.
    package var sharing: SharingPlan?
    /// So many companies a group needs before figures of it are published; 5 where the pack does not say.
    package var smallestGroup: Int?
    /// Since when nothing is added any more (*afgesloten*); `nil` while it runs.
    package var closedOn: Day?
}

/// An organisation that carries the programme (*dealpartner*, *partner*).
package struct Partner: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: String
    /// What it does in the programme.
    package var part: Text
    package var isDealPartner: Bool
    package var website: String?
}

/// A province, a region or a municipality (*gebied*).
package struct Area: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable { case province, region, municipality }

    package var code: AreaCode
    package var name: String
    package var kind: Kind
    /// The areas that it is a part of; several, because several divisions exist side by side.
    package var parents: [AreaCode]
    /// A municipality that signed the deal (*dealgemeente*).
    package var isDeal: Bool
    /// The four digits of the postcodes here, as first and last; to propose a municipality, never to decide it.
    package var postcodes: [PostcodeRange]
    /// How many members of the trade association there are, where the plan says so.
    package var members: Int?
    /// Where it stands on the tile map.
    package var tile: Tile?
    package var certainty: Certainty
}

/// A place on the tile map (*tegelkaart*), roughly as on a real one: from the west and from the north, from 0.
package struct Tile: Codable, Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

package struct PostcodeRange: Codable, Hashable, Sendable {
    package var first: Int
    package var last: Int

    package init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }
}

/// How sure we are of something that the pack states (*zekerheid*). What is `low` is shown as "to be confirmed".
package enum Certainty: String, Codable, Sendable, CaseIterable { case high, medium, low }

/// A branch inside the trade (*sector*), such as machining or plate work.
package struct Sector: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    /// SBI codes that start like this belong here.
    package var sbi: [String]
}

/// Something the programme promised, as a number (*doel*).
package struct Target: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>
    package enum Counted: String, Codable, Sendable, CaseIterable { case conversations, referrals, sessions }

    package var code: ID
    package var name: Text
    package var counted: Counted
    /// At least so many.
    package var count: Int
    /// Only in these areas; everywhere when empty.
    package var areas: [AreaCode]
    /// The count divided over areas; adds up to `count` where it is not empty.
    package var split: [AreaShare]
    /// Only referrals to these initiatives; to any when empty.
    package var initiatives: [InitiativeCode]
    /// Not referrals to these.
    package var exceptInitiatives: [InitiativeCode]
    /// The target that this one is a part of.
    package var partOf: ID?
}

extension Target {
    /// Whether something in that area counts for it; what is nowhere counts where every area does.
    package func includes(_ area: AreaCode?, in programme: Programme) -> Bool {
        areas.isEmpty || area.map { here in areas.contains { programme.isArea(here, in: $0) } } ?? false
    }

    /// Whether a referral to that initiative counts for it.
    package func includes(_ initiative: InitiativeCode) -> Bool {
        (initiatives.isEmpty || initiatives.contains(initiative)) && !exceptInitiatives.contains(initiative)
    }
}

package struct AreaShare: Codable, Equatable, Sendable {
    package var area: AreaCode
    package var count: Int

    package init(area: AreaCode, count: Int) {
        self.area = area
        self.count = count
    }
}

/// A stretch of quarters with its own emphasis (*fase*).
package struct Phase: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var purpose: Text
    package var first: Quarter
    package var last: Quarter
}

/// What the plan asks of one quarter (*kwartaalplan*).
package struct QuarterPlan: Codable, Equatable, Sendable {
    package var quarter: Quarter
    package var conversations: Int
    /// The quarters whose companies are followed up in this one.
    package var followUpsOf: [Quarter]
    package var sessions: Int
    package var activities: [Text]
}

/// A kind of help that a company may ask for (*ondersteuningsbehoefte*).
package struct SupportNeedKind: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var explanation: Text
}

extension Programme {
    /// Fewer companies than this are never shown as a group.
    package var smallestShownGroup: Int { smallestGroup ?? 5 }

    package func area(_ code: AreaCode) -> Area? { areas.first { $0.code == code } }
    package func initiative(_ code: InitiativeCode) -> Initiative? { initiatives.first { $0.code == code } }
    package func sector(_ code: Sector.ID) -> Sector? { sectors.first { $0.code == code } }
    package func need(_ code: SupportNeedKind.ID) -> SupportNeedKind? { needs.first { $0.code == code } }
    package func rung(_ step: LadderStep) -> LadderRung? { ladder.first { $0.step == step } }

    /// What a role in it may be limited to.
    package var grantChoices: GrantChoices {
        GrantChoices(
            initiatives: Set(initiatives.map(\.code)),
            areas: Set(areas.map(\.code)),
            organisations: Set(parties.map(\.code))
        )
    }

    /// The conversations that were promised, for each area that has a promise of its own.
    package var promisedConversations: [AreaShare] {
        targets.filter { $0.counted == .conversations }.flatMap(\.split)
    }

    /// The years in which it runs.
    package var years: ClosedRange<Int> { firstQuarter.year...lastQuarter.year }

    package var municipalities: [Area] { areas.filter { $0.kind == .municipality } }

    /// Whether `area` is `other` or lies in it, over any number of steps.
    package func isArea(_ area: AreaCode, in other: AreaCode) -> Bool {
        var seen: Set<AreaCode> = []
        var waiting = [area]
        while let next = waiting.popLast() {
            if next == other { return true }
            guard seen.insert(next).inserted, let found = self.area(next) else { continue }
            waiting.append(contentsOf: found.parents)
        }
        return false
    }

    /// The municipality to propose for a postcode such as `2404 AB`; `nil` when none or several match.
    package func municipality(forPostcode postcode: String) -> Area? {
        guard let digits = Int(postcode.prefix(4)), postcode.prefix(4).count == 4 else { return nil }
        let found = municipalities.filter { area in
            area.postcodes.contains { ($0.first...max($0.first, $0.last)).contains(digits) }
        }
        return found.count == 1 ? found[0] : nil
    }
}
