package import Kernel

/// For whom a page is rendered.
package struct Reader: Sendable {
    package let language: Language
    /// What a form must send back to show that it came from this reader's own page; empty outside a session.
    package let formToken: String

    package init(language: Language, formToken: String = "") {
        self.language = language
        self.formToken = formToken
    }
}

/// A piece of a page that is safe to send: whatever text went into it is escaped.
///
/// One concrete type for every element, so that large pages stay quick to type-check. What differs per reader, such as
/// the language, is filled in when the page is ``rendered(for:)``; until then a sentence is kept in every language, so
/// that a page is written only once.
package struct HTML: Sendable {
    fileprivate struct Late: Sendable {
        var place: Int
        let part: Part

        enum Part: Sendable {
            /// Not escaped yet.
            case sentence(Text)
            case markup(@Sendable (Reader) -> String)
        }
    }

    /// What is the same for every reader, in UTF-8.
    fileprivate var bytes: [UInt8] = []
    /// What differs per reader, each before the byte at its place.
    fileprivate var late: [Late] = []

    fileprivate init() {}

    fileprivate init(late text: @escaping @Sendable (Reader) -> String) {
        late = [Late(place: 0, part: .markup(text))]
    }

    /// Empty, with room for a small element: most are.
    static var withRoom: HTML {
        var html = HTML()
        html.bytes.reserveCapacity(96)
        return html
    }

    /// Trusts `text` to be markup. The one way around escaping, so the one word to search for in a review.
    package init(trusted text: String) {
        bytes = Array(text.utf8)
    }

    package static let empty = HTML()

    package var isEmpty: Bool { bytes.isEmpty && late.isEmpty }

    package static func escaped(_ text: String) -> HTML {
        var html = HTML()
        html.append(escaping: text)
        return html
    }

    /// Text that depends on the language, such as a date or a number; escaped.
    package static func inLanguage(_ text: @escaping @Sendable (Language) -> String) -> HTML {
        HTML(late: { escape(text($0.language)) })
    }

    /// A picture that the program draws itself, as the inside of an `<svg>`. Whoever draws escapes the texts in it.
    package static func drawing(_ content: @escaping @Sendable (Language) -> String) -> HTML {
        HTML(late: { content($0.language) })
    }

    /// The reader's anti-forgery token.
    package static let formToken = HTML(late: { escape($0.formToken) })

    package static func text(_ text: Text) -> HTML {
        var html = HTML()
        if text.nl == text.en { html.append(escaping: text.nl) } else { html.append(sentence: text) }
        return html
    }

    package func rendered(for reader: Reader) -> String {
        guard !late.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        var result = HTML()
        result.bytes.reserveCapacity(bytes.count + late.count * 32)
        var place = 0
        for next in late {
            result.bytes += bytes[place..<next.place]
            switch next.part {
            case .sentence(let text): result.append(escaping: text[reader.language])
            case .markup(let text): result.bytes += text(reader).utf8
            }
            place = next.place
        }
        result.bytes += bytes[place...]
        return String(decoding: result.bytes, as: UTF8.self)
    }

    /// The same, but only for this reader any more: for what is kept and shown again.
    package func written(for reader: Reader) -> HTML { HTML(trusted: rendered(for: reader)) }

    package mutating func append(_ other: HTML) {
        guard !isEmpty else {
            self = other
            return
        }
        let start = bytes.count
        bytes += other.bytes
        for var part in other.late {
            part.place += start
            late.append(part)
        }
    }

    mutating func append(sentence: Text) {
        late.append(Late(place: bytes.count, part: .sentence(sentence)))
    }

    mutating func append(trusted text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { characters in
            var plain = 0
            for (place, character) in characters.enumerated() {
                guard let entity = entity(of: character) else { continue }
                bytes += characters[plain..<place]
                append(trusted: entity)
                plain = place + 1
            }
            bytes += characters[plain...]
        }
    }
}

private func entity(of character: UInt8) -> StaticString? {
    switch character {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}

func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
    return String(decoding: HTML.escaped(text).bytes, as: UTF8.self)
}

@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ text: String) -> HTML { .escaped(text) }
    package static func buildExpression(_ text: Text) -> HTML { .text(text) }
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ component: some Component) -> HTML { component.body }
    package static func buildPartialBlock(first: HTML) -> HTML { first }
    package static func buildPartialBlock(accumulated: HTML, next: HTML) -> HTML {
        var result = accumulated
        result.append(next)
        return result
    }
    package static func buildBlock() -> HTML { .empty }
    package static func buildArray(_ parts: [HTML]) -> HTML {
        var result = HTML.empty
        for part in parts { result.append(part) }
        return result
    }
    package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    package static func buildEither(first part: HTML) -> HTML { part }
    package static func buildEither(second part: HTML) -> HTML { part }
}

/// A reusable part of a page, with the data it needs as its stored properties.
package protocol Component {
    @HTMLBuilder var body: HTML { get }
}

extension HTML: Component {
    package var body: HTML { self }
}
