package import Kernel

/// The words stand here and not with the pages, because the command line says them too.
extension SheetConflict {
    package var explanation: Text {
        switch self {
        case .versionNotHigher(let version, let inUse):
            Text(
                nl: "De praatplaat is veranderd, maar heeft versie \(version) en in gebruik is versie \(inUse). "
                    + "Maak er versie \(inUse + 1) van.",
                en: "The talking sheet was changed, but has version \(version) while version \(inUse) is in use. "
                    + "Make it version \(inUse + 1)."
            )
        case .withoutSuccessor(let code):
            Text(
                nl: "Activiteit \(code) is verdwenen. Noem bij successors haar opvolger, of \"gone\".",
                en: "Activity \(code) has disappeared. Name its successor under successors, or \"gone\"."
            )
        case .unknownSuccessor(let succession):
            Text(
                nl:
                    "De opvolger \(succession.new?.description ?? "") van \(succession.old) staat niet op deze praatplaat.",
                en: "The successor \(succession.new?.description ?? "") of \(succession.old) is not on this sheet."
            )
        case .unknownPredecessor(let succession):
            Text(
                nl: "Activiteit \(succession.old) staat niet op de praatplaat in gebruik en heeft dus geen opvolger.",
                en: "Activity \(succession.old) is not on the sheet in use, so it has no successor."
            )
        }
    }
}
