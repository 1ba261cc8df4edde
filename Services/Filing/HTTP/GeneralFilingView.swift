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
    }

    let id: ID<GeneralFiling>
    let enterprise: FilerView
    let state: GeneralPhase
    let occupations: [FiledOccupationView]
    let evaluationBody: String
    let staff: String
    let funding: String
    let rules: String
    private(set) var submittedOn: LocalDate?
    private(set) var agencyCode: String?
    private(set) var validFrom: LocalDate?
    private(set) var validThrough: LocalDate?
    private(set) var acceptedOn: LocalDate?
    private(set) var refusedOn: LocalDate?
    private(set) var reasons: [String]?

    /// The view of a filing that was handed in.
    init?(_ id: UUID, _ filing: GeneralFiling) {
        guard let application = filing.application else { return nil }
        self.id = ID(id)
        enterprise = FilerView(application.filer)
        state = filing.phase
        occupations = application.occupations.map { filed in
            FiledOccupationView(
                code: filed.occupation.code,
                edition: filed.occupation.edition,
                name: filed.occupation.name,
                specialty: filed.occupation.specialty,
                levels: filed.levels
            )
        }
        evaluationBody = application.evaluationBody
        staff = application.staff
        funding = application.funding
        rules = application.rules
        switch filing {
        case .notSubmitted: break
        case .submitted(_, let day): submittedOn = day
        case .accepted(_, let day, let grant):
            submittedOn = day
            agencyCode = grant.agencyCode.text
            validFrom = grant.term.from
            validThrough = grant.term.through
            acceptedOn = grant.on
        case .refused(_, let submittedOn, let reasons, let day):
            self.submittedOn = submittedOn
            self.reasons = reasons
            refusedOn = day
        }
    }
}
