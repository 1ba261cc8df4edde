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
    /// The version of the filed work plan whoever writes it has read; the one in force where it is left out.
    let workPlan: WorkPlanBody?
    /// Why it follows the version before; asked for where there is one.
    let reason: String?

    struct WorkPlanBody: Decodable {
        let version: Int
        let digest: String?
    }

    /// The terms, checked.
    ///
    /// - Throws: `InvalidInput`.
    func terms(in scope: FilingScope, above floors: RuleSet.Floors, on today: LocalDate) throws -> PlanTerms {
        try ShownText.check(title, field: "title")
        if let workPlan, let filed = scope.workPlan,
            workPlan.version != filed.version || workPlan.digest.map({ $0 != filed.digest }) == true
        {
            throw InvalidInput([
                FieldProblem(
                    field: "workPlan.version",
                    code: "evaluation.work-plan-outdated",
                    arguments: ["version": String(filed.version)]
                )
            ])
        }
        return try PlanTerms(
            filing: scope,
            title: title,
            referenceDate: referenceDate,
            criteria: Criteria(
                seniorPostYears: criteria?.seniorPostYears ?? floors.seniorPostYears,
                additionalConditions: criteria?.additionalConditions ?? floors.additionalConditions
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
            workPlan: scope.workPlan.map {
                WorkPlanReference(filing: scope.filing, version: $0.version, digest: $0.digest)
            },
            ruleSet: ruleSet,
            panelRule: panelRule,
            votingRule: votingRule,
            committee: committee,
            schedule: schedule,
            postsDecision: postsDecision,
            above: floors,
            today: today
        )
    }

    /// Why it follows the version before.
    ///
    /// - Throws: `InvalidInput` where it does not say.
    func revisionReason() throws -> String {
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw InvalidInput(field: "reason", code: "evaluation.field-missing")
        }
        return reason
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
