package import Kernel

extension PackFault {
    /// What is wrong, in one sentence.
    package var explanation: Text {
        fileExplanation ?? shapeExplanation ?? referenceExplanation ?? fitExplanation
            ?? Text(nl: "Dit klopt niet.", en: "This is not right.")
    }

    private var fileExplanation: Text? {
        switch self {
        case .noFolder: Text(nl: "Deze map is er niet.", en: "There is no such folder.")
        case .missingFile: Text(nl: "Dit bestand ontbreekt.", en: "This file is missing.")
        case .unknownFile: Text(nl: "Dit bestand hoort niet in een pakket.", en: "This file does not belong in a pack.")
        case .outsideFolder:
            Text(nl: "Dit is een verwijzing naar buiten de map.", en: "This is a link that leads out of the folder.")
        case .notAFile: Text(nl: "Dit is geen gewoon bestand.", en: "This is not an ordinary file.")
        case .unreadableFile: Text(nl: "Dit bestand kan niet worden gelezen.", en: "This file cannot be read.")
        case .tooLarge(let limit):
            Text(
                nl: "Dit bestand is groter dan \(limit / 1024) kB.",
                en: "This file is larger than \(limit / 1024) kB."
            )
        case .notUTF8:
            Text(nl: "Hier staan tekens die geen UTF-8 zijn.", en: "There are characters here that are not UTF-8.")
        case .binary: Text(nl: "Dit is geen tekstbestand.", en: "This is not a text file.")
        case .syntax(let problem): YAMLProblem(problem).explanation
        case .emptyFile: Text(nl: "Dit bestand is leeg.", en: "This file is empty.")
        case .severalDocuments:
            Text(nl: "Hier begint een tweede document.", en: "A second document starts here.")
        case .anchor:
            Text(
                nl: "Ankers (&naam) en verwijzingen (*naam) zijn niet toegestaan.",
                en: "Anchors (&name) and aliases (*name) are not allowed."
            )
        case .duplicateKey(let key, let line):
            Text(
                nl: "\(shown(key)) staat hier dubbel; de eerste staat op regel \(line).",
                en: "\(shown(key)) is here twice; the first is on line \(line)."
            )
        case .andMore: Text(nl: "Er is nog meer mis.", en: "More is wrong.")
        default: nil
        }
    }

    private var shapeExplanation: Text? {
        switch self {
        case .unknownKey(let key, _): Text(nl: "Onbekende sleutel \(shown(key)).", en: "Unknown key \(shown(key)).")
        case .missingKey(let key):
            Text(nl: "De sleutel \(shown(key)) ontbreekt.", en: "The key \(shown(key)) is missing.")
        case .wrongShape(let expected):
            Text(nl: "Hier hoort \(expected.noun.nl) te staan.", en: "There should be \(expected.noun.en) here.")
        case .emptyText: Text(nl: "Hier staat niets.", en: "There is nothing here.")
        case .emptyList: Text(nl: "Deze lijst is leeg.", en: "This list is empty.")
        case .missingTranslation(.dutch): Text(nl: "De Nederlandse tekst ontbreekt.", en: "The Dutch text is missing.")
        case .missingTranslation(.english): Text(nl: "De Engelse tekst ontbreekt.", en: "The English text is missing.")
        case .untranslated:
            Text(nl: "Deze tekst is er maar in één taal.", en: "This text is there in one language only.")
        case .tooLong(let limit):
            Text(nl: "Deze tekst is langer dan \(limit) tekens.", en: "This text is longer than \(limit) characters.")
        case .tooDeep: Text(nl: "Dit is te diep genest.", en: "This is nested too deeply.")
        case .controlCharacter:
            Text(
                nl: "In deze tekst staat een onzichtbaar stuurteken.",
                en: "There is an invisible control character in this text."
            )
        case .notACode(let text):
            Text(nl: "\(shown(text)) is geen geldige code.", en: "\(shown(text)) is not a valid code.")
        case .notADay(let text):
            Text(nl: "\(shown(text)) is geen bestaande dag.", en: "\(shown(text)) is not an existing day.")
        case .notAQuarter(let text):
            Text(nl: "\(shown(text)) is geen kwartaal.", en: "\(shown(text)) is not a quarter.")
        case .notAnOption(let text, _, _):
            Text(nl: "\(shown(text)) is hier geen mogelijkheid.", en: "\(shown(text)) is not a possibility here.")
        case .outOfRange(let number, let range):
            Text(
                nl: "\(number) ligt niet tussen \(range.lowerBound) en \(range.upperBound).",
                en: "\(number) is not between \(range.lowerBound) and \(range.upperBound)."
            )
        case .notPostcodes(let text):
            Text(nl: "\(shown(text)) is geen reeks postcodes.", en: "\(shown(text)) is not a range of postcodes.")
        case .notSBI(let text):
            Text(
                nl: "\(shown(text)) is geen begin van een SBI-code.",
                en: "\(shown(text)) is not the start of an SBI code."
            )
        case .notAWebsite(let text):
            Text(nl: "\(shown(text)) is geen webadres.", en: "\(shown(text)) is not a web address.")
        case .picture(let fault): fault.explanation
        default: nil
        }
    }

