import Fieldwork
import Kernel

extension PhotoProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Deze foto is er niet (meer).", en: "This photo is not there (any more).")
        case .notAPhoto:
            Text(
                nl: "Dit is geen foto die we kunnen tonen. Kies een JPEG of PNG.",
                en: "This is no photo that we can show. Choose a JPEG or PNG."
            )
        case .tooLarge:
            Text(
                nl: "Deze foto is te groot: hoogstens \(ExamplePhoto.sizeLimit / 1_000_000) MB. Maak hem kleiner.",
                en: "This photo is too large: \(ExamplePhoto.sizeLimit / 1_000_000) MB at most. Make it smaller."
            )
        case .tooMany:
            Text(
                nl: "Bij een voorbeeld passen \(ExamplePhoto.countLimit) foto's. Haal er eerst een weg.",
                en: "An example has room for \(ExamplePhoto.countLimit) photos. Remove one first."
            )
        case .muddled:
            Text(nl: "De foto kwam verminkt aan. Stuur hem opnieuw.", en: "The photo arrived mangled. Send it again.")
        }
    }
}
