/// What becomes of each class of things under a filing while it is suspended or cancelled.
///
/// No rule says what becomes of certificates when a filing is cancelled; each issued one is the issuer's to answer for
/// (通知六: 谁评价、谁发证、谁负责), so it stays unless a decision says otherwise.
package struct Consequences: Hashable, Sendable, Codable {
    /// What is under way stops where it is, or goes on to its end.
    package enum Running: String, Hashable, Sendable, Codable, CaseIterable { case freeze, finish }
    /// Approved names get no certificate meanwhile, or get it.
    package enum Unissued: String, Hashable, Sendable, Codable, CaseIterable { case freeze, issue }
    /// Certificates keep their force, or lose it meanwhile.
    package enum Issued: String, Hashable, Sendable, Codable, CaseIterable { case stay, suspend }
    /// Appointments are left alone, or marked.
    package enum Appointments: String, Hashable, Sendable, Codable, CaseIterable { case stay, flag }

    package let rounds: Running
    package let notices: Running
    package let unissued: Unissued
    package let issued: Issued
    package let appointments: Appointments

    /// What becomes of each class.
    package init(
        rounds: Running,
        notices: Running,
        unissued: Unissued,
        issued: Issued,
        appointments: Appointments
    ) {
        self.rounds = rounds
        self.notices = notices
        self.unissued = unissued
        self.issued = issued
        self.appointments = appointments
    }

    /// What is under way stops; what was given stays.
    package static let usual = Consequences(
        rounds: .freeze,
        notices: .freeze,
        unissued: .freeze,
        issued: .stay,
        appointments: .stay
    )

    /// Certificates cannot be issued and be out of force at once.
    package var isContradictory: Bool { unissued == .issue && issued == .suspend }

    /// The stricter of two for each class: a filing and the one it rests on can both be suspended.
    package func joined(with other: Consequences?) -> Consequences {
        guard let other else { return self }
        return Consequences(
            rounds: rounds == .freeze ? .freeze : other.rounds,
            notices: notices == .freeze ? .freeze : other.notices,
            unissued: unissued == .freeze ? .freeze : other.unissued,
            issued: issued == .suspend ? .suspend : other.issued,
            appointments: appointments == .flag ? .flag : other.appointments
        )
    }
}
