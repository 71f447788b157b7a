package import Kernel

extension PackFault {
    /// What to do about it; `nil` where what is wrong says so already.
    package var advice: Text? {
        fileAdvice ?? shapeAdvice ?? fitAdvice
    }

    private var fileAdvice: Text? {
        switch self {
        case .noFolder: Text(nl: "Geef de map van het pakket.", en: "Give the folder of the pack.")
        case .missingFile:
            Text(
                nl: "Maak het; docs/programme-pack.md zegt wat erin staat.",
                en: "Make it; docs/programme-pack.md says what is in it."
            )
        case .unknownFile(let suggestion):
            meant(suggestion)
                ?? Text(nl: "Haal het weg of zet het in een andere map.", en: "Remove it or move it to another folder.")
        case .outsideFolder, .notAFile:
            Text(nl: "Zet het bestand zelf in de map.", en: "Put the file itself in the folder.")
        case .unreadableFile:
            Text(nl: "Controleer de rechten van het bestand.", en: "Check the permissions of the file.")
        case .tooLarge: Text(nl: "Maak het kleiner.", en: "Make it smaller.")
        case .notUTF8:
            Text(
                nl: "Bewaar het in uw editor opnieuw als UTF-8.",
                en: "Save it again as UTF-8 in your editor."
            )
        case .binary:
            Text(
                nl: "Zet er een tekstbestand met YAML voor in de plaats.",
                en: "Put a text file with YAML in its place."
            )
        case .syntax(let problem): YAMLProblem(problem).advice
        case .emptyFile:
            Text(nl: "Vul het in, of zet er een lege lijst in.", en: "Fill it in, or put an empty list in it.")
        case .severalDocuments: Text(nl: "Haal de regel met --- weg.", en: "Remove the line with ---.")
        case .anchor:
            Text(
                nl: "Schrijf het uit. In een zin: zet een spatie na & of *.",
                en: "Write it out. In a sentence: put a space after & or *."
            )
        case .duplicateKey: Text(nl: "Haal er een weg.", en: "Remove one of them.")
        case .andMore: Text(nl: "Los eerst op wat hierboven staat.", en: "Solve what is above first.")
        default: nil
        }
    }

    private var shapeAdvice: Text? {
        switch self {
        case .unknownKey(_, let suggestion):
            meant(suggestion) ?? Text(nl: "Haal de regel weg.", en: "Remove the line.")
        case .missingKey(let key): Text(nl: "Voeg \(key): toe.", en: "Add \(key):.")
        case .wrongShape(let expected): expected.example
        case .emptyText: Text(nl: "Vul een tekst in.", en: "Fill in a text.")
        case .emptyList: Text(nl: "Zet er ten minste één in.", en: "Put at least one in it.")
        case .missingTranslation(let language):
            Text(nl: "Voeg \(language.rawValue): toe.", en: "Add \(language.rawValue):.")
        case .untranslated:
            Text(nl: "Schrijf {nl: …, en: …}.", en: "Write {nl: …, en: …}.")
        case .tooLong, .tooDeep: Text(nl: "Maak het korter.", en: "Make it shorter.")
        case .controlCharacter: Text(nl: "Typ de tekst opnieuw.", en: "Type the text again.")
        case .notACode:
            Text(
                nl: "Begin met een letter of cijfer; daarna letters, cijfers, - _ en ., samen hoogstens 64.",
                en: "Start with a letter or digit; then letters, digits, - _ and ., at most 64 together."
            )
        case .notADay:
            Text(nl: "Schrijf jaar-maand-dag, zoals 2025-11-03.", en: "Write year-month-day, like 2025-11-03.")
        case .notAQuarter: Text(nl: "Schrijf het zoals 2025-Q1.", en: "Write it like 2025-Q1.")
        case .notAnOption(_, let options, let suggestion):
            meant(suggestion)
                ?? Text(
                    nl: "Kies uit \(options.joined(separator: ", ")).",
                    en: "Choose from \(options.joined(separator: ", "))."
                )
        case .outOfRange: Text(nl: "Vul een ander getal in.", en: "Fill in another number.")
        case .notPostcodes:
            Text(
                nl: "Schrijf vier cijfers of een reeks, zoals 2400-2409.",
                en: "Write four digits or a range, like 2400-2409."
            )
        case .notSBI:
            Text(
                nl: "Schrijf twee tot zes cijfers, tussen aanhalingstekens.",
                en: "Write two to six digits, in quotes."
            )
        case .picture(let fault): fault.advice
        case .notAWebsite: Text(nl: "Begin met https://.", en: "Start with https://.")
        default: nil
        }
    }

