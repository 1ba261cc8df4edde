import CertificateDomain
import Contracts
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What people can ask of registrations and certificates.
    var routes: [Route] {
        [
            Route("GET /registrations", list),
            Route("GET /registrations/{id}", show),
            Route("POST /registrations/{id}/submission", submit),
            Route("POST /registrations/{id}/municipal-audit") { call, tx in
                try audit(call, by: .municipal, in: tx)
            },
            Route("POST /registrations/{id}/provincial-audit") { call, tx in
                try audit(call, by: .provincial, in: tx)
            },
            Route("POST /registrations/{id}/issue", issue),
            Route("GET /certificates", listCertificates),
            Route("GET /revocations", listRevocations),
        ] + registrationRoutes + handOverRoutes + layDownConfiguration.routes + numberRoutes + reissueRoutes
            + signingRoutes
            + publishedListRoutes + registerRoutes + paperRoutes + provincialRoutes + statusRoutes + revocationRoutes
            + verificationRoutes + paperJobRoutes + photoRoutes + correctionRoutes
    }

    private func show(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        guard let registration = try RegistrationRegister().find(call.id(), in: tx) else {
            throw NotFound("registration")
        }
        try requireOwn(registration, call)
        return try answer(registration, call, in: tx)
    }

    private func submit(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        try answer(submitRegistration(commanded(call, tx), because: call.cause, in: tx), call, in: tx)
    }

    private func audit(
        _ call: Call,
        by office: Registration.Office,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let found = try found(call, by: office, in: tx)
        let registration = try commanded(call, tx, onlyInForce: true)
        let audited = try auditRegistration(registration, found: found, because: call.cause, in: tx)
        return try answer(audited, call, in: tx)
    }

    private func issue(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let day = try call.bytes.isEmpty ? nil : call.body(IssueBody.self).issuedOn
        let registration = try commanded(call, tx, onlyInForce: true)
        do {
            return try answer(issueCertificates(registration, on: day, because: call.cause, in: tx), call, in: tx)
        } catch let rejection as Registration.Rejection where rejection.isAboutIssueDay {
            throw InvalidInput([FieldProblem(field: "issuedOn", rejection)])
        }
    }

    /// The registration a command is for, locked, the caller's own where it has to be, at the version the caller saw.
    ///
    /// - Throws: ``FilingFrozen`` where the command needs the filing to let certificates be issued.
    func commanded(
        _ call: Call,
        _ tx: borrowing Transaction,
        onlyInForce: Bool = false
    ) throws -> Stored<Registration> {
        let filing = try RegistrationStore().filing(of: call.id(), in: tx)
        let standing = try filing.flatMap { try FilingStandings.current($0, in: tx) }
        let registration = try RegistrationStore().load(call.id(), in: tx)
        try requireOwn(registration, call)
        if onlyInForce, let standing, standing.effects?.unissued == .freeze {
            throw FilingFrozen(state: standing.state)
        }
        try registration.expect(version: call.expectedVersion())
        return registration
    }

    func requireOwn(_ registration: Stored<Registration>, _ call: Call) throws {
        guard let batch = registration.state.batch else { throw NotFound("registration") }
        try call.require(enterprise: batch.issuer.creditCode)
    }

    func answer(
        _ registration: Stored<Registration>,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let view = try showRegistration(registration, on: call.cause.today, in: tx)
        return try Answer.ok(view, version: view.version)
    }
}
