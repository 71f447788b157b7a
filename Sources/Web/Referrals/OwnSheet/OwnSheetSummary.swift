import Fieldwork
import Kernel
import Programmes
import Referrals

/// What an own praatplaat says, in the order in which it matters; the same for screen and paper.
struct OwnSheetSummary {
    let result: SheetResult
    /// What the company does, the best steps of the ladder first.
    let doing: [Activity]
    /// What it wants within three years, in the same order.
    let ambitions: [Activity]
    /// The steps of the material ladder and, after those, the themes that are counted apart.
    let columns: [LadderColumn]

    init(_ own: OwnSheet) {
        let result = SheetResult(sheet: own.sheet, answers: own.answers)
        self.result = result
        let apart = Set(own.sheet.themes.filter(\.isApart).map(\.code))
        let ordered = own.sheet.activities.enumerated().sorted { left, right in
            func rank(_ entry: (offset: Int, element: Activity)) -> (Int, LadderStep, Int) {
                (apart.contains(entry.element.theme) ? 1 : 0, entry.element.step, entry.offset)
            }
            return rank(left) < rank(right)
        }.map(\.element)
        doing = ordered.filter { own.answers.doing.contains($0.code) }
        ambitions = ordered.filter { own.answers.ambition.contains($0.code) }
        let rungs = own.ladder.sorted { $0.step < $1.step }.map { rung in
            LadderColumn(
                word: rung.word,
                explanation: rung.explanation,
                count: result.steps.first { $0.step == rung.step }?.count ?? .init(),
                isApart: false
            )
        }
        let others = result.themes.filter(\.theme.isApart).map {
            LadderColumn(word: $0.theme.name.map { $0.lowercased() }, explanation: nil, count: $0.count, isApart: true)
        }
        columns = rungs + others
    }
}

/// A step of the ladder with what the company does and wants on it.
struct LadderColumn {
    let word: Text
    let explanation: Text?
    let count: SheetResult.Count
    let isApart: Bool
}

extension OwnSheet.Helper {
    /// Who and when, in one line: `Anna Berg, 070 000 00 00 · 3 maart 2026`.
    func details(in language: Language) -> String {
        let when =
            day.map { Formats.long($0, language).replacing(" ", with: "\u{a0}") }
            ?? Text(nl: "datum volgt", en: "date to follow")[language]
        return [contact, when].compactMap(\.self).joined(separator: " · ")
    }

    static let toBeConfirmed = Text(nl: "te bevestigen", en: "to be confirmed")
}

extension OwnSheet {
    var talkPicture: TalkPicture {
        TalkPicture(sheet: sheet, own: picture, answers: answers, companyName: companyName)
    }

    /// The picture in words, for who cannot see it.
    var sceneDescription: Text {
        let zones = SheetResult(sheet: sheet, answers: answers).themes
        func sentence(_ language: Language, _ doing: String, _ wanting: String) -> String {
            zones.map { "\($0.theme.name[language]): \($0.count.doing) \(doing), \($0.count.ambition) \(wanting)" }
                .joined(separator: "; ")
        }
        let seen =
            picture?.description ?? Text(nl: "Tekening van het bedrijf.", en: "Drawing of the company.")
        return Text(
            nl: seen.nl + " " + sentence(.dutch, "doen we al", "willen we") + ".",
            en: seen.en + " " + sentence(.english, "done already", "wanted") + "."
        )
    }
}
