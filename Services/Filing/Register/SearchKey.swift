import Kernel

/// How parts of names are found: by their characters and pairs of characters, which an index holds, and then in full.
///
/// Chinese has no spaces between words, so any part of a name may be looked for.
struct SearchKey: Hashable, Sendable {
    /// The text in half-width characters and capitals, without spaces.
    let text: String

    /// The key of a text.
    init(_ text: String) { self.text = Normalised.identifier(text) }

    /// Every character and every two neighbours, each once: what an entry is found by.
    var pairs: [String] {
        let characters = Array(text)
        let twos = zip(characters, characters.dropFirst()).map { String([$0, $1]) }
        return Set(characters.map { String($0) } + twos).sorted()
    }

    /// What an entry must have where this is looked for: the pairs, or the one character there is.
    var wanted: [String] {
        let characters = Array(text.prefix(40))
        guard characters.count > 1 else { return characters.map { String($0) } }
        let all = Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
        // What nearly every name has tells nothing, as long as there is something else.
        let telling = all.subtracting(Self.usual)
        return (telling.isEmpty ? all : telling).sorted()
    }

    private static let usual: Set<String> = ["有限", "限公", "公司", "责任", "限责", "任公", "股份", "份有", "集团", "滨州", "山东"]
}
