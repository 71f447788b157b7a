import Kernel
import Programmes

/// Puts the company's own ticks into a sentence of the pack: `{activities}` are quoted as they stand on the sheet, for
/// they are whole sentences ("Persluchtlekken dichten we") that would not survive being bent into another one.
struct ReasonText {
    let programme: Programme
    let evidence: Evidence

    static let longest = 3

    func filled(_ text: Text) -> Text {
        let activities = programme.sheet.activities.filter { evidence.activities.contains($0.code) }.map(\.text)
        let needs = programme.needs.filter { evidence.needs.contains($0.code) }.map { $0.name.map(Self.inSentence) }
        return Text(
            nl: fill(text.nl, activities, needs, .dutch),
            en: fill(text.en, activities, needs, .english)
        )
    }

    private func fill(_ sentence: String, _ activities: [Text], _ needs: [Text], _ language: Language) -> String {
        let ticked = Self.listed(activities.map { Self.quoted($0[language], language) }, language)
        let asked = Self.listed(needs.map { $0[language] }, language)
        return
            sentence
            .replacing("{activities}", with: ticked ?? Text(nl: "wat u aankruiste", en: "what you ticked")[language])
            .replacing("{needs}", with: asked ?? Text(nl: "hulp", en: "help")[language])
    }

    /// `a, b, c en nog 2`; `nil` when there is nothing to list.
    static func listed(_ items: [String], _ language: Language) -> String? {
        guard let last = items.last else { return nil }
        let and = Text(nl: "en", en: "and")[language]
        if items.count > longest {
            let more = Text(nl: "nog \(items.count - longest)", en: "\(items.count - longest) more")[language]
            return "\(items.prefix(longest).joined(separator: ", ")) \(and) \(more)"
        }
        return items.count == 1 ? last : "\(items.dropLast().joined(separator: ", ")) \(and) \(last)"
    }

    static func quoted(_ sentence: String, _ language: Language) -> String {
        let bare = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return language == .dutch ? "‘\(bare)’" : "“\(bare)”"
    }

    /// Without its capital, unless it is an abbreviation such as "EPD".
    static func inSentence(_ name: String) -> String {
        guard let first = name.first, !name.dropFirst().prefix(1).contains(where: { $0.isUppercase }) else {
            return name
        }
        return first.lowercased() + name.dropFirst()
    }
}
