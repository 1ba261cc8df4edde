import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An item of treatment; no amount is in it.
struct TreatmentView: Encodable {
    let id: String
    let version: Int
    let appointment: String
    let person: String
    let creditCode: String
    let code: String
    let name: String
    let owedBy: TreatmentDebtor
    let dueOn: LocalDate
    let state: TreatmentItem.Stage
    /// Whether its day passed and it is still owed.
    let isOverdue: Bool
    let evidence: Evidence?
    let waiver: Waiver?

    struct Evidence: Encodable {
        let text: String
        let reference: String?
        /// The file's id and digest, and where its bytes are; missing where none was sent.
        let file: File?
        let grantedOn: LocalDate
        let recordedOn: LocalDate
    }

    struct File: Encodable {
        let id: String
        let sha256: String
        let content: String
    }

    struct Waiver: Encodable {
        let reason: String
        let on: LocalDate
    }

    init?(_ item: Stored<TreatmentItem>, today: LocalDate) {
        guard let owing = item.state.owing else { return nil }
        id = item.id.lowercase
        version = item.newVersion
        appointment = owing.appointment.lowercase
        person = owing.person.lowercase
        creditCode = owing.creditCode
        code = owing.code
        name = owing.name
        owedBy = owing.owedBy
        dueOn = owing.dueOn
        state = item.state.stage
        isOverdue = item.state.stage == .owed && owing.dueOn < today
        if case .done(_, let shown) = item.state {
            evidence = Evidence(
                text: shown.text,
                reference: shown.reference,
                file: shown.file.map { file in
                    File(
                        id: file.id.lowercase,
                        sha256: file.sha256,
                        content: "/attachments/\(file.id.lowercase)/content"
                    )
                },
                grantedOn: shown.grantedOn,
                recordedOn: shown.on
            )
        } else {
            evidence = nil
        }
        if case .waived(_, let said) = item.state {
            waiver = Waiver(reason: said.reason, on: said.on)
        } else {
            waiver = nil
        }
    }
}

/// How much one who owes is late with.
struct OverdueTreatment: Encodable {
    let party: String
    /// The department, missing of an enterprise.
    let department: String?
    /// The enterprise, missing of a department.
    let creditCode: String?
    let items: Int
    let oldestDueOn: String
}
