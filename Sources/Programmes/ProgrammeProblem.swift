package import Kernel

package enum ProgrammeProblem: Problem, Equatable {
    case notFound
    case sheetVersionNotFound
    case initiativeNotFound
    /// Nobody sent a picture, or it was used or thrown away meanwhile.
    case noPictureDraft
    /// The sheet cannot follow the one that is in use.
    case sheetConflict([SheetConflict])

    package var kind: ProblemKind {
        switch self {
        case .notFound, .sheetVersionNotFound, .initiativeNotFound: .notFound
        case .sheetConflict, .noPictureDraft: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "programme.not-found"
        case .sheetVersionNotFound: "programme.sheet-version-not-found"
        case .initiativeNotFound: "programme.initiative-not-found"
        case .noPictureDraft: "programme.no-picture-draft"
        case .sheetConflict: "programme.sheet-conflict"
        }
    }
}

/// One reason why a sheet cannot follow the one before it.
package enum SheetConflict: Hashable, Sendable {
    /// Something changed, but the version number is not higher than that of the sheet in use.
    case versionNotHigher(version: Int, inUse: Int)
    /// An activity of the sheet in use that is not on the new sheet and has no successor.
    case withoutSuccessor(Activity.ID)
    /// A successor that is not on the new sheet.
    case unknownSuccessor(Succession)
    /// A successor of something that was not on the sheet in use.
    case unknownPredecessor(Succession)
}
