import Kernel
import Programmes

extension ProgrammeProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Dit programma bestaat niet.", en: "There is no such programme.")
        case .sheetVersionNotFound:
            Text(
                nl: "Deze versie van de praatplaat bestaat niet.",
                en: "There is no such version of the talking sheet."
            )
        case .initiativeNotFound:
            Text(
                nl: "Dit initiatief staat niet in het programma. Misschien is het eruit gehaald.",
                en: "This initiative is not in the programme. It may have been removed."
            )
        case .noPictureDraft:
            Text(
                nl: "Er staat geen plaat klaar. Stuur er eerst een.",
                en: "No picture is being prepared. Send one first."
            )
        case .sheetConflict(let conflicts):
            Text(
                nl: "De praatplaat past niet op die in gebruik is. "
                    + conflicts.map(\.explanation.nl).joined(separator: " "),
                en: "The talking sheet does not fit the one in use. "
                    + conflicts.map(\.explanation.en).joined(separator: " ")
            )
        }
    }
}

extension InvalidPicture: ExplainedProblem {
    var explanation: Text {
        issues.map(\.explanation).reduce(Text(nl: "Deze plaat kan niet.", en: "This picture cannot be used.")) {
            $0 + Text(same: "\n") + $1
        }
    }
}

extension InvalidPicture.Issue: ExplainedIssue {
    var field: String {
        switch fault {
        case .noZone(let theme, _), .zoneOutside(let theme, _): "links-\(theme)"
        default: "bestand"
        }
    }

    var explanation: Text {
        let place = line.map { Text(nl: "Regel \($0): ", en: "Line \($0): ") } ?? Text(same: "")
        return place + fault.explanation + Text(same: " ") + fault.advice
    }
}

extension InvalidPack: ExplainedProblem {
    var explanation: Text {
        let lines = Language.allCases.map { language in issues.map { $0.line(in: language) }.joined(separator: "\n") }
        return Text(nl: "Dit pakket kan niet worden gebruikt.\n", en: "This pack cannot be used.\n")
            + Text(nl: lines[0], en: lines[1])
    }
}
