import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What people can ask of registrations beyond the way itself: audits made elsewhere, single persons, what is overdue.
    var registrationRoutes: [Route] {
        [
            Route("POST /registrations/{id}/recorded-audit", recordAudit),
            Route("GET /registrations/overdue", overdue),
            Route("GET /registrations/{id}/persons/{certificate}", showPerson),
            Route("POST /registrations/{id}/persons/{certificate}/correction", correctPerson),
            Route("POST /registrations/{id}/persons/{certificate}/taking-back", takeBack),
        ]
    }

    /// The finding of a body, its persons those of the registration in the path.
    func found(
        _ call: Call,
        by office: Registration.Office,
        recorded: AuditRegistration.Recorded? = nil,
        in tx: borrowing Transaction
    ) throws -> AuditRegistration.Found {
        let id = try call.id()
        return try call.body(AuditBody.self).found(by: office, recorded: recorded) { certificates in
            do {
                return try CertificateStore().persons(of: certificates, in: id, tx)
            } catch let rejection as Registration.Rejection {
                throw InvalidInput([FieldProblem(field: "persons", rejection)])
            }
        }
    }

    private func recordAudit(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let body = try call.body(RecordedAuditBody.self)
        let recorded = try body.recorded()
        let registration = try commanded(call, tx, onlyInForce: true)
        let found = try found(call, by: body.office, recorded: recorded, in: tx)
        do {
            let audited = try auditRegistration(registration, found: found, because: call.cause, in: tx)
            return try answer(audited, call, in: tx)
        } catch let rejection as Registration.Rejection where rejection.isAboutAuditDay {
            throw InvalidInput([FieldProblem(field: "on", rejection)])
        }
    }

    private func takeBack(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let reason = try call.body(ReasonBody.self).checked()
        let registration = try commanded(call, tx)
        let person = try person(call, of: registration, in: tx)
        // After numbering only whom the province turned down leaves, returned with what it said.
        let rejected = registration.state.hasNumbers ? try TurnedDown()(call.id("certificate"), in: tx) : nil
        let (_, apart) = try setPersonsApart(
            [person],
            of: registration,
            returned: rejected.map { try $0.returned(registration.state, person, because: call.cause, in: tx) },
            reason: reason,
            because: call.cause,
            in: tx
        )
        let view = try showRegistration(apart, on: call.cause.today, in: tx)
        return try Answer.created(view, version: view.version)
    }

    private func showPerson(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        guard let registration = try RegistrationRegister().find(call.id(), in: tx) else {
            throw NotFound("registration")
        }
        try requireOwn(registration, call)
        return try Answer.ok(
            showPersonRecord(registration, call.id("certificate"), in: tx),
            version: registration.version
        )
    }

    private func correctPerson(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let corrections = try PersonCorrections(call.body([String: String?].self), today: call.cause.today)
        let registration = try commanded(call, tx)
        let certificate = try call.id("certificate")
        _ = try person(call, of: registration, in: tx)
        let corrected = try correctPersonRecord(corrections, certificate, of: registration, because: call.cause, in: tx)
        return try Answer.ok(
            showPersonRecord(corrected, certificate, in: tx),
            version: corrected.version
        )
    }

    private func overdue(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        try Answer.ok(
            OverdueView(
                RegistrationRegister().overdue(
                    on: call.cause.today,
                    of: try creditCode(call),
                    county: county(call),
                    in: tx
                ),
                on: call.cause.today
            )
        )
    }

    /// The person whose certificate the path names.
    ///
    /// - Throws: `NotFound` where it is not of the registration.
    private func person(
        _ call: Call,
        of registration: Stored<Registration>,
        in tx: borrowing Transaction
    ) throws -> UUID {
        let certificate = try call.id("certificate")
        do {
            let persons = try CertificateStore().persons(of: [certificate], in: registration.id, tx)
            guard let person = persons[certificate] else { throw NotFound("certificate") }
            return person
        } catch is Registration.Rejection {
            throw NotFound("certificate")
        }
    }
}
