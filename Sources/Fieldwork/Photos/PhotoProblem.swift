package import Kernel

package enum PhotoProblem: Problem, Equatable {
    case notFound
    case notAPhoto
    case tooLarge
    case tooMany
    /// What is said about the photo does not fit what was said before, or itself.
    case muddled

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .notAPhoto, .tooLarge, .tooMany, .muddled: .invalid
        }
    }

    package var code: String {
        switch self {
        case .notFound: "photo.not-found"
        case .notAPhoto: "photo.not-a-photo"
        case .tooLarge: "photo.too-large"
        case .tooMany: "photo.too-many"
        case .muddled: "photo.muddled"
        }
    }
}