    private var fitAdvice: Text? {
        switch self {
        case .duplicateCode: Text(nl: "Geef een van beide een andere code.", en: "Give one of them another code.")
        case .duplicateEntry: Text(nl: "Haal er een weg.", en: "Remove one of them.")
        case .unknownReference(_, let kind, let suggestion):
            meant(suggestion)
                ?? Text(
                    nl: "Neem een code uit \(kind.file), of voeg hem daar toe.",
                    en: "Use a code from \(kind.file), or add it there."
                )
        case .splitDoesNotAddUp, .planDoesNotAddUp, .partExceedsWhole:
            Text(nl: "Controleer de getallen.", en: "Check the numbers.")
        case .splitOutsideAreas:
            Text(
                nl: "Voeg het gebied toe bij areas, of haal het hier weg.",
                en: "Add the area to areas, or remove it here."
            )
        case .partCountsSomethingElse: Text(nl: "Haal part_of weg.", en: "Remove part_of.")
        case .circle: Text(nl: "Haal een van deze verwijzingen weg.", en: "Remove one of these references.")
        case .partOfMunicipality:
            Text(nl: "Kies een regio of een provincie.", en: "Choose a region or a province.")
        case .overlappingPostcodes:
            Text(nl: "Laat elke postcode bij één gemeente horen.", en: "Let each postcode belong to one municipality.")
        case .outsidePeriod: Text(nl: "Pas het kwartaal of de periode aan.", en: "Change the quarter or the period.")
        case .endsBeforeItStarts: Text(nl: "Draai ze om.", en: "Swap them.")
        case .followsUpLater: Text(nl: "Noem een eerder kwartaal.", en: "Name an earlier quarter.")
        case .outsideLine:
            Text(
                nl: "Kies een dag in de looptijd, of maak die langer.",
                en: "Choose a day in the period, or make that longer."
            )
        case .notOfKind(let key, _): Text(nl: "Haal \(key) weg.", en: "Remove \(key).")
        case .cannotName: Text(nl: "Zet een ander veld voorop.", en: "Put another field first.")
        case .notComparable:
            Text(
                nl: "Vergelijk twee keuzes, twee getallen of twee dagen of periodes.",
                en: "Compare two choices, two numbers, or two days or periods."
            )
        case .nothingInCommon:
            Text(nl: "Geef de keuzes dezelfde codes.", en: "Give the options the same codes.")
        case .notForShare(let key, _): Text(nl: "Haal \(key) weg.", en: "Remove \(key).")
        case .notTogether(let first, let second):
            Text(nl: "Kies \(first) of \(second).", en: "Choose \(first) or \(second).")
        case .sharesWithItself:
            Text(nl: "Noem het id van een ander programma.", en: "Name the id of another programme.")
        case .validUntilBeforeChecked: Text(nl: "Controleer beide dagen.", en: "Check both days.")
        case .stepWithoutRung: Text(nl: "Voeg de trede toe bij ladder.", en: "Add the step to ladder.")
        case .noCoreActivity:
            Text(nl: "Zet core: true bij ten minste één activiteit.", en: "Put core: true at one activity at least.")
        case .selectsNothing: Text(nl: "Maak de keuze ruimer.", en: "Make the choice wider.")
        case .asksTooMany: Text(nl: "Verlaag at_least.", en: "Lower at_least.")
        case .unknownPlaceholder, .placeholderNeverFilled:
            Text(
                nl: "Gebruik {activities} bij ambition of doing, en {needs} bij need. In een mail: "
                    + "\(MailTemplate.placeholderList).",
                en: "Use {activities} with ambition or doing, and {needs} with need. In a mail: "
                    + "\(MailTemplate.placeholderList)."
            )
        case .missingPlaceholder(let name):
            Text(nl: "Zet {\(name)} in beide talen.", en: "Put {\(name)} in both languages.")
        case .placeholdersDiffer:
            Text(nl: "Gebruik in beide talen dezelfde.", en: "Use the same in both languages.")
        default: nil
        }
    }

