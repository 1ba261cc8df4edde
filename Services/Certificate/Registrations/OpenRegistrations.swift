import CertificateDomain
import Contracts
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Each determination becomes a registration, and each of its persons a certificate without a number.
struct OpenRegistrations {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let standings = NameStandingStore()
    let configuration = ConfigurationStore()
    let vault: IdentityVault
    let journal: Journal

    /// Opens what is new among determinations told together; one told again changes nothing.
    ///
    /// What publicity said of a name before is not lost: it may be heard before the determination.
    func callAsFunction(for lists: [Received<ListApproved>], in tx: borrowing Transaction) throws {
        try standings.lock(lists.map(\.message.list), in: tx)
        let standing = try standings.load(lists.map(\.message.list), in: tx)
        var known = try registrations.known(lists.map(\.message.determination), in: tx)
        let calendar = try CalendarCopy.current(in: tx)
        var opened: [Stored<Registration>] = []
        var prepared: [(certificate: Stored<Certificate>, identity: KeptIdentity, place: Int)] = []
        for list in lists where !list.message.names.isEmpty && known.insert(list.message.determination).inserted {
            var registration = Stored<Registration>(new: NewID.v7())
            let names = Self.oncePerPerson(list.message.names)
            let procedure = try configuration.inForce(RegistrationProcedure.self, on: list.cause.today, in: tx)
            try registration.handle(.open(batch: Self.batch(list.message, names, procedure, calendar)))
            try journal.append(registration, of: "registration", because: list.cause, in: tx)
            opened.append(registration)
            for (place, name) in names.enumerated() {
                var certificate = Stored<Certificate>(new: NewID.v7())
                try certificate.handle(.prepare(holding: Self.holding(name, of: list.message, registration.id)))
                for (person, ground) in [(name.person, Certificate.Ground.name), (nil, .list)] {
                    switch standing[.init(list: list.message.list, person: person)] {
                    case .held: try certificate.handle(.hold(ground))
                    case .removed: try certificate.handle(.takeOut)
                    case .free, nil: break
                    }
                }
                try journal.append(certificate, of: "certificate", because: list.cause, in: tx)
                prepared.append((certificate, try vault.take(name.identity, for: certificate.id), place + 1))
            }
        }
        guard !opened.isEmpty else { return }
        try registrations.insert(opened, in: tx)
        try certificates.insert(prepared, in: tx)
    }

    private static func oncePerPerson(_ names: [ApprovedName]) -> [ApprovedName] {
        var seen: Set<UUID> = []
        return names.filter { seen.insert($0.person).inserted }
    }

    private static func batch(
        _ list: ListApproved,
        _ names: [ApprovedName],
        _ procedure: RegistrationProcedure,
        _ calendar: WorkingCalendar
    ) -> Batch {
        let determinedOn = LocalDate(in: list.determinedAt)
        return Batch(
            determination: list.determination,
            list: list.list,
            filing: list.filing,
            issuer: list.determiner,
            issuerName: list.enterpriseName,
            agencyCode: list.agencyCode,
            determinedOn: determinedOn,
            persons: names.map(\.person),
            background: .init(
                round: list.round,
                notice: list.notice,
                publishedOn: list.publishedOn,
                lastDay: list.lastDay,
                authorisedBy: list.authorisedBy,
                paperNumber: list.paperNumber,
                paperDate: list.paperDate
            ),
            procedure: procedure,
            due: Due(from: determinedOn, workingDays: procedure.uploadDueDays, by: calendar)
        )
    }

    private static func holding(_ name: ApprovedName, of list: ListApproved, _ registration: UUID) -> Holding {
        Holding(
            registration: registration,
            determination: list.determination,
            person: name.person,
            name: name.name,
            unit: name.unit,
            occupation: name.occupation,
            level: .specialGradeTechnician,
            issuer: list.determiner,
            issuerName: list.enterpriseName
        )
    }
}
