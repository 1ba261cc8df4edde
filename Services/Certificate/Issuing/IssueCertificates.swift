import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The enterprise issues the certificates of a registration and answers for them (谁评价、谁发证、谁负责).
struct IssueCertificates {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let sign: SignCertificates
    let status: TellStatus
    let journal: Journal
    let outbox: Outbox

    /// Issues the certificates of the batch that have a number; the day is today's where none is given.
    ///
    /// One held meanwhile gets its number when it is released, and is issued by asking again.
    ///
    /// - Throws: `NumberRejection.ofOtherYear` where a number's year is not the day's: a certificate bears the year it is issued in.
    func callAsFunction(
        _ registration: Stored<Registration>,
        on day: LocalDate?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        let day = day ?? cause.today
        var certificates = try certificates.load(of: registration.id, in: tx).filter { $0.state.stage == .numbered }
        if registration.state.stage == .issued, let latest = certificates.compactMap(\.state.numberedOn).max() {
            try registration.handle(.issueLate(on: day, numberedOn: latest, today: cause.today))
        } else {
            try registration.handle(.issue(on: day, today: cause.today))
            guard !certificates.isEmpty else { throw Registration.Rejection.nobodyNumbered }
        }
        let others = certificates.compactMap(\.state.number?.year).filter { $0 != day.year }
        if let year = others.min() { throw NumberRejection.ofOtherYear(year, day: day, count: others.count) }
        // Some got their numbers later than the batch: released, renumbered, or told by the province one by one.
        if let latest = certificates.compactMap(\.state.numberedOn).max(), day < latest {
            throw Registration.Rejection.issuedBeforeNumbering(latest)
        }
        CrashPoint.reach("issue.after-load")
        let filing = registration.state.batch?.filing
        let standing = try filing.flatMap { try FilingStandings.read([$0], in: tx)[$0] }
        for index in certificates.indices {
            try certificates[index].handle(.issue(on: day))
            if let fact = Self.fact(certificates[index]) { try outbox.announce(fact, because: cause, in: tx) }
            // Issued while the filing lets certificates be issued and keeps those there are out of force.
            guard let standing, standing.effects?.issued == .suspend else { continue }
            try certificates[index].handle(.suspend(on: day))
            try status(certificates[index], under: standing.filing, because: cause, in: tx)
        }
        CrashPoint.reach("issue.after-decide")
        try registrations.save([registration], in: tx)
        CrashPoint.reach("issue.mid-save")
        try self.certificates.save(certificates, in: tx)
        CrashPoint.reach("issue.before-sign")
        try sign(certificates, because: cause, in: tx)
        CrashPoint.reach("issue.after-sign")
        try journal.append(registration, of: "registration", because: cause, in: tx)
        try journal.append(certificates, of: "certificate", because: cause, in: tx)
        return registration
    }

    private static func fact(_ certificate: Stored<Certificate>) -> CertificateIssued? {
        guard case .issued(let holding, let number, let day) = certificate.state else { return nil }
        return CertificateIssued(
            certificate: certificate.id,
            number: number.text,
            holder: holding.person,
            holderName: holding.name,
            issuer: holding.issuer,
            occupation: holding.occupation,
            level: holding.level.chinese,
            issuedOn: day,
            determination: holding.determination
        )
    }
}
