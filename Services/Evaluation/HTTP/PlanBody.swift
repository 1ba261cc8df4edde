import EvaluationDomain
import Foundation
import Kernel

/// A plan as an enterprise hands it in.
struct PlanBody: Decodable {
    struct CriteriaBody: Decodable {
        let seniorPostYears: Int?
        let additionalConditions: Int?
    }

    /// The office that takes objections and how it is reached; `office` may stand here instead of in `handlingOffice`.
    struct ContactBody: Decodable {
        let office: String?
        let person: String?
        let telephone: String?
        let address: String?
        let email: String?

        var contact: HandlingContact {
            func tidied(_ text: String?) -> String? {
                let text = text?.trimmingCharacters(in: .whitespacesAndNewlines)
                return text?.isEmpty == true ? nil : text
            }
            return HandlingContact(
                person: tidied(person),
                telephone: tidied(telephone),
                address: tidied(address),
                email: tidied(email)
            )
        }
    }

    let filing: UUID
    let title: String
    let referenceDate: LocalDate
    let criteria: CriteriaBody?
    let publicityDays: Int
    let posts: [PlannedPosts]
    let methods: [Method]
    let organisation: String
    let panel: [PanelSeat]
    let determination: DeterminationRule
    let handlingOffice: String?
    let handlingContact: ContactBody?
    let decision: String
    let ruleSet: RuleSetReference?
    let panelRule: PanelRule?
    let votingRule: VotingRule?
    let committee: Committee?
    let schedule: PlanSchedule?
    let postsDecision: PostsDecision?

    /// The terms, checked.
    ///
    /// - Throws: `InvalidInput`.
    func terms(in scope: FilingScope) throws -> PlanTerms {
        try ShownText.check(title, field: "title")
        return try PlanTerms(
            filing: scope,
            title: title,
            referenceDate: referenceDate,
            criteria: Criteria(
                seniorPostYears: criteria?.seniorPostYears ?? NoticeFloor.seniorPostYears,
                additionalConditions: criteria?.additionalConditions ?? NoticeFloor.additionalConditions
            ),
            publicityDays: publicityDays,
            posts: posts.map(\.tidied),
            methods: methods,
            organisation: organisation,
            panel: panel,
            determination: determination,
            handlingOffice: handlingOffice ?? handlingContact?.office ?? "",
            handlingContact: handlingContact?.contact,
            decision: decision,
            ruleSet: ruleSet,
            panelRule: panelRule,
            votingRule: votingRule,
            committee: committee,
            schedule: schedule,
            postsDecision: postsDecision
        )
    }
}

extension PlannedPosts {
    /// With `--` and nothing as no 工种.
    fileprivate var tidied: PlannedPosts {
        let specialty = occupation.specialty.flatMap { ["", "--"].contains($0) ? nil : $0 }
        return PlannedPosts(
            occupation: Occupation(
                code: occupation.code,
                edition: occupation.edition,
                name: occupation.name,
                specialty: specialty
            ),
            count: count
        )
    }
}

/// A disclosure as an enterprise hands it in.
struct DisclosureBody: Decodable {
    let shownToEmployeesOn: LocalDate
    let proof: String
    let sentToAuthorityOn: LocalDate
    let proofOfSending: String
}
