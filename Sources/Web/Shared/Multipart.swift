import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A form with a file in it, as browsers send it (RFC 7578). Read in full, up to a limit.
struct Multipart: Sendable {
    struct Part: Sendable {
        let name: String
        let fileName: String?
        let bytes: [UInt8]
    }

    let parts: [Part]

    /// `nil` when `body` is not divided by `boundary`.
    init?(_ body: [UInt8], boundary: String) {
        let delimiter = Array("--\(boundary)".utf8)
        guard !boundary.isEmpty, body.starts(with: delimiter) else { return nil }
        var parts: [Part] = []
        var position = delimiter.count
        while let end = Self.find(Array("\r\n".utf8) + delimiter, in: body, from: max(position, 0)) {
            if let part = Self.part(body[position..<end]) { parts.append(part) }
            position = end + 2 + delimiter.count
        }
        self.parts = parts
    }

    subscript(name: String) -> Part? { parts.first { $0.name == name } }

    func text(_ name: String) -> String { self[name].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

    private static func part(_ bytes: ArraySlice<UInt8>) -> Part? {
        let content = Array(bytes)
        guard let blank = find(Array("\r\n\r\n".utf8), in: content, from: 0), blank < 8192 else { return nil }
        let headers = String(decoding: content[..<blank], as: UTF8.self).split(separator: "\r\n")
        guard
            let disposition = headers.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { return nil }
        return Part(name: name, fileName: parameter("filename", of: disposition), bytes: Array(content[(blank + 4)...]))
    }

    private static func parameter(_ name: String, of header: Substring) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name else { continue }
            let value = pair[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
            return value.removingPercentEncoding ?? value
        }
        return nil
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, bytes.count >= pattern.count, start <= bytes.count - pattern.count else {
            return nil
        }
        return bytes.withUnsafeBufferPointer { buffer in
            var index = start
            while index <= buffer.count - pattern.count {
                if buffer[index] == first, pattern.indices.allSatisfy({ buffer[index + $0] == pattern[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}

extension Request {
    /// - Throws: `PageProblem.tooLarge`, `PageProblem.unreadableForm`.
    func multipart(upTo limit: Int) async throws -> Multipart {
        let type = headers[.contentType] ?? ""
        guard type.hasPrefix("multipart/form-data"), let mark = type.range(of: "boundary=") else {
            throw PageProblem.unreadableForm
        }
        let boundary = type[mark.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: ["\"", " "])
        var bytes: [UInt8] = []
        for try await chunk in body {
            guard bytes.count + chunk.readableBytes <= limit else { throw PageProblem.tooLarge }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        guard let form = Multipart(bytes, boundary: boundary) else { throw PageProblem.unreadableForm }
        return form
    }
}
