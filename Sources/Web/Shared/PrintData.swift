import Foundation

/// What a document carries with it, because it may not be fetched.
enum PrintData {
    static func address(_ type: String, _ bytes: [UInt8]) -> String {
        "data:\(type);base64,\(Data(bytes).base64EncodedString())"
    }
}
