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

/// One municipality (*gemeentepagina*): what it wants itself, and what was promised there. What its companies do and want
/// is in publications.
package struct MunicipalityView: Sendable {
    package let programme: Programme
    package let area: Area
    /// How many conversations were promised here.
    package let goal: Int?
    package let ambition: MunicipalAmbition?
    /// How many sessions took place here.
    package let sessions: Int
}
