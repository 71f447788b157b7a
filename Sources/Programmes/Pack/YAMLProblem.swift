import Kernel

/// What the YAML parser stumbled over, in words for people who do not write YAML every day.
enum YAMLProblem: Equatable {
    case colonInText, indentation, tab, openQuote, openBracket, missingColon, escape, other(String)

    /// From the words of libyaml.
    init(_ message: String) {
        self =
            switch message {
            case _ where message.contains("mapping values are not allowed"): .colonInText
            case _ where message.contains("tab character"): .tab
            case _ where message.contains("cannot start any token"): .tab
            case _ where message.contains("could not find expected ':'"): .missingColon
            case _ where message.contains("did not find expected ',' or"): .openBracket
            case _ where message.contains("unexpected end of stream"): .openQuote
            case _ where message.contains("unknown escape character"): .escape
            case _ where message.contains("did not find expected"): .indentation
            default: .other(message)
            }
    }

    var explanation: Text {
        switch self {
        case .colonInText: Text(nl: "Hier kan geen dubbele punt staan.", en: "There cannot be a colon here.")
        case .tab: Text(nl: "Een regel kan niet met dit teken beginnen.", en: "Nothing can start with this character.")
        case .missingColon: Text(nl: "Hier mist een dubbele punt.", en: "A colon is missing here.")
        case .openBracket: Text(nl: "Hier mist een komma of een haakje.", en: "A comma or a bracket is missing here.")
        case .openQuote: Text(nl: "Een aanhalingsteken is niet gesloten.", en: "A quotation mark is not closed.")
        case .escape: Text(nl: "Na een \\ kan dit teken niet staan.", en: "This character cannot come after a \\.")
        case .indentation: Text(nl: "De inspringing klopt hier niet.", en: "The indentation is not right here.")
        case .other(let message): Text(nl: "De YAML klopt niet: \(message).", en: "The YAML is not right: \(message).")
        }
    }

    var advice: Text {
        switch self {
        case .colonInText:
            Text(
                nl: "Zet een tekst met een dubbele punt tussen aanhalingstekens, of controleer de inspringing.",
                en: "Put a text that has a colon in quotes, or check the indentation."
            )
        case .tab:
            Text(
                nl:
                    "Spring in met spaties, niet met tabs; zet een tekst die met @, ` of % begint tussen aanhalingstekens.",
                en: "Indent with spaces, not tabs; put a text that starts with @, ` or % in quotes."
            )
        case .missingColon: Text(nl: "Schrijf sleutel: waarde.", en: "Write key: value.")
        case .openBracket: Text(nl: "Controleer of elk haakje dicht gaat.", en: "Check that every bracket is closed.")
        case .openQuote: Text(nl: "Zet er een aan het eind van de tekst.", en: "Put one at the end of the text.")
        case .escape:
            Text(nl: "Zet de tekst tussen enkele aanhalingstekens.", en: "Put the text in single quotes.")
        case .indentation:
            Text(
                nl: "Laat sleutels die bij elkaar horen even ver inspringen.",
                en: "Indent keys that belong together equally far."
            )
        case .other: Text(nl: "Vergelijk met een regel die wel werkt.", en: "Compare with a line that works.")
        }
    }
}
