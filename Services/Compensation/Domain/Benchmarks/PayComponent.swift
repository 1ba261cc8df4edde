import Kernel

/// A part of pay by its code and name (岗位工资、绩效工资 …), never an amount.
package struct PayComponent: Hashable, Codable, Sendable {
    /// The enterprise's code of it.
    package let code: String
    package let name: String
    /// Whether it counts when the band is compared.
    package let counts: Bool

    /// A part of pay.
    package init(code: String, name: String, counts: Bool) {
        self.code = code
        self.name = name
        self.counts = counts
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, counts
    }

    /// Reads what was written before parts had codes too: the name alone, which counts.
    package init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(code: name, name: name, counts: true)
            return
        }
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let name = try members.decode(String.self, forKey: .name)
        self.init(
            code: try members.decodeIfPresent(String.self, forKey: .code) ?? name,
            name: name,
            counts: try members.decodeIfPresent(Bool.self, forKey: .counts) ?? true
        )
    }
}
