import Foundation
import Kernel

/// A relaxation (放宽条件) of one condition for one applicant: proposed by one, signed by another.
package struct RelaxationCase: Codable, Hashable, Sendable {
    package let condition: RelaxationRequest.Condition
    /// What people call the condition.
    package let conditionName: String
    /// Where the clause relaxed stands.
    package let citation: String
    /// The ground as the enterprise wrote it.
    package let ground: String
    /// The ground in the words of the clause; nil where it is none of them, for the signer to weigh.
    package let groundWords: String?
    package let reason: String
    package let evidence: [String]
    /// Whether it takes the filing authority's written consent.
    package let needsConsent: Bool
    package let proposedBy: String
    package let proposedOn: LocalDate
    /// The authority's consent, where it was entered.
    package internal(set) var consent: AuthorityConsent?
    /// The second person's word; nil while it waits.
    package internal(set) var signature: Signature?

    /// The filing authority's written consent.
    package struct AuthorityConsent: Codable, Hashable, Sendable {
        /// The number of the letter.
        package let documentNumber: String
        package let date: LocalDate
        /// The account of the officer who entered it.
        package let enteredBy: String
        package let enteredOn: LocalDate
        /// The letter itself; nil in consents of before it was kept.
        package let file: UUID?

        /// A consent as an officer of the authority enters it.
        package init(
            documentNumber: String,
            date: LocalDate,
            enteredBy: String,
            enteredOn: LocalDate,
            file: UUID? = nil
        ) {
            self.documentNumber = documentNumber
            self.date = date
            self.enteredBy = enteredBy
            self.enteredOn = enteredOn
            self.file = file
        }
    }

    /// What the second person said.
    package struct Signature: Codable, Hashable, Sendable {
        package let by: String
        package let on: LocalDate
        package let isGranted: Bool
        /// Why not, or what else there is to say.
        package let remark: String?

        /// A signature, or a refusal.
        package init(by: String, on: LocalDate, isGranted: Bool, remark: String?) {
            self.by = by
            self.on = on
            self.isGranted = isGranted
            self.remark = remark
        }
    }

    init(
        _ relaxable: RelaxationRules.Relaxable,
        citation: String,
        ground: String,
        groundWords: String?,
        reason: String,
        evidence: [String],
        by account: String,
        on day: LocalDate
    ) {
        condition = relaxable.id
        conditionName = relaxable.name
        self.citation = citation
        self.ground = ground
        self.groundWords = groundWords
        self.reason = reason
        self.evidence = evidence
        needsConsent = relaxable.needsConsent
        proposedBy = account
        proposedOn = day
    }

    /// Where it stands.
    package enum State: String, Codable, CaseIterable, Sendable {
        case awaitingConsent = "awaiting-consent"
        case awaitingSignature = "awaiting-signature"
        case granted, declined
    }

    /// Where it stands.
    package var state: State {
        if let signature { return signature.isGranted ? .granted : .declined }
        return needsConsent && consent == nil ? .awaitingConsent : .awaitingSignature
    }

    /// Whether nobody has decided on it.
    package var isOpen: Bool { signature == nil }
}

/// Who a signature is told apart from, as far as it is known who the accounts are.
package struct SigningParties: Hashable, Sendable {
    package let signer: VotePerson
    /// Those known of ``EvaluationDomain/Application/accountsBeforeSigning(_:)``.
    package let others: [VotePerson]

    /// Who signs, beside others.
    package init(signer: VotePerson, others: [VotePerson]) {
        self.signer = signer
        self.others = others
    }
}

extension Application {
    /// The accounts that proposed to relax a condition, or entered what the application says.
    package func accountsBeforeSigning(_ condition: RelaxationRequest.Condition) -> [String] {
        let proposer = assessment?.relaxation(of: condition)?.proposedBy
        return Array(Set((entry?.enteredBy ?? []) + [proposer].compactMap(\.self))).sorted()
    }
}

/// A proposal to relax a condition, as somebody makes it.
package struct RelaxationProposal: Hashable, Sendable {
    package let condition: RelaxationRequest.Condition
    package let ground: String
    package let reason: String
    package let evidence: [String]
    package let by: String
    package let on: LocalDate

    /// A proposal.
    package init(
        condition: RelaxationRequest.Condition,
        ground: String,
        reason: String,
        evidence: [String],
        by: String,
        on: LocalDate
    ) {
        self.condition = condition
        self.ground = ground
        self.reason = reason
        self.evidence = evidence
        self.by = by
        self.on = on
    }
}

/// How relaxations stand among the findings.
enum Relaxing {
    /// The name of the finding that tells of them.
    static let rule = "relaxation"
}

extension RelaxationRules {
    /// The case a proposal makes; nil where the condition cannot be relaxed.
    func opened(by proposal: RelaxationProposal, on assessment: Assessment) -> RelaxationCase? {
        guard let relaxable = condition(proposal.condition) else { return nil }
        let cited =
            assessment.findings.first { $0.condition == relaxable.id }?.citation
            ?? assessment.groups.first { $0.condition == relaxable.id }?.citation
        return RelaxationCase(
            relaxable,
            citation: cited ?? citation,
            ground: proposal.ground,
            groundWords: ground(of: proposal.ground)?.words,
            reason: proposal.reason,
            evidence: proposal.evidence,
            by: proposal.by,
            on: proposal.on
        )
    }
}

