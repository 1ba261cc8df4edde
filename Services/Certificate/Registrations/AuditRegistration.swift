import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An office passes a registration or gives it back; when the provincial centre passes it, its certificates get numbers.
struct AuditRegistration {
    /// What an office found.
    enum Outcome: Hashable {
        case passed
        case returned(reason: String)
    }

    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let filings = FiledAgencyStore()
    let number: NumberCertificates
    let journal: Journal

    /// Notes an office's finding.
    func callAsFunction(
        _ registration: Stored<Registration>,
        by office: Registration.Office,
        found outcome: Outcome,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        switch (outcome, office) {
        case (.returned(let reason), _):
            try registration.handle(.giveBack(correction: .init(office: office, reason: reason)))
        case (.passed, .municipal):
            try registration.handle(.passMunicipally(filed: filedAgency(of: registration, in: tx)))
        case (.passed, .provincial):
            try registration.handle(.passProvincially(on: cause.today))
            if let batch = registration.state.batch {
                let certificates = try certificates.load(of: registration.id, in: tx)
                try number(batch, registration.id, certificates, because: cause, in: tx)
            }
        }
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
        return registration
    }

    private func filedAgency(
        of registration: Stored<Registration>,
        in tx: borrowing Transaction
    ) throws -> FiledAgency {
        guard let filing = registration.state.batch?.filing, let entry = try filings.find(filing, in: tx) else {
            return .unheard
        }
        return .code(entry.agencyCode)
    }
}
