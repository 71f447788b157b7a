/// The proxies in front of us whose word about the client is believed (*vertrouwde proxy's*).
package struct TrustedProxies: Sendable, Equatable {
    private let ranges: [AddressRange]

    package init() {
        ranges = []
    }

    /// Addresses and ranges: `127.0.0.1`, `10.0.0.0/8`, `fd00::/8`.
    ///
    /// - Throws: ``InvalidAddressRange`` with everything that is neither.
    package init(_ texts: [String]) throws(InvalidAddressRange) {
        let parsed = texts.map { ($0, AddressRange($0)) }
        let wrong = parsed.filter { $0.1 == nil }.map(\.0)
        guard wrong.isEmpty else { throw InvalidAddressRange(texts: wrong) }
        ranges = parsed.compactMap(\.1)
    }

    /// Who is at the other end: the peer itself, unless it is a trusted proxy; then the last address in
    /// `X-Forwarded-For` that is not one of ours. What a client wrote there itself comes earlier, so nobody gets to
    /// choose an address.
    package func client(peer: String?, forwardedFor: [String]) -> String {
        guard let peer else { return "unknown" }
        guard trusts(peer) else { return peer }
        let hops = forwardedFor.flatMap { $0.split(separator: ",") }.map { $0.trimmingPrefix(while: \.isWhitespace) }
        var nearest = peer
        for hop in hops.reversed() {
            let text = String(hop.prefix { !$0.isWhitespace })
            guard NetworkAddress(text) != nil else { return nearest }
            nearest = text
            if !trusts(text) { return text }
        }
        return nearest
    }

    private func trusts(_ text: String) -> Bool {
        guard let address = NetworkAddress(text) else { return false }
        return ranges.contains { $0.contains(address) }
    }
}

package struct InvalidAddressRange: Error, Equatable {
    package let texts: [String]
}

/// An address of the internet protocol, as its bytes: four or sixteen.
package struct NetworkAddress: Equatable, Sendable {
    let bytes: [UInt8]

    package init?(_ text: String) {
        guard let bytes = Self.version4(text) ?? Self.version6(text) else { return nil }
        // ::ffff:127.0.0.1 is 127.0.0.1: what a socket for both kinds says of a version 4 client.
        let isMapped = bytes.count == 16 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10...11] == [255, 255]
        self.bytes = isMapped ? Array(bytes[12...]) : bytes
    }

    package var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    private static func version4(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { UInt8($0) }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func version6(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        guard text.contains(":"), let head = groups(halves[0]) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: Substring) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let last = version4(part) {
                bytes += last
            } else if let group = UInt16(part, radix: 16), part.count <= 4 {
                bytes += [UInt8(group >> 8), UInt8(truncatingIfNeeded: group)]
            } else {
                return nil
            }
        }
        return bytes
    }
}

private struct AddressRange: Equatable, Sendable {
    let base: NetworkAddress
    let length: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = NetworkAddress(String(parts[0])) else { return nil }
        let width = base.bytes.count * 8
        let length = parts.count == 2 ? Int(parts[1]) : width
        guard let length, (0...width).contains(length) else { return nil }
        self.base = base
        self.length = length
    }

    func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        return (0..<length).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return address.bytes[bit / 8] & mask == base.bytes[bit / 8] & mask
        }
    }
}
