/// What strangers and lists see of a person.
package enum Masking {
    /// A name with only its first and last character: 王*国, 李*, 欧**白.
    ///
    /// Characters are what a reader counts as one, also beyond the basic plane.
    package static func name(_ name: String) -> String {
        let characters = Array(name.filter { !$0.isWhitespace })
        guard let first = characters.first, let last = characters.last, characters.count > 1 else { return "*" }
        guard characters.count > 2 else { return "\(first)*" }
        return "\(first)\(String(repeating: "*", count: characters.count - 2))\(last)"
    }

    /// A document number with its first and last four characters, fewer where it is short.
    package static func documentNumber(_ number: String) -> String {
        let shown = number.count >= 12 ? 4 : number.count >= 6 ? 1 : 0
        let hidden = String(repeating: "*", count: number.count - 2 * shown)
        return "\(number.prefix(shown))\(hidden)\(number.suffix(shown))"
    }
}
