import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Persons leave a registration to go by one of their own: an office returns them and lets the rest go on, or the enterprise takes
/// them back.
///
/// Their certificates move with them; who is held or taken out moves as that. Nobody who has a number moves, but whom the province
/// turned down.
struct SetPersonsApart {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let journal: Journal

    /// What is returned of persons alone, and the audit that found it.
    struct Returned: Hashable {
        let correction: Registration.Correction
        let audit: Audit
        /// Whether the province turned them down, so that they leave with the numbers they may have.
        var isByProvince = false
    }

    /// Sets persons apart; the registration is saved, and so is theirs.
    ///
    /// What an office found is `returned`; without, the enterprise takes them back, and they await submission as due as before:
    /// from a registration that was returned they stay returned, with what was found of them and the day it is due.
    ///
    /// - Returns: What is left, and theirs.
    /// - Throws: `Registration.Rejection`, `VersionMismatch`.
    func callAsFunction(
        _ persons: [UUID],
        of registration: Stored<Registration>,
        returned: Returned?,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (left: Stored<Registration>, apart: Stored<Registration>) {
        guard let batch = registration.state.batch else { throw NotFound("registration") }
        var (left, apart) = (registration, Stored<Registration>(new: NewID.v7()))
        let ground: SetApart.Ground = returned == nil ? .takenBack : .returned
        let leaving = SetApart(persons: persons, into: apart.id, ground: ground, reason: reason)
        let isByProvince = returned?.isByProvince == true
        try left.handle(isByProvince ? .setRejectedApart(leaving) : .setApart(leaving))
        let theirs = batch.apart(persons, from: registration.id, ground)
        if let returned {
            try apart.handle(.openReturned(batch: theirs, correction: returned.correction, audit: returned.audit))
        } else if let correction = registration.state.correction {
            try apart.handle(.openReturned(batch: theirs, correction: correction.of(Set(persons))))
        } else {
            try apart.handle(.open(batch: theirs))
        }
        let chosen = Set(persons)
        var moved = try certificates.load(of: registration.id, in: tx).filter {
            $0.state.holding.map { chosen.contains($0.person) } ?? false
        }
        for index in moved.indices {
            try moved[index].handle(isByProvince ? .carry(registration: apart.id) : .move(registration: apart.id))
        }
        try registrations.save([left], in: tx)
        try registrations.insert([apart], in: tx)
        try certificates.move(moved, to: apart.id, in: tx)
        try journal.append(left, of: "registration", because: cause, in: tx)
        try journal.append(apart, of: "registration", because: cause, in: tx)
        try journal.append(moved, of: "certificate", because: cause, in: tx)
        return (Stored(id: left.id, version: left.newVersion, state: left.state), apart)
    }
}

extension CertificateStore {
    /// Writes certificates that go by another registration; each keeps its place on the list.
    func move(_ moved: [Stored<Certificate>], to registration: UUID, in tx: borrowing Transaction) throws {
        try tx.execute(
            "UPDATE certificate SET registration = \(registration) WHERE id = ANY(\(moved.map(\.id))::uuid[])"
        )
        try save(moved, in: tx)
    }

    /// Which person each of these certificates of a registration is of.
    ///
    /// - Throws: ``Registration/Rejection/notOfBatch`` where one is not of it.
    func persons(
        of certificates: [UUID],
        in registration: UUID,
        _ tx: borrowing Transaction
    ) throws -> [UUID: UUID] {
        let rows = try tx.query(
            """
            SELECT id, person FROM certificate
            WHERE registration = \(registration) AND id = ANY(\(certificates)::uuid[])
            """
        )
        let persons: [UUID: UUID] = try Dictionary(
            rows.map { (try $0.decode("id"), try $0.decode("person")) },
            uniquingKeysWith: { $1 }
        )
        guard certificates.allSatisfy({ persons[$0] != nil }) else { throw Registration.Rejection.notOfBatch }
        return persons
    }
}