    private func meant(_ suggestion: String?) -> Text? {
        suggestion.map { Text(nl: "Bedoelt u \($0)?", en: "Do you mean \($0)?") }
    }
}

extension PackKind {
    /// `geen` goes before it in Dutch.
    var noun: Text {
        switch self {
        case .partner: Text(nl: "partner", en: "partner")
        case .sector: Text(nl: "sector", en: "sector")
        case .area: Text(nl: "gebied", en: "area")
        case .target: Text(nl: "doel", en: "target")
        case .phase: Text(nl: "fase", en: "phase")
        case .theme: Text(nl: "thema", en: "theme")
        case .activity: Text(nl: "activiteit", en: "activity")
        case .need: Text(nl: "behoefte", en: "need")
        case .initiative: Text(nl: "initiatief", en: "initiative")
        case .organisation: Text(nl: "organisatie", en: "organisation")
        case .planTheme: Text(nl: "thema", en: "theme")
        case .line: Text(nl: "actielijn", en: "action line")
        case .step: Text(nl: "stap", en: "step")
        case .result: Text(nl: "resultaat", en: "result")
        case .body: Text(nl: "overleg", en: "body")
        case .funding: Text(nl: "bedrag", en: "amount")
        case .register: Text(nl: "register", en: "register")
        case .field: Text(nl: "veld", en: "field")
        case .state: Text(nl: "stand", en: "state")
        case .option: Text(nl: "keuze", en: "option")
        case .pairing: Text(nl: "koppeling", en: "pairing")
        case .source: Text(nl: "bron", en: "source")
        case .post: Text(nl: "post", en: "post")
        case .hourRole: Text(nl: "functie", en: "role")
        case .promise: Text(nl: "toezegging", en: "promise")
        case .standardText: Text(nl: "tekst", en: "text")
        case .share: Text(nl: "afspraak over delen", en: "agreement on sharing")
        }
    }

    var other: Text {
        switch self {
        case .area, .target, .theme, .initiative, .planTheme, .result, .body, .funding, .register,
            .field:
            Text(nl: "een ander \(noun.nl)", en: "another \(noun.en)")
        default: Text(nl: "een andere \(noun.nl)", en: "another \(noun.en)")
        }
    }
}

extension PackShape {
    var noun: Text {
        switch self {
        case .map: Text(nl: "een groep sleutels", en: "a group of keys")
        case .list: Text(nl: "een lijst", en: "a list")
        case .text: Text(nl: "een tekst", en: "a text")
        case .number: Text(nl: "een heel getal", en: "a whole number")
        case .yesOrNo: Text(nl: "true of false", en: "true or false")
        }
    }

    var example: Text {
        switch self {
        case .map: Text(nl: "Schrijf sleutel: waarde, ingesprongen.", en: "Write key: value, indented.")
        case .list:
            Text(
                nl: "Begin elke regel met een streepje, of schrijf [a, b].",
                en: "Start each line with a dash, or write [a, b]."
            )
        case .text:
            Text(
                nl: "Schrijf één tekst, zo nodig tussen aanhalingstekens.",
                en: "Write one text, in quotes where needed."
            )
        case .number:
            Text(nl: "Schrijf alleen cijfers, zonder aanhalingstekens.", en: "Write digits only, without quotes.")
        case .yesOrNo:
            Text(nl: "Schrijf true of false, zonder aanhalingstekens.", en: "Write true or false, without quotes.")
        }
    }
}

extension Target.Counted {
    var noun: Text {
        switch self {
        case .conversations: Text(nl: "gesprekken", en: "conversations")
        case .referrals: Text(nl: "koppelingen", en: "referrals")
        case .sessions: Text(nl: "sessies", en: "sessions")
        }
    }
}

extension PostcodeRange {
    var written: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
