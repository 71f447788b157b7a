import Foundation
import Kernel
import Markup

/// Shares of companies as bars, a group for each line: the same drawing on a page and on paper. The numbers are in the
/// table that goes with it.
struct ShareChart {
    struct Series {
        let name: Text
        let color: String
    }

    struct Line {
        let name: Text
        /// For each series, from 0 to 1; `nil` where it is hidden.
        let shares: [Double?]
    }

    let title: Text
    let series: [Series]
    let lines: [Line]

    /// The own area, the region, the whole.
    static let colors = ["#17694f", "#c7641a", "#5a6b7c"]

    private static let bar = 14.0, label = 19.0, space = 11.0, right = 390.0, width = 480.0

    private var groupHeight: Double { Self.label + Double(max(1, series.count)) * Self.bar + Self.space }
    private var height: Double { Double(lines.count) * groupHeight + 20 }

    /// For the page.
    var html: HTML {
        figure(.class("shares-chart")) {
            ul(.class("legend"), .ariaHidden) {
                for one in series {
                    li {
                        LegendSquare(fill: one.color)
                        one.name
                    }
                }
            }
            element(
                "svg",
                [
                    .class("chart"), .role("img"),
                    .attribute("viewBox", "0 0 \(ChartParts.number(Self.width)) \(ChartParts.number(height))"),
                    .ariaLabel(description),
                ]
            ) { HTML.drawing(drawing) }
        }
    }

    var description: Text {
        Text(
            nl: "Staafdiagram: \(title.nl). De getallen staan in de tabel.",
            en: "Bar chart: \(title.en). The numbers are in the table."
        )
    }

    /// For paper: a picture by itself, that says which bar is whose.
    func document(in language: Language) -> String {
        let top = 22.0
        var (legend, x) = ("", 1.0)
        for one in series {
            legend += "<rect x=\"\(ChartParts.number(x))\" y=\"2\" width=\"11\" height=\"11\" fill=\"\(one.color)\"/>"
            legend += ChartParts.text(one.name[language], x + 15, 12, anchor: "start", color: "#22303f", size: 11)
            x += 30 + Double(one.name[language].count) * 6.4
        }
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(ChartParts.number(Self.width)) \(ChartParts.number(height + top))\" "
            + "font-family=\"Noto Sans, sans-serif\">\(legend)<g transform=\"translate(0 \(ChartParts.number(top)))\">\(drawing(language))</g></svg>"
    }

    private func drawing(_ language: Language) -> String {
        var drawing = ""
        for percent in stride(from: 0, through: 100, by: 25) {
            let x = Self.right * Double(percent) / 100 + 1
            drawing += "<path d=\"M\(ChartParts.number(x)) 0V\(ChartParts.number(height - 18))\" stroke=\"#e3ddcf\"/>"
            let anchor = percent == 0 ? "start" : "middle"
            drawing += ChartParts.text("\(percent) %", x, height - 4, anchor: anchor, color: "#5a6470", size: 11)
        }
        for (number, line) in lines.enumerated() {
            let top = Double(number) * groupHeight
            drawing += ChartParts.text(
                Self.shortened(line.name[language], 62),
                1,
                top + 14,
                anchor: "start",
                color: "#22303f",
                size: 12.5
            )
            for (place, share) in line.shares.enumerated() {
                drawing += bar(share, series[place].color, top + Self.label + Double(place) * Self.bar, language)
            }
        }
        return drawing
    }

    private func bar(_ share: Double?, _ color: String, _ y: Double, _ language: Language) -> String {
        guard let share else {
            return
                "<rect x=\"1\" y=\"\(ChartParts.number(y + 1))\" width=\"4\" height=\"\(ChartParts.number(Self.bar - 2))\" fill=\"none\" stroke=\"\(color)\"/>"
                + ChartParts.text(
                    FigureWords.hidden[language],
                    10,
                    y + 10.5,
                    anchor: "start",
                    color: "#5a6470",
                    size: 10.5
                )
        }
        let length = Self.right * share
        return
            "<rect x=\"1\" y=\"\(ChartParts.number(y + 1))\" width=\"\(ChartParts.number(length))\" height=\"\(ChartParts.number(Self.bar - 2))\" rx=\"2\" "
            + "fill=\"\(color)\"/>"
            + ChartParts.text(
                "\(Int((share * 100).rounded())) %",
                length + 6,
                y + 11,
                anchor: "start",
                color: "#22303f",
                size: 11
            )
    }

    /// On one line; what is longer ends in an ellipsis, and stands in full in the table.
    static func shortened(_ text: String, _ limit: Int) -> String {
        text.count <= limit ? text : text.prefix(limit - 1).trimmingCharacters(in: .whitespaces) + "…"
    }
}
