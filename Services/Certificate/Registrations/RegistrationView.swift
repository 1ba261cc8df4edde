import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// A registration as people see it.
struct RegistrationView: Encodable {
    struct Issuer: Encodable {
        let id: ID<Issuer>
        let creditCode: String
        let name: String
    }

    struct Filing: Encodable {
        let id: ID<Filing>
        let receiptNumber: String?
        let authority: String?
        /// The agency code the authority gave, to compare with the registration's; nil while it has not been heard.
        let agencyCode: String?
        /// Whether it is with the provincial centre; nil while it has not been heard.
        let isProvincial: Bool?

        init(_ filing: UUID, _ heard: FiledAgencyStore.Entry?) {
            id = ID(filing)
            receiptNumber = heard?.receiptNumber
            authority = heard?.authority
            agencyCode = heard?.agencyCode
            isProvincial = heard?.isProvincial
        }
    }

    /// Where the batch's audits are made and where its numbers come from.
    struct Order: Encodable {
        let basis: String
        let municipalAudit: RegistrationProcedure.Audit
        let provincialAudit: RegistrationProcedure.Audit
        let numbers: RegistrationProcedure.NumberSource
    }

    let id: ID<Registration>
    let determination: String
    let list: String
    let determinedOn: LocalDate
    let issuer: Issuer
    let agencyCode: String
    let filing: Filing
    let state: Registration.Stage
    let stateName: String
    let persons: Int
    let order: Order
    /// By when the enterprise has to act, while it is its turn.
    let due: DueView?
    let correction: CorrectionView?
    let submissions: [SubmissionView]
    let audits: [AuditView]
    /// The registration its persons were set apart from.
    let origin: String?
    let setApart: [SetApartView]
    /// Left out of lists.
    let certificates: [CertificateView]?
    let version: Int

    /// A view with what was heard of the filing, where anything was, and the persons, or nil in a list.
    ///
    /// Without its course it says what is due, and nothing of what offices found of persons: all a county's officer liaises about.
    init(
        _ registration: Stored<Registration>,
        filing: FiledAgencyStore.Entry?,
        certificates: [CertificateView]?,
        on today: LocalDate,
        by calendar: WorkingCalendar,
        showsCourse: Bool = true
    ) throws {
        guard let batch = registration.state.batch, let stage = registration.state.stage else {
            throw NotFound("registration")
        }
        id = ID(registration.id)
        determination = batch.determination.lowercase
        list = batch.list.lowercase
        determinedOn = batch.determinedOn
        issuer = Issuer(id: ID(batch.issuer.id), creditCode: batch.issuer.creditCode, name: batch.issuerName)
        agencyCode = batch.agencyCode
        self.filing = Filing(batch.filing, filing)
        state = stage
        stateName = stage.chinese
        persons = batch.persons.count
        order = Order(
            basis: batch.order.basis,
            municipalAudit: batch.order.municipalAudit,
            provincialAudit: batch.order.provincialAudit,
            numbers: batch.order.numbers
        )
        due = registration.state.due.map { DueView($0, on: today, by: calendar) }
        correction = showsCourse ? registration.state.correction.map(CorrectionView.init) : nil
        submissions = showsCourse ? batch.submissions.map(SubmissionView.init) : []
        audits = showsCourse ? batch.audits.map(AuditView.init) : []
        origin = batch.origin?.lowercase
        setApart = showsCourse ? batch.apart.map(SetApartView.init) : []
        self.certificates = certificates
        version = registration.newVersion
    }
}
