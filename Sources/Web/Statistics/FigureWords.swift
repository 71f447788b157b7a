import Kernel
import Markup
import Programmes
import Statistics

/// What figures are called.
struct FigureWords {
    let programme: Programme
    let tree: AreaTree

    func area(_ code: String) -> Text {
        if let area = AreaCode(code).flatMap(programme.area) { return Text(same: area.name) }
        if code == AreaTree.dealArea { return Text(nl: "Dealgemeenten", en: "Deal municipalities") }
        if code == tree.root { return Text(nl: "Alle gemeenten", en: "All municipalities") }
        guard let place = tree.place(code) else { return Text(same: code) }
        let whole = area(place.region ?? tree.root)
        return Text(nl: "overige gemeenten in \(whole.nl)", en: "other municipalities in \(whole.en)")
    }

    func question(_ code: String) -> Text {
        let parts = code.split(separator: ".", maxSplits: 1).map(String.init)
        let name = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "doing": return doing(activity(name))
        case "ambition": return ambition(activity(name))
        case "theme-doing": return doing(theme(name))
        case "theme-ambition": return ambition(theme(name))
        case "step-doing": return doing(step(name))
        case "step-ambition": return ambition(step(name))
        case "need":
            return SupportNeedKind.ID(name).flatMap(programme.need)?.name ?? Text(same: name)
        case "circularity": return Self.circularity
        case "referred": return Text(nl: "Gekoppeld aan een initiatief", en: "Referred to an initiative")
        case FigureTables.sector: return Text(nl: "Branche", en: "Sector")
        case FigureTables.size: return Text(nl: "Aantal werknemers", en: "Number of employees")
        default: return Text(same: code)
        }
    }

    static let circularity = Text(nl: "Hoe circulair", en: "How circular")

    func answer(_ answer: String, of table: String) -> Text {
        switch table {
        case FigureTables.sector:
            Sector.ID(answer).flatMap(programme.sector)?.name ?? Text(nl: "niet bekend", en: "not known")
        case FigureTables.size:
            SizeClass(rawValue: answer).map { Text(same: $0.rawValue.replacing("-", with: "–")) }
                ?? Text(nl: "niet bekend", en: "not known")
        case Question.circularity.code: Self.band(answer)
        default: answer == Question.yes ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no")
        }
    }

    /// `20 tot 40 %`.
    static func band(_ answer: String) -> Text {
        let bounds = answer.split(separator: "-")
        guard bounds.count == 2 else { return Text(same: answer) }
        return bounds[1] == "100"
            ? Text(nl: "\(bounds[0]) % of meer", en: "\(bounds[0])% or more")
            : Text(nl: "\(bounds[0]) tot \(bounds[1]) %", en: "\(bounds[0]) to \(bounds[1])%")
    }

    /// Of a figure that is not shown in an area that has others.
    static let hidden = Text(nl: "verborgen om bedrijven te beschermen", en: "hidden to protect companies")
    /// Of an area, or a figure of a small one.
    static let tooFew = Text(nl: "te weinig bedrijven om te tonen", en: "too few companies to show")

    private func activity(_ code: String) -> Text {
        Activity.ID(code).flatMap(programme.sheet.activity)?.text ?? Text(same: code)
    }
    private func theme(_ code: String) -> Text {
        Theme.ID(code).flatMap(programme.sheet.theme)?.name ?? Text(same: code)
    }
    private func step(_ code: String) -> Text {
        guard let step = LadderStep(rawValue: code), let rung = programme.rung(step) else { return Text(same: code) }
        return Text(same: "\(code) ") + rung.word
    }
    private func doing(_ what: Text) -> Text { Text(nl: "\(what.nl): doen", en: "\(what.en): do") }
    private func ambition(_ what: Text) -> Text { Text(nl: "\(what.nl): willen", en: "\(what.en): want") }
}
