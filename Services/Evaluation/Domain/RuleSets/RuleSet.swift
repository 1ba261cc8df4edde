import Kernel

/// The rules of one policy document as data, compiled: its clauses, how each is judged, and what may be relaxed.
///
/// It never changes: another wording is another digest, and what was judged by this one stays as it was judged.
package struct RuleSet: Sendable {
    package let reference: RuleSetReference
    package let document: PolicyDocument
    package let clauses: [ClauseText]
    package let groups: [Group]
    package let floors: Floors
    package let relaxation: RelaxationRules
    let rules: [Rule]
    /// The facts any rule names.
    package let facts: [FactName]
    /// What is wrong with it; a rule set that was loaded has nothing.
    package let problems: [FieldProblem]
    /// How many named values the rule with most of them has.
    let locals: Int

    /// The document the rules carry out.
    package struct PolicyDocument: Codable, Hashable, Sendable {
        package let title: String
        /// 文号; nil where the document bears none.
        package let number: String?
        package let issuer: String
        package let issued: LocalDate
        package let inForceFrom: LocalDate
        /// The last day in force; nil where it is open.
        package let inForceThrough: LocalDate?

        /// Whether it is in force on a day.
        package func isInForce(on day: LocalDate) -> Bool {
            inForceFrom <= day && day <= inForceThrough ?? .latest
        }
    }

    /// A clause: where it stands and what it says.
    package struct ClauseText: Hashable, Sendable {
        package let id: Clause
        package let citation: String
        package let words: String
    }

    /// What a plan may not go below.
    package struct Floors: Hashable, Sendable {
        package let seniorPostYears: Int
        package let additionalConditions: Int
        /// Working days on show.
        package let publicityDays: Int
        /// Members of a panel that stands in the plan.
        package let panelSeats: Int

        /// What the notice asks for.
        package static let notice = Floors(
            seniorPostYears: NoticeFloor.seniorPostYears,
            additionalConditions: NoticeFloor.additionalConditions,
            publicityDays: NoticeFloor.publicityDays,
            panelSeats: NoticeFloor.panelSeats
        )
    }

    /// Conditions of which so many are enough.
    package struct Group: Sendable {
        package let id: String
        package let clause: Clause
        package let citation: String
        /// Under what name it can be relaxed as a whole.
        package let condition: RelaxationRequest.Condition?
        let needed: Term
    }

    /// One rule, tied to its clause: named values, then cases of which the first that holds decides.
    struct Rule: Sendable {
        let id: String
        let clause: Clause
        let citation: String
        /// The group it is an alternative of; nil where it must be met.
        let group: String?
        /// Under what name it can be relaxed.
        let condition: RelaxationRequest.Condition?
        let values: [(slot: Int, term: Term)]
        /// None in a rule that could not be read: what it says needs a person.
        let cases: [Case]
        let facts: [FactName]
        /// The conditions claimed (二1) it asks for.
        let claims: [String]
    }

    /// One case of a rule.
    struct Case: Sendable {
        /// Nil for what is left.
        let when: Condition?
        /// The facts the condition names.
        let facts: [FactName]
        let outcome: Finding.Outcome
        let says: [Template]
    }

    /// A clause by its name.
    package func clause(_ id: Clause) -> ClauseText? { clauses.first { $0.id == id } }

    /// The facts a rule names, for whoever wants to see what a finding rests on.
    package func facts(of rule: String) -> [FactName] { rules.first { $0.id == rule }?.facts ?? [] }

    /// Whether a clause is about the state of somebody's health, of which no paper is taken.
    package func isOfHealth(_ clause: Clause) -> Bool {
        rules.contains { $0.clause == clause && $0.facts.contains(.healthConfirmed) }
    }

    /// The rules that ask for a condition the applicant does not claim.
    package func unclaimed(in particulars: Particulars) -> Set<String> {
        let claimed = particulars.conditions.map(\.written)
        return Set(rules.filter { !$0.claims.isEmpty && !$0.claims.contains(where: claimed.contains) }.map(\.id))
    }

    /// The names of the rules, in order.
    package var ruleNames: [String] { rules.map(\.id) }
}

/// What the relaxation clause lets an enterprise relax, and on which grounds.
package struct RelaxationRules: Sendable {
    package let clause: Clause?
    package let citation: String
    package let conditions: [Relaxable]
    package let grounds: [Ground]

    /// A condition that can be relaxed.
    package struct Relaxable: Hashable, Sendable {
        package let id: RelaxationRequest.Condition
        /// What people call it, 基本条件2(年限).
        package let name: String
        /// How else it is written in forms.
        package let written: [String]
        package let rules: [String]
        package let group: String?
        /// Whether it takes the filing authority's written consent.
        package let needsConsent: Bool
    }

    /// A ground the clause names.
    package struct Ground: Hashable, Sendable {
        package let id: String
        package let words: String
        let contains: [String]
    }

    /// A condition by its name.
    package func condition(_ id: RelaxationRequest.Condition) -> Relaxable? { conditions.first { $0.id == id } }

    /// The condition some words in a form mean.
    package func condition(written words: String) -> Relaxable? {
        let words = Normalised.identifier(words)
        return conditions.first { ($0.written + [$0.name, $0.id.rawValue]).map(Normalised.identifier).contains(words) }
    }

    /// The ground some words are of, by its name or a word in them.
    package func ground(of words: String) -> Ground? {
        grounds.first { ground in ground.id == words || ground.contains.contains(where: words.contains) }
    }
}
