/// Whose requests are counted together, by the address they come from.
///
/// One household or office is given a whole IPv6 network to choose addresses in, usually a /64 and up to a /48. So an IPv6
/// address counts as its /64, and the /64s of one /48 have a limit together, eight times as high. An IPv4 address counts by
/// itself, also where it is written as IPv6.
package enum ClientNetwork {
    /// How many /64s of one /48 may each ask as often as one alone.
    package static let networksOfSite = 8

    /// What an address is counted as, and how many times a single one's requests that may ask.
    package static func counted(_ address: String) -> [(name: String, times: Int)] {
        guard let bytes = bytes(ofIPv6: address) else { return [(address, 1)] }
        if bytes.starts(with: mapped) { return [(bytes[12...].map { "\($0)" }.joined(separator: "."), 1)] }
        return [("\(hex(bytes.prefix(8)))/64", 1), ("\(hex(bytes.prefix(6)))/48", networksOfSite)]
    }

    /// `::ffff:` before an IPv4 address.
    private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xff, 0xff]

    private static func bytes(ofIPv6 address: String) -> [UInt8]? {
        let text = address.prefix { $0 != "%" }
        guard text.contains(":") else { return nil }
        guard let gap = text.firstRange(of: "::") else { return groups(text).flatMap { $0.count == 16 ? $0 : nil } }
        guard let before = groups(text[..<gap.lowerBound]), let after = groups(text[gap.upperBound...]),
            before.count + after.count <= 14
        else { return nil }
        return before + Array(repeating: 0, count: 16 - before.count - after.count) + after
    }

    /// The bytes of groups of hexadecimal digits between colons, the last of which may be an IPv4 address.
    private static func groups(_ text: Substring) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        var bytes: [UInt8] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            if part.contains(".") {
                let numbers = part.split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
                guard numbers.count == 4 else { return nil }
                bytes += numbers
            } else {
                guard part.count <= 4, let number = UInt16(part, radix: 16) else { return nil }
                bytes += [UInt8(number >> 8), UInt8(number & 255)]
            }
        }
        return bytes
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
