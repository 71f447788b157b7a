import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Spreadsheet

extension Response {
    /// A PDF to look at, not to be kept by the browser. Its name is for who saves it, in plain letters.
    static func pdf(_ bytes: [UInt8], name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf",
                .contentDisposition: "inline; filename=\"\(name)\"",
                .cacheControl: "private, no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Events for a calendar program, under a name.
    static func calendar(_ events: [CalendarEvent], name: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/calendar; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: ICalendar.text(events, name: name)))
        )
    }

    /// A file for a spreadsheet program; its name without the ending.
    static func workbook(_ book: Workbook, name: String) throws -> Response {
        workbook(bytes: try book.bytes(), name: name)
    }

    static func workbook(bytes: [UInt8], name: String) -> Response {
        download(
            bytes: bytes,
            name: name + ".xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
    }

    static func download(_ text: String, name: String, type: String) -> Response {
        download(bytes: Array(text.utf8), name: name, type: type)
    }

    /// A file to keep, with its name as RFC 6266 wants it: plain for old browsers, and in full for the others.
    static func download(bytes: [UInt8], name: String, type: String) -> Response {
        let plain = name.unicodeScalars.map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-_.".unicodeScalars.contains(scalar))
                ? String(scalar) : "-"
        }.joined()
        let full = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii)) ?? plain
        return Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(full)",
                .cacheControl: "no-store",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension CharacterSet {
    fileprivate static let ascii = CharacterSet(charactersIn: UnicodeScalar(0)...UnicodeScalar(127))
}
