import ArgumentParser
import Disclosure
import Foundation

/// Bundles of published tables, in files.
enum BundleFile {
    static func data(_ path: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read.")
        }
        return data
    }

    /// - Throws: in words, where in the file something is not as it has to be.
    static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data, from path: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw ValidationError("\(path): \(place(error))")
        }
    }

    private static func place(_ error: DecodingError) -> String {
        func at(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
            return path.isEmpty ? "the file" : String(path.drop { $0 == "." })
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(at(context)) has no \"\(key.stringValue)\"."
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(at(context)) is not what it has to be."
        case .dataCorrupted(let context): "\(at(context)) is not JSON."
        @unknown default: "the file is not a bundle."
        }
    }

    /// All problems, a line for each.
    static func explain(_ path: String, _ error: DisclosureProblems) -> ValidationError {
        let shown = error.problems.prefix(20).map { "  \($0)" }
        let more = error.problems.count > 20 ? ["  and \(error.problems.count - 20) more."] : []
        return ValidationError("\(path) cannot be used:\n\((shown + more).joined(separator: "\n"))")
    }
}
