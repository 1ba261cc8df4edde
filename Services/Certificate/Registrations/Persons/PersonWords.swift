import CertificateDomain
import Contracts
import Kernel

/// All a record says of a person, field by field.
struct PersonWords {
    static let citizenCard = "居民身份证"

    private(set) var holding: Holding
    private(set) var identity: PersonIdentity

    init(_ holding: Holding, _ identity: PersonIdentity) {
        self.holding = holding
        self.identity = identity
    }

    /// What a field says; nil where it is empty, and of photos.
    subscript(field: RecordField) -> String? {
        let record = identity.record
        return switch field {
        case .name: holding.name
        case .documentType: identity.documentType
        case .documentNumber: identity.documentNumber
        case .unit: holding.unit
        case .specialty: holding.occupation.specialty
        case .education: record?.education
        case .telephone: record?.telephone
        case .position: record?.position
        case .priorNumber: record?.prior?.number
        case .priorLevel: record?.prior?.level
        case .priorIssuedOn: record?.prior?.issuedOn?.description
        case .priorIssuer: record?.prior?.issuer
        case .seniorSince: record?.seniorSince?.description
        case .honours: record?.honours
        case .photo: nil
        }
    }

    /// What a field says as an auditor sees it: numbers of persons with their ends alone.
    func shown(_ field: RecordField) -> String? { Self.shown(self[field], of: field) }

    static func shown(_ words: String?, of field: RecordField) -> String? {
        field.isMasked ? words.map(Masking.documentNumber) : words
    }

    /// The fields the talent database asks for that are empty.
    var missing: [RecordField] {
        RecordField.allCases.filter { $0 != .photo && $0 != .specialty && $0 != .honours && self[$0] == nil }
    }

    /// 性别, as the citizen's number tells; nil for other documents.
    var gender: String? {
        guard identity.documentType == Self.citizenCard, let id = try? CitizenID(identity.documentNumber),
            let digit = id.text.dropLast().last?.wholeNumberValue
        else { return nil }
        return digit.isMultiple(of: 2) ? "女" : "男"
    }

    /// The same as corrected.
    func corrected(by corrections: PersonCorrections) -> PersonWords {
        func word(_ field: RecordField) -> String? { corrections.words[field] ?? self[field] }
        var record = identity.record ?? PersonRecord()
        record.education = word(.education)
        record.telephone = word(.telephone)
        record.position = word(.position)
        record.honours = word(.honours)
        record.seniorSince = word(.seniorSince).flatMap { LocalDate($0) }
        let prior = PersonRecord.Prior(
            number: word(.priorNumber),
            level: word(.priorLevel),
            issuedOn: word(.priorIssuedOn).flatMap { LocalDate($0) },
            issuer: word(.priorIssuer)
        )
        record.prior = prior == PersonRecord.Prior(number: nil, level: nil, issuedOn: nil, issuer: nil) ? nil : prior
        let occupation = Occupation(
            code: holding.occupation.code,
            edition: holding.occupation.edition,
            name: holding.occupation.name,
            specialty: word(.specialty)
        )
        let type = word(.documentType) ?? identity.documentType
        let number = word(.documentNumber) ?? identity.documentNumber
        var words = self
        words.holding = holding.corrected(name: word(.name), unit: word(.unit), occupation: occupation)
        words.identity = PersonIdentity(
            documentType: type,
            documentNumber: type == Self.citizenCard ? Normalised.identifier(number) : number,
            record: record == PersonRecord() ? nil : record
        )
        return words
    }
}
