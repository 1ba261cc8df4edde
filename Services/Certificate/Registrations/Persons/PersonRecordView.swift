import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// What the talent database records of one person, and what was found and corrected on the way.
struct PersonRecordView: Encodable {
    /// Whether somebody objected to the name, or to the list as a whole, while it was public or after.
    enum Objection: String, Encodable {
        case none, open, closed, upheld
    }

    struct Prior: Encodable {
        /// Its ends only.
        let number: String?
        let level: String?
        let issuedOn: LocalDate?
        let issuer: String?
    }

    struct Score: Encodable {
        let method: String
        /// Points of 100, with two decimals.
        let points: String
    }

    struct Publicity: Encodable {
        let notice: String
        let publishedOn: LocalDate
        let lastDay: LocalDate
        let objection: Objection
    }

    struct Determination: Encodable {
        let id: String
        let on: LocalDate
        let authorisedBy: String?
        let paperNumber: String?
        let paperDate: LocalDate?
    }

    struct Finding: Encodable {
        let field: RecordField?
        let fieldName: String?
        let reason: String
    }

    struct Change: Encodable {
        let field: RecordField
        let fieldName: String
        let before: String?
        let after: String?
        let by: String
        let at: Date
        /// Whether it was made since the registration was handed in before the last time.
        let isNew: Bool
    }

    let id: ID<Certificate>
    let registration: ID<Registration>
    let person: String
    let agencyCode: String
    let filing: RegistrationView.Filing
    let round: String?
    let name: String
    let gender: String?
    let document: CertificateView.Document?
    let telephone: String?
    let education: String?
    let unit: String
    let position: String?
    let prior: Prior?
    let seniorSince: LocalDate?
    let seniorYears: Int?
    let honours: String?
    let occupation: Occupation
    let level: String
    let levelCode: String
    let scores: [Score]
    let publicity: Publicity?
    let determination: Determination
    let state: Certificate.Stage?
    let number: String?
    let issuedOn: LocalDate?
    /// The fields the talent database asks for that are empty.
    let missing: [RecordField]
    /// What an office wants corrected now.
    let findings: [Finding]
    let changes: [Change]

    init(
        _ registration: Stored<Registration>,
        _ batch: Batch,
        _ certificate: Stored<Certificate>,
        _ holding: Holding,
        identity: PersonIdentity?,
        filing: FiledAgencyStore.Entry?,
        objection: Objection,
        changes: [(row: PersonChangeStore.Row, words: PersonChangeStore.Words)]
    ) throws {
        let words = identity.map { PersonWords(holding, $0) }
        let record = identity?.record
        id = ID(certificate.id)
        self.registration = ID(registration.id)
        person = holding.person.lowercase
        agencyCode = batch.agencyCode
        self.filing = RegistrationView.Filing(batch.filing, filing)
        round = batch.background?.round.lowercase
        name = holding.name
        gender = words?.gender
        document = identity.map {
            .init(type: $0.documentType, number: Masking.documentNumber($0.documentNumber))
        }
        telephone = words?.shown(.telephone)
        education = record?.education
        unit = holding.unit
        position = record?.position
        prior = record?.prior.map {
            Prior(
                number: words?.shown(.priorNumber),
                level: $0.level,
                issuedOn: $0.issuedOn,
                issuer: $0.issuer
            )
        }
        seniorSince = record?.seniorSince
        seniorYears = record?.seniorYears
        honours = record?.honours
        occupation = holding.occupation
        level = holding.level.chinese
        let number = certificate.state.number
        levelCode = String(
            number?.level ?? CertificateNumber.levelCharacter(of: holding.level, on: batch.determinedOn)
        )
        scores = (record?.scores ?? []).map { Score(method: $0.method, points: Self.points($0.hundredths)) }
        publicity = batch.background.map {
            Publicity(
                notice: $0.notice.lowercase,
                publishedOn: $0.publishedOn,
                lastDay: $0.lastDay,
                objection: objection
            )
        }
        determination = Determination(
            id: batch.determination.lowercase,
            on: batch.determinedOn,
            authorisedBy: batch.background?.authorisedBy,
            paperNumber: batch.background?.paperNumber,
            paperDate: batch.background?.paperDate
        )
        state = certificate.state.stage
        self.number = number?.text
        issuedOn = certificate.state.issuedOn
        missing = words?.missing ?? []
        findings = (registration.state.correction?.persons ?? []).filter { $0.person == holding.person }.map {
            Finding(field: $0.field, fieldName: $0.field?.chinese, reason: $0.reason)
        }
        // While it is handed in, what came with it is new; before that, what will come.
        let count = batch.submissions.count
        let latest = registration.state.isEnterprisesTurn ? count : count - 1
        self.changes = changes.map { row, words in
            Change(
                field: row.field,
                fieldName: row.field.chinese,
                before: PersonWords.shown(words.before, of: row.field),
                after: PersonWords.shown(words.after, of: row.field),
                by: row.by,
                at: row.at,
                isNew: row.submissions == latest
            )
        }
    }

    /// `8550` as 85.50.
    private static func points(_ hundredths: Int) -> String {
        let (points, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return "\(points).\(rest < 10 ? "0" : "")\(rest)"
    }
}
