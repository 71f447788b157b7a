/// How something of the scene is shown: the company does it, wants it, or neither.
enum SceneLook: Sendable, Equatable {
    case absent, wanted, done
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

    init(zones: [String: ZoneState]) {
        self.zones = zones
    }

    subscript(zone: SceneZone) -> ZoneState { zones[zone.rawValue] ?? ZoneState() }

    func look(_ zone: SceneZone, _ activities: [String], from share: Double) -> SceneLook {
        self[zone].look(activities, from: share)
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
