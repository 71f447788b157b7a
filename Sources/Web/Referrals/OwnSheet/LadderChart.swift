import Fieldwork
import Foundation
import Kernel

/// The ladder as a drawing for paper: a square for each thing that is done, a circle for each that is wanted. Who counts
/// the marks has the numbers; no colour is needed to tell them apart.
struct LadderChart {
    let columns: [LadderColumn]
    let language: Language

    private static let columnWidth = 92.0
    /// A theme has a longer name than a step.
    private static let apartWidth = 124.0
    private static let gap = 34.0

    /// Many marks are drawn smaller, so that the drawing stays as wide as the paper.
    private var perRow: Int { columns.contains { $0.count.doing + $0.count.ambition > 12 } ? 6 : 4 }
    private var cell: Double { (Self.columnWidth - 4) / Double(perRow) }
    private var rows: Int {
        columns.map { (min($0.count.doing + $0.count.ambition, Self.most) + perRow - 1) / perRow }.max() ?? 1
    }
    private static let most = 30
    private var stackHeight: Double { Double(max(rows, 2)) * cell }
    var width: Double {
        columns.reduce(0) { $0 + ($1.isApart ? Self.apartWidth : Self.columnWidth) }
            + (columns.contains(where: \.isApart) ? Self.gap : 0)
    }
    var height: Double { stackHeight + 72 }

    var svg: String {
        var x = 0.0
        var seenApart = false
        var drawing = ""
        for column in columns {
            if column.isApart, !seenApart {
                seenApart = true
                drawing +=
                    "<path d=\"M\(n(x + Self.gap / 2)) 0V\(n(height))\" stroke=\"#6f7780\" stroke-dasharray=\"2 4\" stroke-width=\"1.5\"/>"
                x += Self.gap
            }
            drawing += draw(column, at: x)
            x += column.isApart ? Self.apartWidth : Self.columnWidth
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(n(width)) \(n(height))\" "
            + "font-family=\"Noto Sans, sans-serif\" fill=\"#22303f\" text-anchor=\"middle\">\(drawing)</svg>"
    }

    private func draw(_ column: LadderColumn, at x: Double) -> String {
        let own = column.isApart ? Self.apartWidth : Self.columnWidth
        var drawing =
            "<rect x=\"\(n(x + 1))\" y=\"\(n(stackHeight + 3))\" width=\"\(n(own - 2))\" height=\"5\" rx=\"2\"/>"
        let (doing, ambition) = Self.fit(column.count.doing, column.count.ambition, room: Self.most)
        let left = x + (own - Self.columnWidth) / 2 + 2
        for index in 0..<(doing + ambition) {
            let spot = (left + Double(index % perRow) * cell, stackHeight - Double(index / perRow + 1) * cell + 1)
            drawing +=
                "<g transform=\"translate(\(n(spot.0)) \(n(spot.1))) scale(\(String(format: "%.3f", cell / 22)))\">"
                + (index < doing ? Self.square : Self.circle) + "</g>"
        }
        for (index, line) in Self.lines(column.word[language], width: own - 4).enumerated() {
            let size = min(Self.letter, (own - 4) / Self.width(of: line, size: 1))
            drawing +=
                "<text x=\"\(n(x + own / 2))\" y=\"\(n(stackHeight + 25 + Double(index) * 18))\" font-size=\"\(n(size))\" "
                + "font-weight=\"600\">\(SceneLabels.escaped(line))</text>"
        }
        return drawing
    }

    /// More than there is room for keeps the proportion.
    private static func fit(_ doing: Int, _ ambition: Int, room: Int) -> (Int, Int) {
        guard doing + ambition > room else { return (doing, ambition) }
        let shown = max(1, doing * room / (doing + ambition))
        return (shown, room - shown)
    }

    private static let square =
        "<rect width=\"19\" height=\"19\" rx=\"3\" fill=\"#2f7566\"/>"
        + "<path d=\"M4.5 10l3.6 3.8 6.8-8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.4\"/>"

    private static let circle =
        "<circle cx=\"9.5\" cy=\"9.5\" r=\"8.6\" fill=\"#fdf0e4\" stroke=\"#b4602a\" stroke-width=\"1.8\"/>"
        + "<path d=\"M9.5 3.9l1.7 3.8 4.1.4-3.1 2.8.9 4.1-3.6-2.1-3.6 2.1.9-4.1-3.1-2.8 4.1-.4z\" fill=\"#b4602a\"/>"

    private static let letter = 15.5

    /// Closer than for a label, which must keep some room.
    private static func width(of text: String, size: Double) -> Double {
        SceneCard.width(of: text, size: size) * 0.93
    }

    /// As many words on a line as fit, on at most three lines.
    private static func lines(_ text: String, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, lines.count == 3 || Self.width(of: "\(last) \(word)", size: letter) <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    private func n(_ value: Double) -> String { Isometric.short(value) }

    /// The same in words.
    var description: String {
        columns.map { column in
            language == .dutch
                ? "\(column.word.nl): \(column.count.doing) doen we al, \(column.count.ambition) willen we"
                : "\(column.word.en): \(column.count.doing) done already, \(column.count.ambition) wanted"
        }.joined(separator: "; ")
    }
}
