import CertificateDomain
import Contracts
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Takes the numbers the provincial system returned with its receipts.
struct TakeProvincialNumbers {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let number: NumberCertificates
    let journal: Journal

    /// What became of a number.
    enum Outcome: Hashable {
        case taken
        /// It was taken before.
        case known
        case refused(ProvincialNumber.Refusal)
    }

    /// Takes numbers by certificate; each is answered for by itself, and what is refused changes nothing.
    ///
    /// A reaction to what another system says: total, and nothing happens twice. The registration is locked here. What was numbered
    /// already gets another number only where an officer decided so (`replacing`).
    func callAsFunction(
        _ numbers: [UUID: ProvincialNumber],
        of registration: UUID,
        replacing: Bool = false,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [UUID: Outcome] {
        guard var locked = try registrations.load([registration], in: tx).first, let batch = locked.state.batch else {
            return numbers.mapValues { _ in .refused(.unknownCertificate) }
        }
        if let refusal = try refusal(locked, batch, in: tx) {
            return numbers.mapValues { _ in .refused(refusal) }
        }
        let scheme = try number.configuration.inForce(NumberScheme.self, on: cause.today, in: tx)
        guard let agency = try? AgencyCode(batch.agencyCode),
            let series = try? scheme.series(agency: agency, level: .specialGradeTechnician, year: cause.today.year)
        else { return numbers.mapValues { _ in .refused(.malformed) } }
        let loaded = try certificates.load(of: registration, in: tx)
        var outcomes = numbers.mapValues { _ in Outcome.refused(.unknownCertificate) }
        var taking: [(certificate: Stored<Certificate>, number: CertificateNumber, command: Certificate.Command)] = []
        for certificate in loaded {
            guard let told = numbers[certificate.id] else { continue }
            do throws(ProvincialNumber.Refusal) {
                let number = try told.number(of: series, today: cause.today)
                guard let command = try certificate.state.command(taking: number, on: told.on, replacing: replacing)
                else {
                    outcomes[certificate.id] = .known
                    continue
                }
                taking.append((certificate, number, command))
            } catch {
                outcomes[certificate.id] = .refused(error)
            }
        }
        let entered = try number.book.enter(
            taking.map { one in
                NumberBook.GivenElsewhere(
                    number: one.number,
                    certificate: one.certificate.id,
                    registration: registration,
                    origin: nil
                )
            },
            from: .province,
            because: cause,
            in: tx
        )
        var changed: [Stored<Certificate>] = []
        var replaced: [CertificateNumber] = []
        for (one, outcome) in zip(taking, entered) {
            if case .taken = outcome {
                outcomes[one.certificate.id] = .refused(.taken)
                continue
            }
            var certificate = one.certificate
            if let old = certificate.state.number { replaced.append(old) }
            try certificate.handle(one.command)
            changed.append(certificate)
            outcomes[certificate.id] = .taken
        }
        try number.book.void(replaced.filter { $0.year < cause.today.year }, because: .yearOver, cause, in: tx)
        let others = replaced.filter { $0.year >= cause.today.year }
        try number.book.void(others, because: .replacedByProvince, cause, in: tx)
        try number.save(changed, of: batch, registration, because: cause, in: tx)
        try settle(&locked, because: cause, in: tx)
        return outcomes
    }

    /// Goes on to issue once everybody of a registration who may have a number has one; it is locked.
    ///
    /// Called too when whoever has none left it.
    func settle(
        _ registration: inout Stored<Registration>,
        evenIfSomeWait: Bool = false,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard case .audited = registration.state else { return }
        let all = try certificates.load(of: registration.id, in: tx)
        let isReady = evenIfSomeWait || !all.contains(where: \.state.awaitsNumber)
        guard isReady, let first = all.compactMap(\.state.numberedOn).min() else { return }
        try registration.handle(.number(on: first))
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
    }

    /// Why no number of the batch is taken now, where that is so.
    private func refusal(
        _ registration: Stored<Registration>,
        _ batch: Batch,
        in tx: borrowing Transaction
    ) throws -> ProvincialNumber.Refusal? {
        guard batch.order.numbers == .province else { return .givenHere }
        switch registration.state {
        case .audited, .numbered, .issued: break
        case .unopened, .awaitingSubmission, .submitted, .returned, .municipallyAudited: return .notAudited
        }
        let standing = try FilingStandings.read([batch.filing], in: tx)[batch.filing]
        return standing?.effects?.unissued == .freeze ? .frozen : nil
    }
}
