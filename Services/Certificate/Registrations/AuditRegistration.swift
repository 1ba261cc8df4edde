import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// An office passes a registration or gives it back; when the last office passes it, its certificates get numbers.
struct AuditRegistration {
    /// What an office found, and where: `place` is nil for an audit made here.
    struct Found: Hashable {
        let office: Registration.Office
        let outcome: Audit.Outcome
        var remark: String?
        /// What is to be corrected of the whole; empty where it is about persons alone, or passed.
        var reason = ""
        /// What is to be corrected of persons; with ``Audit/Outcome/passed`` they are returned and the rest goes on.
        var persons: [Registration.Correction.Finding] = []
        /// The mark and day of an audit made in the provincial system.
        var recorded: Recorded?
    }

    /// An audit made elsewhere.
    struct Recorded: Hashable {
        let reference: String
        let on: LocalDate
    }

    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let filings = FiledAgencyStore()
    let number: NumberCertificates
    let returnPersons: ReturnPersons
    let journal: Journal

    /// Notes an office's finding.
    func callAsFunction(
        _ registration: Stored<Registration>,
        found: Found,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        let audit = Audit(
            office: found.office,
            outcome: found.outcome,
            by: cause.actor,
            on: found.recorded?.on ?? cause.today,
            remark: found.remark,
            reference: found.recorded?.reference
        )
        switch found.outcome {
        case .returned:
            let correction = try correction(found, for: registration.state, on: cause.today, in: tx)
            try registration.handle(.giveBack(correction, audit, today: cause.today))
        case .passed:
            // Those returned leave first, so that they get no number; who is left has to be somebody.
            if !found.persons.isEmpty { registration = try withoutReturned(found, registration, audit, cause, in: tx) }
            let filed = try filings.filed(registration.state.batch, in: tx)
            try registration.handle(.pass(audit, filed: filed, today: cause.today))
            if registration.state.hasNumbers, let batch = registration.state.batch {
                let certificates = try certificates.load(of: registration.id, in: tx)
                try number(batch, registration.id, certificates, because: cause, in: tx)
            }
        }
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
        return registration
    }

    /// The registration without the persons the office returns while it passes the rest.
    private func withoutReturned(
        _ found: Found,
        _ registration: Stored<Registration>,
        _ audit: Audit,
        _ cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        // Whoever may not pass the rest may not return these either.
        let filed = try filings.filed(registration.state.batch, in: tx)
        _ = try registration.state.decide(.pass(audit, filed: filed, today: cause.today))
        let named = Set(found.persons.map(\.person))
        guard registration.state.batch?.persons.contains(where: { !named.contains($0) }) == true else {
            throw Registration.Rejection.nobodyLeft
        }
        let correction = try correction(found, for: registration.state, on: cause.today, in: tx)
        let returned = Audit(
            office: audit.office,
            outcome: .returned,
            by: audit.by,
            on: audit.on,
            remark: audit.remark,
            reference: audit.reference
        )
        return try returnPersons(registration, correction, returned, because: cause, in: tx)
    }

    /// What is to be corrected, due as many working days later as the batch's procedure says.
    private func correction(
        _ found: Found,
        for registration: Registration,
        on today: LocalDate,
        in tx: borrowing Transaction
    ) throws -> Registration.Correction {
        let days = registration.batch?.order.correctionDueDays ?? RegistrationProcedure.original.correctionDueDays
        let due = Due(from: today, workingDays: days, by: try CalendarCopy.current(in: tx))
        return .init(office: found.office, reason: found.reason, findings: found.persons, due: due)
    }
}