extension Assessment {
    /// Whether a condition still stands in the way, so that there is something to relax.
    func isUnmet(_ condition: RelaxationRequest.Condition) -> Bool {
        findings.contains { $0.condition == condition && $0.group == nil && $0.effective != .met }
            || groups.contains { $0.condition == condition && outcome(of: $0) != .met }
    }

    /// The newest case of a condition.
    package func relaxation(of condition: RelaxationRequest.Condition) -> RelaxationCase? {
        relaxations.last { $0.condition == condition }
    }

    /// Takes a proposal, and says among the findings that it waits.
    mutating func take(proposed case: RelaxationCase, clause: Clause, citation: String) {
        changeRelaxations { $0.append(`case`) }
        retell(clause: clause, citation: citation)
    }

    /// Takes the authority's consent into the open case.
    mutating func take(_ consent: RelaxationCase.AuthorityConsent, for condition: RelaxationRequest.Condition) {
        changeRelaxations { cases in
            guard let index = cases.lastIndex(where: { $0.condition == condition && $0.isOpen }) else { return }
            cases[index].consent = consent
        }
        retell()
    }

    /// Takes the second person's word; granted, the condition no longer stands in the way.
    mutating func take(_ signature: RelaxationCase.Signature, for condition: RelaxationRequest.Condition) {
        changeRelaxations { cases in
            guard let index = cases.lastIndex(where: { $0.condition == condition && $0.isOpen }) else { return }
            cases[index].signature = signature
        }
        if signature.isGranted {
            for index in findings.indices
            where findings[index].condition == condition && findings[index].group == nil
                && findings[index].outcome != .met
            {
                findings[index].isRelaxed = true
                findings[index].facts.append("按放宽条款放宽")
            }
            relax(group: condition)
        }
        retell()
    }

    /// The finding that tells of the relaxations, as they stand.
    private mutating func retell(clause: Clause? = nil, citation: String? = nil) {
        let old = findings.firstIndex { $0.rule == Relaxing.rule }
        guard let clause = clause ?? old.map({ findings[$0].clause }), !relaxations.isEmpty else { return }
        let outcome: Finding.Outcome =
            if relaxations.contains(where: \.isOpen) {
                .needsPerson
            } else {
                relaxations.contains { $0.state == .granted } ? .met : .notMet
            }
        let finding = Finding(
            clause: clause,
            citation: citation ?? old.map { findings[$0].citation },
            rule: Relaxing.rule,
            outcome: outcome,
            facts: relaxations.flatMap(\.sentences),
            evidence: relaxations.flatMap(\.evidence)
        )
        if let old { findings[old] = finding } else { findings.append(finding) }
    }

    /// The conditions that were relaxed and why, as a notice shows them; nil where none was.
    package var relaxation: String? {
        guard basis != nil else { return relaxationOfBefore }
        let granted = relaxations.filter { $0.state == .granted }
        guard !granted.isEmpty else { return nil }
        let citation = findings.first { $0.rule == Relaxing.rule }?.citation ?? ""
        return granted.map { "按\(citation)放宽\($0.citation)(\($0.conditionName));\($0.shown)" }
            .joined(separator: ";")
    }

    /// As verdicts of before tell it.
    private var relaxationOfBefore: String? {
        let relaxed = findings.filter(\.isRelaxed)
        guard !relaxed.isEmpty, let ground = findings.first(where: { $0.rule == Relaxing.rule }) else { return nil }
        let clauses = Set(relaxed.map(\.citation)).sorted().joined(separator: "、")
        return "按三(三)放宽\(clauses);" + ground.facts.joined(separator: ";")
    }
}

extension RelaxationCase {
    /// Ground and reason, as a notice shows them.
    fileprivate var shown: String {
        var parts = ["放宽事由:\(ground)"]
        if let groundWords, groundWords != ground { parts.append("属“\(groundWords)”") }
        if !reason.isEmpty, reason != ground { parts.append("理由:\(reason)") }
        if let consent { parts.append("经备案部门书面同意(\(consent.documentNumber),\(consent.date))") }
        return parts.joined(separator: ";")
    }

    /// What the finding says of it.
    fileprivate var sentences: [String] {
        let head = "提请放宽\(citation)(\(conditionName))"
        let belongs = groundWords == nil ? "事由不在放宽条款列举之内,由签署人认定" : nil
        let paper = evidence.isEmpty ? "未附证明材料" : nil
        let standing =
            switch state {
            case .awaitingConsent: "此条件须有备案部门书面同意,尚未登记"
            case .awaitingSignature: "待第二人签署"
            case .granted: "已签署放宽,其余条件不放宽"
            case .declined: "未同意放宽" + (signature?.remark.map { ":\($0)" } ?? "")
            }
        return [head, shown, belongs, paper, standing].compactMap(\.self)
    }
}
