import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// An application as it goes out: never a number of document or telephone.
struct ApplicationView: Encodable {
    struct FindingView: Encodable {
        let clause: Clause
        /// Where the clause stands in its document.
        let citation: String
        /// What it says; left out where the reader has not loaded that rule set.
        let words: String?
        let rule: String
        let outcome: Finding.Outcome
        let relaxed: Bool
        let facts: [String]
        let evidence: [String]
        let review: Review?

        init(_ finding: Finding, words: String?) {
            clause = finding.clause
            citation = finding.citation
            self.words = words
            rule = finding.rule
            outcome = finding.outcome
            relaxed = finding.isRelaxed
            facts = finding.facts
            evidence = finding.evidence
            review = finding.review
        }
    }

    struct TallyView: Encodable {
        let approvals: Int
        let refusals: Int
        let recusals: Int
        /// Missing in a count of before members could abstain, and before presence was recorded.
        let abstentions: Int?
        let present: Int?
    }

    let id: ID<Application>
    let round: ID<Round>
    let person: ID<PersonalIdentity>
    let name: String?
    let state: Application.Stage
    let unit: String
    let workshop: String
    let team: String?
    let position: String
    let occupation: Occupation
    let merits: String
    let conditions: [String]
    let eligibility: Assessment.Standing?
    /// 三（二） as a whole.
    let additional: Finding.Outcome?
    let relaxation: String?
    let findings: [FindingView]
    /// The rule set it was judged by; nil in verdicts of before rule sets were data.
    let ruleSet: RuleSetReference?
    let relaxations: [RelaxationCase]
    let recheck: Recheck?
    let tally: TallyView?
    /// Whether the person has confirmed the data, and when.
    let confirmation: ConfirmationView
    /// The files that prove clauses.
    let proofs: [ClauseEvidence]
    /// How it was taken back, where it was.
    let withdrawal: WithdrawalView?
    let version: Int

    struct ConfirmationView: Encodable {
        let state: String
        let on: LocalDate?

        init(_ entry: Entry) {
            on = entry.confirmation?.day ?? (entry.isConfirmed ? entry.particulars.confirmedOn : nil)
            state =
                switch entry.confirmation {
                case .byPerson: "by-person"
                case .onPaper: "on-paper"
                case .awaited: "awaited"
                case .paperAwaited: "paper-awaited"
                case nil: entry.isConfirmed ? "on-paper" : "awaited"
                }
        }
    }

    struct WithdrawalView: Encodable {
        let reason: String?
        let at: Date
    }

    init?(_ application: Stored<Application>, name: String?, by rules: RuleSet? = RuleSetFile.notice?.ruleSet) {
        guard let entry = application.state.entry, let stage = application.state.stage else { return nil }
        let particulars = entry.particulars
        let assessment = application.state.assessment
        // Verdicts of before rested on the notice.
        let known = assessment?.basis.map { $0.ruleSet == rules?.reference } ?? true ? rules : nil
        id = ID(application.id)
        round = ID(entry.round)
        person = ID(entry.person)
        self.name = name
        state = stage
        unit = particulars.unit
        workshop = particulars.workshop
        team = particulars.team
        position = particulars.position
        occupation = particulars.occupation
        merits = particulars.merits
        conditions = particulars.conditions.map { "二\($0.rawValue)" }
        eligibility = assessment?.standing
        additional = assessment?.additional
        relaxation = assessment?.relaxation
        findings = assessment?.findings.map { FindingView($0, words: known?.clause($0.clause)?.words) } ?? []
        ruleSet = assessment?.basis?.ruleSet
        relaxations = assessment?.relaxations ?? []
        recheck = assessment?.recheck
        tally =
            if case .voted(_, _, let tally) = application.state {
                TallyView(
                    approvals: tally.approvals,
                    refusals: tally.refusals,
                    recusals: tally.recusals,
                    abstentions: tally.abstentions,
                    present: tally.present
                )
            } else {
                nil
            }
        confirmation = ConfirmationView(entry)
        proofs = entry.evidence ?? []
        withdrawal =
            if case .withdrawn(_, let withdrawal) = application.state {
                WithdrawalView(reason: withdrawal.reason, at: withdrawal.at)
            } else {
                nil
            }
        version = application.newVersion
    }
}

/// What a member of the panel sees of a candidate.
struct CandidateView: Encodable {
    let application: ID<Application>
    let name: String?
    let unit: String
    let workshop: String
    let team: String?
    let position: String
    let occupation: Occupation
    let merits: String
    let evidence: [String]
    let relaxation: String?

    init?(_ application: Stored<Application>, name: String?) {
        guard let particulars = application.state.entry?.particulars else { return nil }
        self.application = ID(application.id)
        self.name = name
        unit = particulars.unit
        workshop = particulars.workshop
        team = particulars.team
        position = particulars.position
        occupation = particulars.occupation
        merits = particulars.merits
        evidence = particulars.evidence
        relaxation = application.state.assessment?.relaxation
    }
}
