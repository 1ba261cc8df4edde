/// The 13 characters the authority gives an evaluating body (备案码), with which its certificate numbers begin.
///
/// 人社鉴发〔2019〕2号: Y (employer) or S (training body), 4 digits of the ministry, 2 of the province, 6 in the province.
package struct AgencyCode: Hashable, Sendable {
    /// The 13 characters in capitals.
    package let text: String

    /// Reads a code as people type it; throws what is wrong with it.
    package init(_ text: String) throws(IdentifierError) {
        let text = Normalised.identifier(text)
        guard !text.isEmpty else { throw .empty }
        guard text.count == 13 else { throw .length(expected: 13, found: text.count) }
        for (index, character) in text.enumerated() {
            guard index == 0 ? "YS".contains(character) : character.digit != nil else {
                throw .character(at: index + 1)
            }
        }
        self.text = text
    }

    /// Reads a code that stands in its one form already, as nearly all do that are read back; nil for any other text.
    init?(exact text: ArraySlice<UInt8>) {
        guard text.count == 13, text.first == UInt8(ascii: "Y") || text.first == UInt8(ascii: "S"),
            text.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.text = String(decoding: text, as: UTF8.self)
    }
}

extension AgencyCode: CustomStringConvertible {
    package var description: String { text }
}

extension AgencyCode: TextIdentifier {}
