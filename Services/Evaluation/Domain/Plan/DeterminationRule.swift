/// When the enterprise's determination (企业确定获评人员) takes effect (notice, 四（三）).
package enum DeterminationRule: Hashable, Sendable {
    /// At once when publicity has run without objection, under an authority given beforehand.
    case onCompletion(authorisedBy: Authorisation)
    /// Once the named officer has signed.
    case signed(authorisedBy: Authorisation)

    /// Who determines for the enterprise.
    package var authorisedBy: Authorisation {
        switch self {
        case .onCompletion(let authorisation), .signed(let authorisation): authorisation
        }
    }

    /// Whether the officer signs.
    package var isSigned: Bool {
        switch self {
        case .onCompletion: false
        case .signed: true
        }
    }
}

/// Who may determine for the enterprise, and on what document.
package struct Authorisation: Codable, Hashable, Sendable {
    package let name: String
    package let office: String
    package let basis: String

    /// An authority, like 张某, 总经理, 《授权书》.
    package init(name: String, office: String, basis: String) {
        self.name = name
        self.office = office
        self.basis = basis
    }

    /// The authority in words, as a determination states it.
    package var chinese: String { "\(office)\(name)（\(basis)）" }
}

extension DeterminationRule: Codable {
    private enum Keys: String, CodingKey { case rule, authorisedBy }

    private enum Word: String, Codable {
        case onCompletion = "on-completion"
        case signed
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let authorisation = try container.decode(Authorisation.self, forKey: .authorisedBy)
        self =
            switch try container.decode(Word.self, forKey: .rule) {
            case .onCompletion: .onCompletion(authorisedBy: authorisation)
            case .signed: .signed(authorisedBy: authorisation)
            }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .onCompletion: try container.encode(Word.onCompletion, forKey: .rule)
        case .signed: try container.encode(Word.signed, forKey: .rule)
        }
        try container.encode(authorisedBy, forKey: .authorisedBy)
    }
}
