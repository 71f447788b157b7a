/// How something of the scene is shown: the company does it, wants it, or neither.
enum SceneLook: Sendable, Equatable {
    case absent, wanted, done
    /// All of them, each with what decides: a browser shows the one that holds while somebody ticks.
    case live([SceneRule])
}

/// What makes something of the scene appear. `Assets/picture.js` reads it, and decides as ``ZoneState/look(_:from:)``.
struct SceneRule: Sendable, Equatable, CustomStringConvertible {
    let zone: SceneZone
    /// Those of its activities that are on the sheet.
    let activities: [String]
    /// Decides when none of them is.
    let share: Double

    /// `zone:GR05,GR07`, or `zone:@0.3` for a share.
    var description: String {
        "\(zone.rawValue):" + (activities.isEmpty ? "@\(share)" : activities.joined(separator: ","))
    }
}

/// How far a company is with one theme: what the drawing of its zone needs to know.
struct ZoneState: Sendable, Equatable {
    var doing = 0
    var ambition = 0
    /// How many activities the theme has for this company; 0 when the theme does not concern it.
    var applicable = 0
    /// The codes of what is done and wanted, so that the drawing shows those very things.
    var done: Set<String> = []
    var wanted: Set<String> = []
    /// Every code of the sheet in this theme.
    var known: Set<String> = []

    var isApplicable: Bool { applicable > 0 }

    /// Shows a thing when one of its activities is done. Where the sheet has none of them (another trade, another
    /// pack), it appears as the theme fills up: from `share` of what is possible.
    func look(_ activities: [String], from share: Double) -> SceneLook {
        let known = activities.filter(self.known.contains)
        if !known.isEmpty {
            if known.contains(where: done.contains) { return .done }
            return known.contains(where: wanted.contains) ? .wanted : .absent
        }
        guard applicable > 0 else { return .absent }
        if doing > 0, Double(doing) >= share * Double(applicable) { return .done }
        return ambition > 0 && Double(doing + ambition) >= share * Double(applicable) ? .wanted : .absent
    }
}

/// The company as it is drawn: the state of every zone, by the code of its theme.
struct SceneState: Sendable, Equatable {
    var zones: [String: ZoneState]
    /// Everything that could be true is drawn, for a browser to choose from.
    var isLive = false

    init(zones: [String: ZoneState]) {
        self.zones = zones
    }

    subscript(zone: SceneZone) -> ZoneState { zones[zone.rawValue] ?? ZoneState() }

    func look(_ zone: SceneZone, _ activities: [String], from share: Double) -> SceneLook {
        guard isLive else { return self[zone].look(activities, from: share) }
        let known = activities.filter(self[zone].known.contains)
        return .live([SceneRule(zone: zone, activities: known, share: share)])
    }
}

extension SceneLook {
    /// Done when either is, and wanted when either is.
    func or(_ other: SceneLook) -> SceneLook {
        switch (self, other) {
        case (.live(let one), .live(let two)): .live(one + two)
        case (.done, _), (_, .done): .done
        case (.wanted, _), (_, .wanted): .wanted
        default: .absent
        }
    }
}

/// A part of the drawing (*zone*), named after its theme.
enum SceneZone: String, CaseIterable, Sendable {
    case materials = "grondstoffen"
    case product = "product"
    case production = "productieproces"
    case business = "overige_bedrijfsactiviteiten"
    case chain = "samenwerking_keten"
    case energy = "energietransitie"
    case building = "gebouw"
}
