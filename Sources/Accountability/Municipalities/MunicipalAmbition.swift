package import Foundation
package import Kernel
package import Programmes

/// What a municipality itself wants with the circular economy (*leidraad*), as it said in a conversation. Written anew, it
/// replaces what stood there; what stood there stays on record.
package struct MunicipalAmbition: Equatable, Sendable {
    package typealias ID = Kernel.ID<MunicipalAmbition>

    package let id: ID
    package let area: AreaCode
    package let spokenOn: Day
    /// With whom, by the part they play: "wethouder economie".
    package let spokenWith: String
    package let words: String
    /// What it wants with each theme of the sheet, for those about which something was said.
    package let themes: [Theme.ID: String]
    package let recordedAt: Date
    package let name: String
}

/// As somebody typed it.
package struct MunicipalAmbitionForm: Equatable, Sendable {
    package var id = ""
    package var spokenOn = ""
    package var spokenWith = ""
    package var words = ""
    package var themes: [String: String] = [:]

    package init() {}

    package init(_ ambition: MunicipalAmbition) {
        spokenOn = ambition.spokenOn.description
        spokenWith = ambition.spokenWith
        words = ambition.words
        themes = Dictionary(uniqueKeysWithValues: ambition.themes.map { ($0.key.description, $0.value) })
    }

    func read(
        about area: AreaCode,
        in programme: Programme,
        by name: String,
        _ world: World
    ) throws(InvalidAccount) -> MunicipalAmbition {
        var issues: [InvalidAccount.Issue] = []
        let day = AccountText.day(spokenOn, today: world.today, &issues)
        let spokenWith = AccountText.read(spokenWith, .spokenWith, limit: 200, &issues)
        let words = AccountText.read(words, .words, limit: 2000, &issues)
        var read: [Theme.ID: String] = [:]
        for theme in programme.sheet.themes {
            let text = AccountText.read(
                themes[theme.code.description] ?? "",
                .words,
                limit: 500,
                isOptional: true,
                &issues
            )
            if !text.isEmpty { read[theme.code] = text }
        }
        guard issues.isEmpty, let day else { throw InvalidAccount(issues: issues) }
        return MunicipalAmbition(
            id: MunicipalAmbition.ID(id) ?? world.id(),
            area: area,
            spokenOn: day,
            spokenWith: spokenWith,
            words: words,
            themes: read,
            recordedAt: world.now(),
            name: name
        )
    }
}

/// What the companies of an area do and want, together (*totaal van een gebied*).
package struct AreaTotal: Equatable, Sendable {
    /// So many companies, before anything is shown: fewer could be recognised.
    package static let smallest = 10

    package let area: AreaCode
    /// Companies that were measured.
    package let companies: Int
    /// Ticks of all of them, by theme.
    package let doing: [Theme.ID: Int]
    package let ambition: [Theme.ID: Int]
}

/// One municipality (*gemeentepagina*): how far it is, what it wants, and what its companies want as far as the numbers
/// allow.
package struct MunicipalityView: Sendable {
    package let programme: Programme
    package let area: Area
    /// What was promised here, and how far it is; hidden while it is small.
    package let goal: Int?
    /// `nil` while fewer than ``AreaTotal/smallest`` companies were measured.
    package let own: AreaTotal?
    /// The areas that this one lies in, as far as they can be shown without giving others away.
    package let wider: [AreaTotal]
    package let ambition: MunicipalAmbition?
    /// Where sessions took place here.
    package let sessions: Int
}

/// Which areas can be shown beside each other, as long as nothing better guards it: no total, and nothing that is left
/// when totals are subtracted from each other, is about fewer than ``AreaTotal/smallest`` companies.
struct ShownAreas {
    let programme: Programme
    /// Companies that were measured, by municipality.
    let counts: [AreaCode: Int]

    func isShown(_ municipality: AreaCode) -> Bool { counts[municipality, default: 0] >= AreaTotal.smallest }

    /// A region or the province: what its municipalities that are not shown have together, must be enough or nothing.
    func isShown(wider area: AreaCode) -> Bool {
        let own = counts.keys.filter { programme.isArea($0, in: area) }
        guard own.map({ counts[$0, default: 0] }).reduce(0, +) >= AreaTotal.smallest, isEnough(own) else {
            return false
        }
        // Also what is left after every region in it that is shown.
        let regions = programme.areas.filter {
            $0.kind == .region && $0.code != area && programme.isArea($0.code, in: area) && isShown(wider: $0.code)
        }
        return isEnough(own.filter { here in !regions.contains { programme.isArea(here, in: $0.code) } })
    }

    private func isEnough(_ municipalities: [AreaCode]) -> Bool {
        let hidden = municipalities.filter { !isShown($0) }.map { counts[$0, default: 0] }.reduce(0, +)
        return hidden == 0 || hidden >= AreaTotal.smallest
    }
}
