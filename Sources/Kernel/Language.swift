/// A language in which Karavaan speaks to people. A third one is a case here, after which the compiler points at every
/// sentence that it lacks.
package enum Language: String, Hashable, Sendable, CaseIterable, Codable {
    case dutch = "nl"
    case english = "en"
}

/// A sentence in every language there is: one that is missing does not compile.
package struct Text: Hashable, Sendable, Codable {
    package let nl: String
    package let en: String

    package init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// For what is the same everywhere: a name, a number, an address.
    package init(same text: String) {
        self.init(nl: text, en: text)
    }

    package subscript(language: Language) -> String {
        switch language {
        case .dutch: nl
        case .english: en
        }
    }

    package func map(_ transform: (String) -> String) -> Text {
        Text(nl: transform(nl), en: transform(en))
    }

    package static func + (left: Text, right: Text) -> Text {
        Text(nl: left.nl + right.nl, en: left.en + right.en)
    }
}
