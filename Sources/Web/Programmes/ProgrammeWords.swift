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

extension InvalidPack: ExplainedProblem {
    var explanation: Text {
        let lines = Language.allCases.map { language in issues.map { $0.line(in: language) }.joined(separator: "\n") }
        return Text(nl: "Dit pakket kan niet worden gebruikt.\n", en: "This pack cannot be used.\n")
            + Text(nl: lines[0], en: lines[1])
    }
}
