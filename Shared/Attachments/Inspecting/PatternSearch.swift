/// Looks for a few byte patterns in content that comes piece by piece.
struct PatternSearch {
    private let patterns: [[UInt8]]
    private let longest: Int
    private let ignoresCase: Bool
    /// Which bytes a pattern begins with.
    private var begins = [Bool](repeating: false, count: 256)
    private var tail: [UInt8] = []
    /// The patterns seen so far, by their places in the list.
    private(set) var found: Set<Int> = []

    /// Patterns of ASCII letters are given in lower case where case is ignored.
    init(_ patterns: [[UInt8]], ignoringCase ignoresCase: Bool = false) {
        self.patterns = patterns
        self.ignoresCase = ignoresCase
        longest = patterns.map(\.count).max() ?? 1
        for pattern in patterns { begins[Int(pattern.first ?? 0)] = true }
    }

    mutating func take(_ bytes: [UInt8]) {
        var bytes = tail + bytes
        if ignoresCase {
            for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
        }
        for start in bytes.indices where begins[Int(bytes[start])] {
            for (number, pattern) in patterns.enumerated() where !found.contains(number) {
                if Self.matches(pattern, bytes, at: start) { found.insert(number) }
            }
        }
        tail = Array(bytes.suffix(longest - 1))
    }

    private static func matches(_ pattern: [UInt8], _ bytes: [UInt8], at start: Int) -> Bool {
        guard start + pattern.count <= bytes.count else { return false }
        for offset in pattern.indices where bytes[start + offset] != pattern[offset] { return false }
        return true
    }
}
