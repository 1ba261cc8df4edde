import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Relaxations: proposed by one, signed by another, counted by officers.
    var relaxationRoutes: [Route] {
        [
            Route("POST /applications/{id}/relaxation") { call, tx in
                let proposal = try call.body(RelaxationBody.self).proposal(
                    by: call.caller.subject,
                    on: call.cause.today
                )
                let (application, round) = try expectedApplication(call, in: tx)
                let changed = try relaxConditions.propose(
                    proposal,
                    for: application,
                    of: round,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: changed, in: tx), version: changed.newVersion)
            },
            Route("POST /applications/{id}/relaxation/consent") { call, tx in
                let body = try call.body(ConsentBody.self)
                let (application, round) = try expectedApplication(call, in: tx)
                try requireFilingAuthority(of: round, call, in: tx)
                let papers = try files.of(application.id, for: ApplicationFiles.consent, in: tx)
                let consent = try body.consent(by: call.caller.subject, on: call.cause.today, papers: papers.map(\.id))
                let changed = try relaxConditions.consent(
                    consent,
                    to: RelaxationRequest.Condition(rawValue: body.condition),
                    for: application,
                    of: round,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: changed, in: tx), version: changed.newVersion)
            },
            Route("POST /applications/{id}/relaxation/signature") { call, tx in
                let body = try call.body(SignatureBody.self)
                let signature = try body.signature(by: call.caller.subject, on: call.cause.today)
                let (application, round) = try expectedApplication(call, in: tx)
                let changed = try relaxConditions.sign(
                    signature,
                    of: RelaxationRequest.Condition(rawValue: body.condition),
                    isApplicant: call.caller.person != nil && call.caller.person == application.state.entry?.person,
                    by: VotePerson(
                        account: call.caller.subject,
                        name: call.caller.name,
                        person: call.caller.person
                    ),
                    for: application,
                    of: round,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: changed, in: tx), version: changed.newVersion)
            },
            Route("GET /relaxations") { call, tx in
                let counts = try stores.relaxations.counts(
                    of: call.query("creditCode"),
                    year: call.query("year").flatMap(Int.init),
                    in: tx
                )
                return try .page(counts, next: nil)
            },
        ]
    }

    /// Refuses an officer of another authority than the one that accepted the filing of a round.
    ///
    /// - Throws: ``NotFilingAuthority``.
    func requireFilingAuthority(of round: Stored<Round>, _ call: Call, in tx: borrowing Transaction) throws {
        guard let filing = round.state.terms?.filing.filing else { throw NotFound("round") }
        // Before it was told which centre it was, enterprises filed with their city's.
        let authority = try stores.filings.scope(of: filing, in: tx).authorityKind ?? "centre"
        let own: String? =
            switch call.caller.role {
            case .centreOfficer: "centre"
            case .provinceOfficer: "province-centre"
            default: nil
            }
        guard own == authority else { throw NotFilingAuthority() }
    }

    /// An application the caller may command, as the caller has seen it, with its round locked before it.
    func expectedApplication(
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> (application: Stored<Application>, round: Stored<Round>) {
        guard let entry = try stores.applications.read(call.id(), in: tx).state.entry else {
            throw NotFound("application")
        }
        let round = try round(call, entry.round, in: tx)
        let application = try stores.applications.load(call.id(), in: tx)
        try application.expect(version: call.expectedVersion())
        return (application, round)
    }
}

/// The filing was accepted by another authority than the officer's.
struct NotFilingAuthority: Rejection {
    var code: String { "evaluation.not-filing-authority" }
}
