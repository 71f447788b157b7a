import Foundation
import Kernel
import Markup

/// A square of colour in front of what it stands for.
struct LegendSquare: Component {
    let fill: String
    var stroke: String?

    var body: HTML {
        element("svg", [.attribute("viewBox", "0 0 14 14"), .attribute("width", "14")]) {
            element(
                "rect",
                [
                    .attribute("width", "14"), .attribute("height", "14"), .attribute("fill", fill),
                    .attribute("stroke", ifPresent: stroke),
                ]
            ) {}
        }
    }
}

/// Parts of a drawing as SVG.
enum ChartParts {
    static func number(_ value: Double) -> String { String(format: "%.1f", value) }

    static func text(
        _ text: String,
        _ x: Double,
        _ y: Double,
        anchor: String,
        color: String,
        size: Double,
        isBold: Bool = false
    ) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\" fill=\"\(color)\" "
            + "font-size=\"\(number(size))\"\(isBold ? " font-weight=\"700\"" : "")>"
            + HTML.escaped(text).rendered(for: Reader(language: .dutch)) + "</text>"
    }
}
