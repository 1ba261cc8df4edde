import FilingDomain
import Foundation
import Kernel

/// A general filing as it is shown.
struct GeneralFilingView: Encodable {
    struct FiledOccupationView: Encodable {
        let code: String
        let edition: String
        let name: String
        let specialty: String?
        let levels: [SkillLevel]

        init(_ filed: FiledOccupation) {
            code = filed.occupation.code
            edition = filed.occupation.edition
            name = filed.occupation.name
            specialty = filed.occupation.specialty
            levels = filed.levels
        }
    }

    let id: ID<GeneralFiling>
    let enterprise: FilerView
    let state: GeneralPhase
    let occupations: [FiledOccupationView]
    let evaluationBody: String
    let staff: String
    let members: [StaffMember]
    let funding: String
    let rules: String
    /// The parts without which it cannot be handed in.
    let missing: [GeneralPart]
    /// The files handed in, by their digests.
    let attachments: [FiledPaper]
    let submittedOn: LocalDate?
    let corrections: [CorrectionView]?
    let correctionsToldOn: LocalDate?
    let correctionsNumber: String?
    let resubmittedOn: LocalDate?
    let agencyCode: String?
    let validFrom: LocalDate?
    let validThrough: LocalDate?
    let acceptedOn: LocalDate?
    let receiptNumber: String?
    let authority: String?
    /// That it was accepted outside this system, and where it was entered from.
    let imported: GeneralGrant.Imported?
    private(set) var refusedOn: LocalDate?
    private(set) var reasons: [String]?
    private(set) var withdrawnOn: LocalDate?
    private(set) var withdrawalReason: String?
    let handling: HandlingView?

    /// The view of a filing of which something was written.
    init?(_ id: UUID, _ filing: GeneralFiling, handling: HandlingView? = nil) {
        guard let application = filing.application else { return nil }
        self.id = ID(id)
        enterprise = FilerView(application.filer)
        state = filing.phase
        occupations = application.occupations.map(FiledOccupationView.init)
        evaluationBody = application.evaluationBody
        staff = application.staff
        members = application.members
        funding = application.funding
        rules = application.rules
        missing = filing.grant?.imported == nil ? application.missing : []
        attachments = application.attachments
        let course = filing.course
        submittedOn = course?.submittedOn
        corrections = course?.corrections.map(CorrectionView.list)
        correctionsToldOn = course?.corrections?.on
        correctionsNumber = course?.corrections?.number?.text
        resubmittedOn = course?.resubmittedOn
        let grant = filing.grant
        agencyCode = grant?.agencyCode.text
        validFrom = grant?.term.from
        validThrough = grant?.term.through
        acceptedOn = grant?.on
        receiptNumber = grant?.number?.text
        authority = grant?.authority
        imported = grant?.imported
        self.handling = handling
        if case .refused(_, _, let refusal) = filing { (reasons, refusedOn) = (refusal.reasons, refusal.on) }
        if case .withdrawn(_, _, let withdrawal) = filing {
            (withdrawnOn, withdrawalReason) = (withdrawal.on, withdrawal.reason)
        }
    }
}

/// One request with what the enterprise said to it.
struct CorrectionView: Encodable {
    let number: Int
    let place: String
    let reason: String
    let answer: String?
    let answeredOn: LocalDate?

    /// The requests of a notice.
    static func list(_ corrections: Corrections) -> [CorrectionView] {
        corrections.requests.map { request in
            let answer = corrections.answers.first { $0.number == request.number }
            return CorrectionView(
                number: request.number,
                place: request.place,
                reason: request.reason,
                answer: answer?.text,
                answeredOn: answer?.on
            )
        }
    }
}
