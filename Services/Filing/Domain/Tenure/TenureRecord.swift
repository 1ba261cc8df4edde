/// What the other services have told of a filing's term, as an officer is shown it with a renewal.
///
/// A member that nobody tells yet is nil and shown as not known, never as nothing.
package struct TenureRecord: Hashable, Sendable, Codable {
    /// Rounds that were opened, and of them those that still run.
    package let rounds: Int
    package let roundsRunning: Int
    /// Certificates that were issued, and of them those anybody can verify as valid now.
    package let certificates: Int
    package let certificatesSearchable: Int
    /// Determined names that have no certificate yet.
    package let unissued: Int
    /// Holders appointed to a post now: what is known of the treatment delivered.
    package let appointments: Int
    /// Appointments whose parity with senior engineers is attested; nobody tells it yet.
    package let parityAttested: Int?
    /// Findings of supervision that wait for rectification; nobody tells it yet.
    package let openRectifications: Int?

    /// A record as it was heard.
    package init(
        rounds: Int,
        roundsRunning: Int,
        certificates: Int,
        certificatesSearchable: Int,
        unissued: Int,
        appointments: Int,
        parityAttested: Int? = nil,
        openRectifications: Int? = nil
    ) {
        self.rounds = rounds
        self.roundsRunning = roundsRunning
        self.certificates = certificates
        self.certificatesSearchable = certificatesSearchable
        self.unissued = unissued
        self.appointments = appointments
        self.parityAttested = parityAttested
        self.openRectifications = openRectifications
    }
}