    private var referenceExplanation: Text? {
        switch self {
        case .duplicateCode(let code, let kind, let first):
            Text(
                nl: "De code \(shown(code)) is al van \(kind.other.nl), op \(first).",
                en: "The code \(shown(code)) already belongs to \(kind.other.en), at \(first)."
            )
        case .duplicateEntry(let entry, let first):
            Text(nl: "\(shown(entry)) staat er al, op \(first).", en: "\(shown(entry)) is there already, at \(first).")
        case .unknownReference(let code, let kind, _):
            Text(
                nl: "Er is geen \(kind.noun.nl) met code \(shown(code)).",
                en: "There is no \(kind.noun.en) with code \(shown(code))."
            )
        default: nil
        }
    }

    private var fitExplanation: Text? {
        switch self {
        case .splitDoesNotAddUp(let sum, let count):
            Text(
                nl: "De verdeling telt op tot \(sum), maar het doel is \(count).",
                en: "The split adds up to \(sum), but the target is \(count)."
            )
        case .splitOutsideAreas(let area):
            Text(
                nl: "\(area) hoort niet bij de gebieden van dit doel.",
                en: "\(area) is not in the areas of this target."
            )
        case .planDoesNotAddUp(let counted, let sum, let target, let count):
            Text(
                nl: "Alle kwartalen samen tellen op tot \(sum) \(counted.noun.nl), maar doel \(target) is \(count).",
                en: "All quarters together add up to \(sum) \(counted.noun.en), but target \(target) is \(count)."
            )
        case .partExceedsWhole(let part, let whole):
            Text(
                nl: "Dit doel (\(part)) is groter dan het doel waar het deel van is (\(whole)).",
                en: "This target (\(part)) is larger than the one that it is a part of (\(whole))."
            )
        case .partCountsSomethingElse:
            Text(
                nl: "Dit doel telt iets anders dan het doel waar het deel van is.",
                en: "This target counts something else than the one that it is a part of."
            )
        case .circle(let codes):
            Text(
                nl: "Dit loopt in een kring: \(codes.joined(separator: " → ")).",
                en: "This runs in a circle: \(codes.joined(separator: " → "))."
            )
        case .partOfMunicipality(let area):
            Text(
                nl: "\(area) is een gemeente en heeft geen delen.",
                en: "\(area) is a municipality, which has no parts."
            )
        case .overlappingPostcodes(let range, let other):
            Text(
                nl: "De postcodes \(range.written) overlappen met die van \(other).",
                en: "The postcodes \(range.written) overlap with those of \(other)."
            )
        case .outsidePeriod(let quarter, let first, let last):
            Text(
                nl: "\(quarter) valt buiten het programma (\(first) tot en met \(last)).",
                en: "\(quarter) is outside the programme (\(first) up to and including \(last))."
            )
        case .endsBeforeItStarts: Text(nl: "Het eind ligt voor het begin.", en: "The end is before the start.")
        case .followsUpLater(let quarter):
            Text(
                nl: "\(quarter) ligt niet voor dit kwartaal, dus is er niets om op terug te komen.",
                en: "\(quarter) is not before this quarter, so there is nothing to come back to."
            )
        case .outsideLine(let day, let first, let last):
            Text(
                nl: "\(day) valt buiten de looptijd van deze actielijn (\(first) tot en met \(last)).",
                en: "\(day) is outside the period of this action line (\(first) up to and including \(last))."
            )
        case .notOfKind(let key, let kind):
            Text(
                nl: "\(shown(key)) hoort niet bij een veld van het soort \(kind.rawValue).",
                en: "\(shown(key)) does not belong to a field of the kind \(kind.rawValue)."
            )
        case .cannotName(let kind):
            Text(
                nl: "Het eerste veld is de naam, en een veld van het soort \(kind.rawValue) kan dat niet zijn.",
                en: "The first field is the name, and a field of the kind \(kind.rawValue) cannot be that."
            )
        case .notComparable(let asked, let offered):
            Text(
                nl: "Een veld van het soort \(asked.rawValue) is niet te vergelijken met \(offered.rawValue).",
                en: "A field of the kind \(asked.rawValue) cannot be compared with \(offered.rawValue)."
            )
        case .nothingInCommon:
            Text(
                nl: "Deze twee velden hebben geen enkele keuze gemeen.",
                en: "These two fields have no option in common."
            )
        case .notForShare(let key, let kind):
            Text(
                nl: "\(shown(key)) hoort niet bij delen van het soort \(kind.rawValue).",
                en: "\(shown(key)) does not belong to sharing of the kind \(kind.rawValue)."
            )
        case .notTogether(let first, let second):
            Text(
                nl: "\(shown(first)) en \(shown(second)) gaan niet samen.",
                en: "\(shown(first)) and \(shown(second)) do not go together."
            )
        case .sharesWithItself:
            Text(nl: "Dit is het programma zelf.", en: "This is the programme itself.")
        case .validUntilBeforeChecked:
            Text(
                nl: "De geldigheid eindigt voor de dag van de controle.",
                en: "It stops being valid before the day on which it was checked."
            )
        case .stepWithoutRung(let step):
            Text(
                nl: "Trede \(step.rawValue) staat niet op de ladder.",
                en: "Step \(step.rawValue) is not on the ladder."
            )
        case .noCoreActivity:
            Text(
                nl: "Dit thema heeft geen activiteit op de plaat zelf.",
                en: "This theme has no activity on the sheet itself."
            )
        case .selectsNothing:
            Text(
                nl: "Geen enkele activiteit past hierbij, dus geldt dit nooit.",
                en: "No activity fits this, so it never holds."
            )
        case .asksTooMany(let atLeast, let count):
            Text(
                nl: "Dit vraagt om \(atLeast) activiteiten, maar er passen er maar \(count).",
                en: "This asks for \(atLeast) activities, but only \(count) fit."
            )
        case .unknownPlaceholder(let name):
            Text(
                nl: "\(shown("{\(name)}")) kan niet worden ingevuld.",
                en: "\(shown("{\(name)}")) cannot be filled in."
            )
        case .placeholdersDiffer:
            Text(
                nl: "De Nederlandse en de Engelse tekst vullen niet hetzelfde in.",
                en: "The Dutch and the English text do not fill in the same."
            )
        case .missingPlaceholder(let name):
            Text(nl: "Hier moet {\(name)} in staan.", en: "This must have {\(name)} in it.")
        case .placeholderNeverFilled(let name):
            Text(
                nl: "De voorwaarde vraagt nergens naar wat bij {\(name)} moet komen.",
                en: "The condition asks nowhere for what {\(name)} stands for."
            )
        case .sheetConflict(let conflict): conflict.explanation
        default: nil
        }
    }

    /// A piece of a pack as it can be shown on a terminal, whatever is in it.
    private func shown(_ text: String) -> String {
        let visible = text.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : Character($0) }
        return "“\(String(visible.prefix(60)))\(visible.count > 60 ? "…" : "")”"
    }
}

extension Unicode.Scalar {
    /// Invisible, and able to change what the rest of a line looks like.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
