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
    fileprivate enum Piece: Sendable {
        case markup(String)
        case late(@Sendable (Reader) -> String)
    }

    fileprivate var pieces: [Piece]

    fileprivate init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// Trusts `text` to be markup. The one way around escaping, so the one word to search for in a review.
    package init(trusted text: String) {
        pieces = text.isEmpty ? [] : [.markup(text)]
    }

    package static let empty = HTML(pieces: [])

    package var isEmpty: Bool { pieces.isEmpty }

    package static func escaped(_ text: String) -> HTML {
        HTML(trusted: escape(text))
    }

    /// Text that depends on the language, such as a date or a number; escaped.
    package static func inLanguage(_ text: @escaping @Sendable (Language) -> String) -> HTML {
        HTML(pieces: [.late { escape(text($0.language)) }])
    }

    /// A picture that the program draws itself, as the inside of an `<svg>`. Whoever draws escapes the texts in it.
    package static func drawing(_ content: @escaping @Sendable (Language) -> String) -> HTML {
        HTML(pieces: [.late { content($0.language) }])
    }

    /// The reader's anti-forgery token.
    package static let formToken = HTML(pieces: [.late { escape($0.formToken) }])

    package static func text(_ text: Text) -> HTML {
        text.nl == text.en ? .escaped(text.nl) : .inLanguage { text[$0] }
    }

    package func rendered(for reader: Reader) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .markup(let text): result += text
            case .late(let text): result += text(reader)
            }
        }
        return result
    }

    package mutating func append(_ other: HTML) {
        for piece in other.pieces {
            if case .markup(let text) = piece { append(trusted: text) } else { pieces.append(piece) }
        }
    }

    mutating func append(trusted text: String) {
        if let last = pieces.indices.last, case .markup(var before) = pieces[last] {
            pieces[last] = .markup("")
            before += text
            pieces[last] = .markup(before)
        } else {
            pieces.append(.markup(text))
        }
    }
}

func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private let special: Set<UInt8> = Set("&<>\"'".utf8)

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
