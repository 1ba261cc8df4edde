import CertificateDomain
import Contracts
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
    let counters = CounterStore()
    let journal: Journal
    let outbox: Outbox

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
            try number(registration, because: cause, in: tx)
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

    /// Gives each certificate of the batch its number, in the order of the list, all in this transaction.
    private func number(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let batch = registration.state.batch else { return }
        let series = NumberSeries(
            agency: try AgencyCode(batch.agencyCode),
            level: .specialGradeTechnician,
            on: cause.today
        )
        var certificates = try certificates.load(of: registration.id, in: tx)
        let numbers = try counters.take(certificates.count, of: series, in: tx)
        for (index, number) in zip(certificates.indices, numbers) {
            try certificates[index].handle(.number(number, on: cause.today))
        }
        try self.certificates.save(certificates, in: tx)
        try journal.append(certificates, of: "certificate", because: cause, in: tx)
        try outbox.announce(
            CertificatesRegistered(
                registration: registration.id,
                determination: batch.determination,
                issuer: batch.issuer,
                persons: batch.persons
            ),
            because: cause,
            in: tx
        )
    }
}
