/// A file that somebody adds to something (*bestand*): a signed page, a report, a photo of a place.
package struct KeptFile: Equatable, Sendable {
    package typealias ID = Kernel.ID<KeptFile>

    /// What may be kept: nothing that runs by itself.
    package enum Kind: String, CaseIterable, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case pdf = "application/pdf"
        case docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case odt = "application/vnd.oasis.opendocument.text"
        case ods = "application/vnd.oasis.opendocument.spreadsheet"
        case csv = "text/csv"
        case txt = "text/plain"

        package var isImage: Bool { self == .jpeg || self == .png }

        /// What a file with that name has to be, as far as its beginning says so too.
        init?(name: String, bytes: [UInt8]) {
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            guard let kind = Self.allCases.first(where: { "\($0)" == (ending == "jpg" ? "jpeg" : ending) }) else {
                return nil
            }
            let isSo =
                switch kind {
                case .jpeg, .png: true
                case .pdf: bytes.starts(with: "%PDF-".utf8)
                case .docx, .xlsx, .pptx, .odt, .ods: bytes.starts(with: "PK\u{3}\u{4}".utf8)
                case .csv, .txt: !bytes.contains(0)
                }
            guard isSo else { return nil }
            self = kind
        }
    }

    package let id: ID
    /// As it was called where it came from, on one line.
    package let name: String
    package let kind: Kind
    /// In bytes.
    package let size: Int

    /// Bytes.
    package static let sizeLimit = 10_000_000

    /// A file as it came in, and its bytes as they are kept: a photo without where and with what it was made.
    ///
    /// - Throws: ``FileProblem``.
    package static func read(
        _ bytes: [UInt8],
        name: String,
        as id: ID
    ) throws(FileProblem) -> (file: KeptFile, bytes: [UInt8]) {
        guard bytes.count <= sizeLimit else { throw .tooLarge }
        // Some browsers send the folders too.
        let name = name.split { $0 == "/" || $0 == "\\" }.last.flatMap { String($0).cleanedLine } ?? ""
        if let image = RasterImage(bytes) {
            let kind: Kind = image.kind == .jpeg ? .jpeg : .png
            return (
                KeptFile(id: id, name: name.nonEmpty ?? "\(kind)", kind: kind, size: image.bytes.count), image.bytes
            )
        }
        guard !bytes.isEmpty, let kind = Kind(name: name, bytes: bytes), !kind.isImage else { throw .notAFile }
        return (KeptFile(id: id, name: name, kind: kind, size: bytes.count), bytes)
    }

    /// Whether they may be the same, as far as can be seen from outside.
    package func isLike(_ other: KeptFile) -> Bool { (name, kind, size) == (other.name, other.kind, other.size) }

    package init(id: ID, name: String, kind: Kind, size: Int) {
        (self.id, self.kind, self.size) = (id, kind, size)
        // What it ends with is what it is.
        self.name = String(name.suffix(100))
    }
}

package enum FileProblem: Problem, Equatable {
    /// Nothing was chosen, or it is no kind of file that is kept.
    case notAFile
    case tooLarge

    package var kind: ProblemKind { .invalid }

    package var code: String {
        switch self {
        case .notAFile: "file.not-a-file"
        case .tooLarge: "file.too-large"
        }
    }
}
