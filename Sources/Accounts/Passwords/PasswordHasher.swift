import CLibArgon2
import Foundation
import Kernel

/// Turns passwords into what may be kept of them: Argon2id with a salt of its own, in the form that carries its
/// parameters along, so that they can be raised later.
package struct PasswordHasher: Sendable {
    package struct Cost: Sendable, Equatable {
        let kibibytes: UInt32
        let passes: UInt32

        /// What OWASP advises at least: 19 MiB, two passes.
        package static let standard = Cost(kibibytes: 19 * 1024, passes: 2)
        /// For tests, which hash often and protect nothing.
        package static let cheap = Cost(kibibytes: 64, passes: 1)
    }

    private let cost: Cost
    /// Hashing takes memory and a core for a while: it never runs on an event loop, and only so many run at once.
    private let queue: OperationQueue
    /// Longer than this, people would rather be told to come back.
    private static let longestQueue = 200
    private static let length = 32

    package init(cost: Cost = .standard, atOnce: Int = 2) {
        self.cost = cost
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = atOnce
    }

    /// - Throws: `AccountProblem.busy`.
    func hash(_ password: String, salt: [UInt8]) async throws -> String {
        let cost = cost
        let bytes = Array(PasswordRules.normalized(password).utf8)
        let encoded = try await run { () -> String? in
            let size = argon2_encodedlen(
                cost.passes,
                cost.kibibytes,
                1,
                UInt32(salt.count),
                UInt32(Self.length),
                Argon2_id
            )
            var text = [CChar](repeating: 0, count: size)
            let result = argon2id_hash_encoded(
                cost.passes,
                cost.kibibytes,
                1,
                bytes,
                bytes.count,
                salt,
                salt.count,
                Self.length,
                &text,
                size
            )
            guard result == ARGON2_OK.rawValue else { return nil }
            return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        guard let encoded else { throw AccountProblem.busy }
        return encoded
    }

    /// Takes as long for `nil`, somebody who has no password or does not exist, as for a wrong password.
    ///
    /// - Throws: `AccountProblem.busy`.
    func verify(_ password: String, against hash: String?) async throws -> Bool {
        // Nobody's hash may be longer, and it must not cost more than a password can.
        let bytes = Array(PasswordRules.normalized(String(password.prefix(PasswordRules.length.upperBound))).utf8)
        guard let hash else {
            _ = try await self.hash(password, salt: Array("no such account!".utf8))
            return false
        }
        return try await run { argon2id_verify(hash, bytes, bytes.count) == ARGON2_OK.rawValue }
    }

    /// Whether `hash` was made with less than is asked for now.
    func isOutdated(_ hash: String) -> Bool {
        !hash.contains("m=\(cost.kibibytes),t=\(cost.passes),p=1")
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
        guard queue.operationCount < Self.longestQueue else { throw AccountProblem.busy }
        return await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}
