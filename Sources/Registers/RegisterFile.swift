package import Kernel
package import Programmes

extension KeptFile {
    /// As an item keeps it.
    var stored: String { "\(id)\n\(kind.rawValue)\n\(size)\n\(name)" }

    init?(stored: String) {
        let parts = stored.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let id = ID(parts[0]), let kind = Kind(rawValue: parts[1]), let size = Int(parts[2])
        else { return nil }
        self.init(id: id, name: parts[3], kind: kind, size: size)
    }
}

extension RegisterItem {
    /// `nil` when there is none, or the field is for something else.
    package func file(at field: Register.Field) -> KeptFile? {
        if case .file(let file)? = value(field) { file } else { nil }
    }
}

/// A photo that everybody may see, and what it is of.
package struct PublicPhoto: Sendable {
    package let register: Register
    package let item: RegisterItem
    package let file: KeptFile
}
