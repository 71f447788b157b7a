/// The keys that each kind of map in a pack may have. The JSON Schema in `programmes/schema` says the same, and a test
/// holds them together.
struct PackKeys: Sendable {
    let name: String
    let required: [String]
    let optional: [String]

    init(_ name: String, required: [String] = [], optional: [String] = []) {
        self.name = name
        self.required = required
        self.optional = optional
    }

    static let programmeFile = PackKeys(
        "programmeFile",
        required: ["id", "name", "summary", "period", "partners", "sectors"],
        optional: ["smallest_group"]
    )
    static let areasFile = PackKeys("areasFile", required: ["areas"])
    static let planFile = PackKeys("planFile", required: ["targets", "phases", "quarters"])
    static let sheetFile = PackKeys("sheetFile", required: ["version", "ladder", "themes"], optional: ["successors"])
    static let needsFile = PackKeys("needsFile", required: ["needs"])
    static let pictureFile = PackKeys("pictureFile", required: ["file", "description"], optional: ["zones"])
    static let mailsFile = PackKeys("mailsFile", required: ["mails"])
    static let mail = PackKeys("mail", required: ["kind", "subject", "body"])
    static let initiativesFile = PackKeys("initiativesFile", required: ["initiatives"])

    static let text = PackKeys("text", required: ["nl", "en"])
    static let period = PackKeys("period", required: ["first", "last"])
    static let partner = PackKeys("partner", required: ["code", "name", "part"], optional: ["deal", "website"])
    static let sector = PackKeys("sector", required: ["code", "name", "sbi"])
    static let area = PackKeys(
        "area",
        required: ["code", "name", "kind"],
        optional: ["parents", "deal", "postcodes", "members", "tile", "certainty"]
    )
    static let tile = PackKeys("tile", required: ["column", "row"])
    static let target = PackKeys(
        "target",
        required: ["code", "name", "counts", "count"],
        optional: ["areas", "split", "initiatives", "except_initiatives", "part_of"]
    )
    static let phase = PackKeys("phase", required: ["code", "name", "purpose", "first", "last"])
    static let quarter = PackKeys(
        "quarter",
        required: ["quarter", "conversations"],
        optional: ["sessions", "follow_ups_of", "activities"]
    )
    static let rung = PackKeys("rung", required: ["step", "term", "word", "explanation"])
    static let theme = PackKeys("theme", required: ["code", "name", "question", "activities"], optional: ["apart"])
    static let activity = PackKeys("activity", required: ["code", "step", "text"], optional: ["core"])
    static let need = PackKeys("need", required: ["code", "name", "explanation"])
    static let initiative = PackKeys(
        "initiative",
        required: [
            "code", "name", "kind", "offers", "audience", "owner", "source", "certainty", "checked_on", "valid_until",
            "suggest_when",
        ],
        optional: ["areas", "sectors", "contact", "website", "capacity", "not_when"]
    )
    static let suggestionRule = PackKeys("suggestionRule", required: ["when", "weight", "because"])
    static let exclusionRule = PackKeys("exclusionRule", required: ["when", "because"])
    static let condition = PackKeys(
        "condition",
        optional: [
            "all", "any", "not", "ambition", "doing", "need", "sector", "area", "size", "member", "good_example",
        ]
    )
    static let zone = PackKeys("zone", required: ["theme", "points"])
    static let selection = PackKeys("selection", optional: ["themes", "steps", "activities", "at_least"])

