import Hummingbird
import Kernel
import Markup

/// To choose a file of any kind that is kept.
struct KeptFileField: Component {
    let name: String
    /// As of a ``TextField``.
    var id: String?
    let caption: Text
    var hint: Text?
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        FileField(
            name: name,
            id: id,
            caption: caption,
            hint: hint
                ?? Text(
                    nl: "Een foto, PDF, Word, Excel of tekst, hooguit 10 MB.",
                    en: "A photo, PDF, Word, Excel or text, 10 MB at most."
                ),
            accept: (KeptFile.Kind.allCases.map { ".\($0)" } + [".jpg"]).joined(separator: ","),
            shrinksPhotos: true,
            issues: issues
        )
    }
}

/// A file by its name, with how large it is; a photo as a photo, without a name that a telephone gave it.
struct KeptFileLink: Component {
    let file: KeptFile
    /// What it belongs to.
    let title: String
    /// `nil` where it is only named.
    let path: String?

    var body: HTML {
        if let path {
            if file.kind.isImage {
                a(.href(path), .class("file-photo")) { FilePhoto(path: path, title: title) }
            } else {
                a(.href(path), .attribute("download", if: true)) { file.name }
                " "
                span(.class("muted small")) {
                    "("
                    HTML.number((file.size + 999) / 1000)
                    " kB)"
                }
            }
        } else {
            file.name
        }
    }
}

struct FilePhoto: Component {
    let path: String
    /// What it is of.
    let title: String

    var body: HTML {
        img(.src(path), .alt(Text(nl: "Foto van \(title)", en: "Photo of \(title)")), .attribute("loading", "lazy"))
    }
}

extension Response {
    /// A photo to look at; anything else to keep, because it comes from elsewhere and must not run here.
    static func file(_ file: KeptFile, _ bytes: [UInt8]) -> Response {
        switch file.kind {
        case .jpeg: .photo(.jpeg, bytes)
        case .png: .photo(.png, bytes)
        default: .download(bytes: bytes, name: file.name, type: file.kind.rawValue)
        }
    }
}

extension FileProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notAFile:
            Text(
                nl:
                    "Kies een foto (JPEG of PNG), een PDF, of een bestand van Word, Excel, PowerPoint of OpenDocument, of tekst.",
                en:
                    "Choose a photo (JPEG or PNG), a PDF, or a file of Word, Excel, PowerPoint or OpenDocument, or text."
            )
        case .tooLarge:
            Text(
                nl: "Dit bestand is groter dan 10 MB. Kies een kleiner bestand.",
                en: "This file is larger than 10 MB. Choose a smaller one."
            )
        }
    }
}
