import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Decides by which rule set a round will be judged: once, when it is opened.
struct PinRuleSet {
    let stores: Stores

    /// The terms with the rule set the plan names, or the one in force that day; it is kept for good.
    ///
    /// - Throws: ``RuleSetUnknown`` where the plan names one nobody loaded, ``RuleSetNotInForce``.
    func callAsFunction(
        _ terms: PlanTerms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> PlanTerms {
        let file = try chosen(terms.ruleSet, on: cause.today, in: tx)
        _ = try stores.ruleSets.keep(file, by: RuleSetRegister.system, because: cause, in: tx)
        return terms.judged(by: file.ruleSet.reference)
    }

    /// What a plan drawn up on a day may not go below: the rule set it names, or the one in force.
    func floors(of named: RuleSetReference?, on day: LocalDate, in tx: borrowing Transaction) throws -> RuleSet.Floors {
        do {
            return try chosen(named, on: day, in: tx).ruleSet.floors
        } catch is RuleSetUnknown {
            return try stores.ruleSets.current(on: day, in: tx).ruleSet.floors
        } catch is RuleSetNotInForce {
            return try stores.ruleSets.current(on: day, in: tx).ruleSet.floors
        }
    }

    private func chosen(
        _ named: RuleSetReference?,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> RuleSetFile {
        guard let named else { return try stores.ruleSets.current(on: day, in: tx) }
        let file: RuleSetFile
        do {
            file = try stores.ruleSets.file(named.digest, in: tx)
        } catch is NotFound {
            throw RuleSetUnknown(name: named.id)
        }
        guard file.ruleSet.reference.id == named.id else { throw RuleSetUnknown(name: named.id) }
        guard file.ruleSet.document.isInForce(on: day) else { throw RuleSetNotInForce(name: named.id) }
        return file
    }
}

/// By what a round's applications are judged.
struct PrepareJudging {
    let stores: Stores

    /// The rule set a round was opened under; rounds of before are judged by the notice's own.
    func rules(ofRound round: UUID?, in tx: borrowing Transaction) throws -> RuleSet {
        try rules(under: round.flatMap { try stores.rounds.read($0, in: tx).state.terms }, in: tx)
    }

    /// The rule set of a round's terms; the one in force where there is no round yet.
    func rules(under terms: PlanTerms?, in tx: borrowing Transaction) throws -> RuleSet {
        if let pinned = terms?.ruleSet { return try stores.ruleSets.ruleSet(pinned.digest, in: tx) }
        guard let notice = RuleSetFile.notice else { throw NotFound("rule set") }
        return notice.ruleSet
    }

    /// By what somebody asks whether one would be eligible, under a round's terms or, without a round, the rules in force.
    func question(
        under terms: PlanTerms?,
        on day: LocalDate,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Judging {
        if let terms { return try self(terms, because: cause, in: tx) }
        return Judging(
            by: try stores.ruleSets.current(on: cause.today, in: tx).ruleSet,
            criteria: Criteria(),
            on: day,
            account: cause.actor,
            today: cause.today
        )
    }

    /// By what a round's applications are judged.
    func callAsFunction(_ terms: PlanTerms, because cause: Cause, in tx: borrowing Transaction) throws -> Judging {
        Judging(
            by: try rules(under: terms, in: tx),
            criteria: terms.criteria,
            on: terms.referenceDate,
            mappings: OccupationMappings(
                try stores.mappings.inForce(for: terms.filing.enterprise.creditCode, in: tx)
            ),
            account: cause.actor,
            today: cause.today
        )
    }
}

/// A plan names a rule set nobody loaded.
struct RuleSetUnknown: Rejection, Hashable {
    let name: String
    var code: String { "evaluation.rule-set-unknown" }
    var arguments: [String: String] { ["name": name] }
}

/// A plan names a rule set that is not in force.
struct RuleSetNotInForce: Rejection, Hashable {
    let name: String
    var code: String { "evaluation.rule-set-not-in-force" }
    var arguments: [String: String] { ["name": name] }
}
