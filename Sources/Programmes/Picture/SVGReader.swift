import Foundation
import FoundationXML

/// What matters of a drawing: how large it is, and where the things in it are that have a name.
struct SVGDrawing {
    var width: Double
    var height: Double
    fileprivate var points: [String: [PicturePoint]]

    /// The outline of what has this name, whatever capitals it is written with; `nil` when nothing has.
    func outline(named name: String) -> [PicturePoint]? {
        let hull = PicturePoint.hull(of: points[name.lowercased()] ?? [])
        return hull.count > 2 ? hull : nil
    }
}

/// Reads an SVG, and refuses what does more than be seen: a picture comes from outside, and is shown to others.
final class SVGReader: NSObject, XMLParserDelegate {
    private static let forbidden: Set<String> = [
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener",
    ]
    /// Shapes in these are for use elsewhere.
    private static let hidden: Set<String> = ["defs", "symbol", "clippath", "mask", "pattern", "marker", "metadata"]

    private var issues: [InvalidPicture.Issue] = []
    private var size: (x: Double, y: Double, width: Double, height: Double)?
    private var transforms: [SVGTransform] = []
    /// The names of the elements that we are in.
    private var names: [[String]] = []
    private var hiddenDepth = 0
    private var points: [String: [PicturePoint]] = [:]
    private var depth = 0
    private var isSVG = false

    static func read(_ bytes: [UInt8]) throws(InvalidPicture) -> SVGDrawing {
        guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else {
            throw InvalidPicture(issues: [.init(.notAPicture)])
        }
        // Before any parser sees it: entities can be made to grow without end.
        if let place = text.range(of: "<!(DOCTYPE|ENTITY)", options: [.regularExpression, .caseInsensitive]) {
            let lines = text[..<place.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
            throw InvalidPicture(issues: [.init(.documentType, line: lines.count, column: (lines.last?.count ?? 0) + 1)]
            )
        }
        let reader = SVGReader()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.shouldProcessNamespaces = false
        parser.delegate = reader
        let isWhole = parser.parse() && reader.depth == 0
        if !isWhole, !reader.issues.contains(where: { $0.fault == .malformed }) {
            reader.issues.append(.init(.malformed, line: parser.lineNumber, column: parser.columnNumber))
        }
        guard reader.issues.isEmpty else { throw InvalidPicture(issues: reader.issues) }
        guard reader.isSVG else { throw InvalidPicture(issues: [.init(.notAPicture)]) }
        guard let size = reader.size, size.width > 0, size.height > 0, size.width < 1e6, size.height < 1e6 else {
            throw InvalidPicture(issues: [.init(.noSize, line: 1)])
        }
        // The units begin at the corner of the viewBox; ours at the corner of the picture.
        let moved = reader.points.mapValues { $0.map { PicturePoint(x: $0.x - size.x, y: $0.y - size.y) } }
        return SVGDrawing(width: size.width, height: size.height, points: moved)
    }

    func parser(
        _ parser: XMLParser,
        didStartElement element: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        func fail(_ fault: PictureFault) {
            guard issues.count < 100 else { return }
            issues.append(.init(fault, line: parser.lineNumber, column: parser.columnNumber))
        }
        depth += 1
        if depth > 200 { parser.abortParsing(); return }
        let name = element.split(separator: ":").last.map { $0.lowercased() } ?? ""
        if depth == 1 { begin(name, attributes) }
        if Self.forbidden.contains(name) { fail(.forbidden(element)) }
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
            if key.lowercased().hasPrefix("on") { fail(.forbidden(key)) }
            if ["href", "xlink:href", "src"].contains(key.lowercased()), !isInside(value) {
                fail(.outsideReference(value))
            }
            if let outside = outsideAddress(in: value) { fail(.outsideReference(outside)) }
        }
        if Self.hidden.contains(name) { hiddenDepth += 1 }
        let own = SVGTransform(attributes["transform"] ?? "")
        transforms.append(transforms.last.map { $0.after(own) } ?? own)
        names.append(["id", "data-zone", "inkscape:label"].compactMap { attributes[$0]?.lowercased() })
        guard hiddenDepth == 0, let transform = transforms.last else { return }
        let found = svgPoints(of: name, attributes).map(transform.callAsFunction)
        guard !found.isEmpty else { return }
        for name in Set(names.joined()) { points[name, default: []] += found }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
        transforms.removeLast()
        names.removeLast()
        if let name = element.split(separator: ":").last, Self.hidden.contains(name.lowercased()) { hiddenDepth -= 1 }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        issues.append(.init(.malformed, line: parser.lineNumber, column: parser.columnNumber))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        // A style sheet may fetch too.
        if issues.count < 100, text.contains("@import") || outsideAddress(in: text) != nil {
            issues.append(
                .init(
                    .outsideReference(outsideAddress(in: text) ?? "@import"),
                    line: parser.lineNumber,
                    column: parser.columnNumber
                )
            )
        }
    }

    private func begin(_ name: String, _ attributes: [String: String]) {
        isSVG = name == "svg"
        let box = svgNumbers(attributes["viewBox"] ?? "")
        if box.count == 4 {
            size = (box[0], box[1], box[2], box[3])
        } else if let width = plainLength(attributes["width"]), let height = plainLength(attributes["height"]) {
            size = (0, 0, width, height)
        }
    }

    private func plainLength(_ text: String?) -> Double? {
        guard let text, !text.hasSuffix("%") else { return nil }
        return svgNumbers(text).first
    }

    /// A part of the same drawing, or a picture that is in it.
    private func isInside(_ address: String) -> Bool {
        let address = address.trimmingCharacters(in: .whitespacesAndNewlines)
        return address.hasPrefix("#") || address.lowercased().hasPrefix("data:image/") && !address.contains("svg")
    }

    /// What stands in `url(…)`, when it leads outside.
    private func outsideAddress(in text: String) -> String? {
        var rest = text[...]
        while let open = rest.range(of: "url(", options: .caseInsensitive) {
            rest = rest[open.upperBound...]
            let address = rest.prefix { $0 != ")" }.trimmingCharacters(in: .init(charactersIn: " \"'"))
            if !isInside(address) { return String(address.prefix(80)) }
        }
        return nil
    }
}
