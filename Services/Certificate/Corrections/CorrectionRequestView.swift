import CertificateDomain
import Foundation
import Kernel
import Messaging

/// A correction of an issued certificate, as its enterprise and the offices see it; numbers of persons with their ends alone.
struct CorrectionRequestView: Encodable {
    struct Field: Encodable {
        let field: RecordField
        let fieldName: String
        let before: String?
        let after: String?
    }

    struct Decision: Encodable {
        let reason: String
        let by: String
        let on: LocalDate
    }

    let id: ID<CorrectionRequest>
    let certificate: ID<Certificate>
    let number: CertificateNumber
    let person: String
    let creditCode: String
    let state: CorrectionRequest.Stage
    let stateName: String
    let fields: [Field]
    let reason: String
    let askedBy: String
    let askedOn: LocalDate
    let decision: Decision?
    let version: Int

    init?(_ found: CorrectionRequestStore.Found) {
        let request = found.request
        guard let asked = request.state.asked, let stage = request.state.stage else { return nil }
        id = ID(request.id)
        certificate = ID(asked.certificate)
        number = asked.number
        person = asked.person.lowercase
        creditCode = asked.creditCode
        state = stage
        stateName = stage.chinese
        fields = asked.fields.map { field in
            Field(
                field: field,
                fieldName: field.chinese,
                before: PersonWords.shown(found.words[field]?.before, of: field),
                after: PersonWords.shown(found.words[field]?.after, of: field)
            )
        }
        reason = asked.reason
        askedBy = asked.by
        askedOn = asked.on
        decision = request.state.decision.map { Decision(reason: $0.reason, by: $0.by, on: $0.on) }
        version = request.newVersion
    }
}
