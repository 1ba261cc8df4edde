import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Carries a relaxation (三（三）) from the proposal to the second person's signature, and tells of those granted.
struct RelaxConditions {
    let stores: Stores
    let outbox: Outbox

    /// Proposes to relax a condition of an application, before the panel has it.
    func propose(
        _ proposal: RelaxationProposal,
        for application: Stored<Application>,
        of round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        let terms = try round.state.termsBeforeVoting()
        let digest = application.state.assessment?.basis?.ruleSet.digest
        guard let digest else { throw Application.Rejection.notRelaxable(condition: proposal.condition.rawValue) }
        let rules = try stores.ruleSets.ruleSet(digest, in: tx).relaxation
        return try change(application, .proposeRelaxation(proposal, under: rules), terms, because: cause, in: tx)
    }

    /// Enters the filing authority's written consent.
    func consent(
        _ consent: RelaxationCase.AuthorityConsent,
        to condition: RelaxationRequest.Condition,
        for application: Stored<Application>,
        of round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        let terms = try round.state.termsBeforeVoting()
        return try change(application, .consent(consent, to: condition), terms, because: cause, in: tx)
    }

    /// Signs a relaxation or declines it.
    func sign(
        _ signature: RelaxationCase.Signature,
        of condition: RelaxationRequest.Condition,
        isApplicant: Bool,
        by signer: VotePerson,
        for application: Stored<Application>,
        of round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        let terms = try round.state.termsBeforeVoting()
        let others = try stores.accounts.persons(of: application.state.accountsBeforeSigning(condition), in: tx)
        let signed = try change(
            application,
            .sign(
                signature,
                of: condition,
                isApplicant: isApplicant,
                parties: SigningParties(signer: signer, others: others)
            ),
            terms,
            because: cause,
            in: tx
        )
        if signature.isGranted { try tell(signed, condition, terms, because: cause, in: tx) }
        return signed
    }

    private func change(
        _ application: Stored<Application>,
        _ command: Application.Command,
        _ terms: PlanTerms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        var application = application
        try application.handle(command)
        try stores.applications.save([application], because: cause, in: tx)
        try stores.relaxations.keep([application], under: terms, in: tx)
        return application
    }

    /// Supervision hears of each one granted (通知六（三）).
    private func tell(
        _ application: Stored<Application>,
        _ condition: RelaxationRequest.Condition,
        _ terms: PlanTerms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let entry = application.state.entry, let assessment = application.state.assessment,
            let relaxed = assessment.relaxation(of: condition), let basis = assessment.basis
        else { return }
        try outbox.announce(
            RelaxationGranted(
                application: application.id,
                round: entry.round,
                filing: terms.filing.filing,
                granter: terms.filing.enterprise,
                applicant: entry.person,
                condition: condition.rawValue,
                conditionName: relaxed.conditionName,
                citation: relaxed.citation,
                ground: relaxed.ground,
                groundWords: relaxed.groundWords,
                reason: relaxed.reason,
                consentDocument: relaxed.consent?.documentNumber,
                ruleSet: basis.ruleSet.id,
                ruleSetDigest: basis.ruleSet.digest,
                grantedOn: cause.today
            ),
            because: cause,
            in: tx
        )
    }
}
