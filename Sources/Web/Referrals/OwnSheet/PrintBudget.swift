/// How many lines there are on paper, and who gets them: what is most important is shown, and the rest is counted, so
/// that a sheet always fits on one page.
struct PrintBudget {
    /// How wide a line is, in the size of its letters (em).
    let lineWidth: Double
    let lines: Int

    /// One list that asks for lines.
    struct Wish {
        /// The lines of each entry, in order.
        let entries: [Int]
    }

    /// How many entries of each list can be shown: they take turns, so that a long list does not crowd out a short
    /// one. A list that is not shown whole keeps a line to say so.
    func shares(of wishes: [Wish]) -> [Int] {
        var shown = wishes.map { _ in 0 }
        func cost(_ list: Int, _ count: Int) -> Int {
            let entries = wishes[list].entries
            return entries.prefix(count).reduce(0, +) + (count < entries.count ? 1 : 0) + (entries.isEmpty ? 1 : 0)
        }
        func total(_ shown: [Int]) -> Int { shown.indices.reduce(0) { $0 + cost($1, shown[$1]) } }
        func grow(_ list: Int) -> Bool {
            guard shown[list] < wishes[list].entries.count else { return false }
            var next = shown
            // "And one more" takes as much room as that one.
            next[list] += shown[list] + 2 == wishes[list].entries.count ? 2 : 1
            if total(next) > lines {
                next = shown
                next[list] += 1
                guard total(next) <= lines else { return false }
            }
            shown = next
            return true
        }
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for list in wishes.indices where grow(list) { hasGrown = true }
        }
        return shown
    }

    /// How many lines a text takes, on the safe side.
    func lines(of text: String) -> Int {
        var (lines, used) = (1, 0.0)
        for word in text.split(separator: " ") {
            let width = SceneCard.width(of: String(word), size: 0.88)
            let start = used == 0 ? 0 : used + 0.27
            if start + width <= lineWidth {
                used = start + width
            } else {
                let more = max(1, Int((width / lineWidth).rounded(.up)))
                lines += used == 0 ? more - 1 : more
                used = width - Double(more - 1) * lineWidth
            }
        }
        return lines
    }
}