    static let actionPlanFile = PackKeys(
        "actionPlanFile",
        required: ["organisations", "themes", "lines", "bodies", "phases"],
        optional: ["profile", "ambitions", "milestones", "funding", "sources", "silence_days"]
    )
    static let profile = PackKeys("profile", required: ["strengths", "weaknesses", "barriers", "chances"])
    static let ambition = PackKeys("ambition", required: ["sector", "year", "text"])
    static let organisation = PackKeys("organisation", required: ["code", "name", "kind"], optional: ["area"])
    static let planTheme = PackKeys("planTheme", required: ["code", "name", "ambition", "background"])
    static let line = PackKeys(
        "line",
        required: [
            "code", "theme", "name", "purpose", "contributes", "period", "sectors", "leads", "steps", "results",
        ],
        optional: ["builds_on", "funding", "partners", "others"]
    )
    static let step = PackKeys("step", required: ["code", "text"])
    static let promisedResult = PackKeys("promisedResult", required: ["code", "text", "count", "due"])
    static let body = PackKeys(
        "body",
        required: ["code", "name", "part", "task"],
        optional: ["members", "hours_per_week"]
    )
    static let milestone = PackKeys("milestone", required: ["due", "text"])
    static let funding = PackKeys(
        "funding",
        required: ["code", "purpose", "least", "rhythm"],
        optional: ["most", "per_payer", "payers", "condition"]
    )

    static let registersFile = PackKeys("registersFile", required: ["registers"], optional: ["pairings"])
    static let register = PackKeys(
        "register",
        required: ["code", "name", "item", "purpose", "fields", "states"],
        optional: ["line", "key", "public_form", "counts", "blocks"]
    )
    static let registerField = PackKeys(
        "registerField",
        required: ["code", "name", "kind"],
        optional: [
            "hint", "required", "public", "options", "several", "unit", "purpose", "keep_months",
        ]
    )
    static let registerOption = PackKeys("registerOption", required: ["code", "name"])
    static let registerState = PackKeys(
        "registerState",
        required: ["code", "name"],
        optional: ["public", "from", "movers"]
    )
    static let registerCount = PackKeys("registerCount", required: ["result", "states"], optional: ["distinct"])
    static let registerBlocks = PackKeys(
        "registerBlocks",
        required: ["text"],
        optional: ["subject", "examples", "texts"]
    )
    static let standardText = PackKeys("standardText", required: ["code", "title", "text"], optional: ["subject"])
    static let pairing = PackKeys("pairing", required: ["code", "name", "asks", "offers", "rules"])
    static let pairingRule = PackKeys(
        "pairingRule",
        required: ["asks", "offers", "weight", "because"],
        optional: ["needed"]
    )

    static let moneyFile = PackKeys(
        "moneyFile",
        required: ["sources", "posts"],
        optional: ["budget", "hour_roles", "promises"]
    )
    static let moneySource = PackKeys(
        "moneySource",
        required: ["code", "name"],
        optional: ["payer", "ceiling", "limit"]
    )
    static let moneyLimit = PackKeys("moneyLimit", required: ["amount", "why"])
    static let costPost = PackKeys("costPost", required: ["code", "name"], optional: ["line"])
    static let plannedBudget = PackKeys("plannedBudget", required: ["post", "source", "year", "amount"])
    static let hourRole = PackKeys("hourRole", required: ["code", "name"])
    static let promise = PackKeys("promise", required: ["code", "organisation", "kind", "text"], optional: ["amount"])

    static let sharingFile = PackKeys("sharingFile", optional: ["offers", "uses"])
    static let shareOffer = PackKeys("shareOffer", required: ["code", "to", "what", "why"], optional: ["register"])
    static let shareItems = PackKeys(
        "shareItems",
        required: ["code", "states", "day", "municipality"],
        optional: ["field", "options"]
    )
    static let shareUse = PackKeys(
        "shareUse",
        required: ["code", "from", "what", "why"],
        optional: ["line", "step", "result", "target"]
    )

    static let all = [
        programmeFile, areasFile, planFile, sheetFile, needsFile, initiativesFile, text, period, partner, sector, area,
        target, phase, quarter, rung, theme, activity, need, initiative, suggestionRule, exclusionRule, condition,
        selection, pictureFile, zone, mailsFile, mail, tile, actionPlanFile, profile, ambition, organisation, planTheme,
        line, step, promisedResult, body, milestone, funding, registersFile, register, registerField, registerOption,
        registerState, registerCount, pairing, pairingRule, moneyFile, moneySource, moneyLimit, costPost, plannedBudget,
        hourRole, promise, registerBlocks, standardText, sharingFile, shareOffer, shareItems, shareUse,
    ]
}
