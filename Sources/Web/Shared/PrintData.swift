import Foundation

/// What a printed document carries with it: the printer fetches nothing.
enum PrintData {
    static func address(_ type: String, _ bytes: [UInt8]) -> String {
        "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }
}
