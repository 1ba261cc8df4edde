import Foundation

/// What in a contact could be told in a text: its numbers and addresses, however they are written.
///
/// Full-width forms, spaces, hyphens and invisible characters hide nothing. Numbers of fewer than six digits are no
/// contact's: days, amounts and rooms have as many.
struct ContactTraces {
    private static let fewestDigits = 6

    private let contact: Plain
    /// A word or two, like `办公室`, is no contact that could be told.
    private let isLong: Bool

    init(_ contact: String) {
        self.contact = Plain(contact)
        isLong = contact.count >= Self.fewestDigits
    }

    /// Whether a text tells the contact, a number of it or an address of it.
    func areFound(in text: String) -> Bool {
        let text = Plain(text)
        if isLong, text.joined.contains(contact.joined) { return true }
        if contact.addresses.contains(where: text.joined.contains) { return true }
        return contact.numbers.contains { number in
            text.numbers.contains { $0.contains(number) || number.contains($0) }
        }
    }

    /// A text in the one form in which texts are compared.
    private struct Plain {
        /// Without spaces, hyphens and what is invisible, in lower case.
        let joined: String
        /// The runs of digits, as they stand and with what groups them taken away.
        let numbers: Set<String>
        /// The mail addresses, as ``joined`` has them.
        let addresses: [String]

        init(_ text: String) {
            // NFKC makes full-width forms and circled digits those everybody types.
            let text = text.precomposedStringWithCompatibilityMapping.lowercased()
            joined = Self.joined(text)
            numbers = Set(Self.runs(in: text) + Self.runs(in: joined))
            addresses = text.matches(of: /[a-z0-9._%+\-]+@[a-z0-9.\-]+/).map { Self.joined(String($0.output)) }
        }

        private static func joined(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { scalar in
                        let properties = scalar.properties
                        return !properties.isWhitespace && !properties.isDash
                            && !properties.isDefaultIgnorableCodePoint
                    }
                )
            )
        }

        private static func runs(in text: String) -> [String] {
            text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                .filter { $0.count >= ContactTraces.fewestDigits }
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
