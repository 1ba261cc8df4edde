import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An officer has numbers given to those of a batch who were left behind, and anew to those whose number is of a year gone by.
///
/// A certificate bears the year it is issued in: what was numbered in December and not issued cannot be issued in January. Its
/// number is void then, and never given to anybody else.
struct RenumberCertificates {
    let certificates = CertificateStore()
    let number: NumberCertificates
    let provincial: TakeProvincialNumbers

    /// Numbers whoever can be.
    ///
    /// - Throws: `NumberRejection`, also where there is nothing to do.
    func callAsFunction(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        if case .audited = registration.state { return try goOn(registration, because: cause, in: tx) }
        guard registration.state.hasNumbers, let batch = registration.state.batch else {
            throw Registration.Rejection.notNumbered
        }
        let all = try certificates.load(of: registration.id, in: tx)
        var old = all.filter { $0.state.stage == .numbered && $0.state.number?.year != cause.today.year }
        let hasWaiting = all.contains { $0.state.awaitsNumber }
        guard !old.isEmpty || hasWaiting else { throw NumberRejection.nothingToNumber }
        guard batch.order.numbers != .province else {
            throw NumberRejection.givenByProvince
        }
        if !old.isEmpty {
            let void = old.compactMap(\.state.number)
            // The old year's series is locked before the new one's, as everywhere.
            try number.book.void(void, because: .yearOver, cause, in: tx)
            let numbers = try number.numbers(for: old.map(\.id), of: batch, registration.id, because: cause, in: tx)
            for index in old.indices {
                guard let given = numbers[old[index].id] else { continue }
                try old[index].handle(.renumber(given, on: cause.today))
            }
            try number.save(old, of: batch, registration.id, because: cause, in: tx)
        }
        try number(batch, registration.id, all, because: cause, in: tx)
        return registration
    }

    /// Those the province has numbered go on to issue; the others follow when their numbers come.
    private func goOn(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        try provincial.settle(&registration, evenIfSomeWait: true, because: cause, in: tx)
        guard registration.state.hasNumbers else { throw NumberRejection.givenByProvince }
        return registration
    }
}
