import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The papers of a registration in one file.
    var paperJobRoutes: [Route] {
        [
            Route("POST /registrations/{id}/papers") { [printPapers] call, tx in
                let registration = try registrationOfOwn(call, in: tx)
                let job = try printPapers.order(registration, because: call.cause, in: tx)
                return try .created(printPapers.store.find(job.id, in: tx).flatMap(PaperJobView.init))
            },
            Route("GET /registrations/{id}/paper-jobs") { [printPapers] call, tx in
                let registration = try registrationOfOwn(call, in: tx)
                let jobs = try printPapers.store.list(of: registration.id, in: tx)
                return try .page(jobs.compactMap(PaperJobView.init), next: nil)
            },
            Route("GET /paper-jobs/{id}") { call, tx in try .ok(PaperJobView(paperJob(call, in: tx))) },
            Route("GET /paper-jobs/{id}/file") { [printPapers] call, tx in
                let found = try paperJob(call, in: tx)
                switch found.job.state.stage {
                case .printed: break
                case .expired: throw PaperJobOver()
                case .printing, .failed, nil: throw PaperJobUnfinished()
                }
                let (job, store) = (found.job.id, printPapers.store)
                let size = try store.size(of: job, in: tx)
                return .file(
                    AnswerStream(length: size.bytes, pieces: size.pieces) { place, tx in
                        try store.piece(place, of: job, in: tx)
                    },
                    type: "application/pdf",
                    name: "特级技师证书-\(found.job.state.order?.on.description ?? "").pdf"
                )
            },
        ]
    }

    private func registrationOfOwn(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Registration> {
        guard let registration = try RegistrationRegister().find(call.id(), in: tx),
            let batch = registration.state.batch
        else { throw NotFound("registration") }
        try call.require(enterprise: batch.issuer.creditCode)
        return registration
    }

    private func paperJob(_ call: Call, in tx: borrowing Transaction) throws -> PaperJobStore.Progress {
        guard let found = try printPapers.store.find(call.id(), in: tx), let order = found.job.state.order else {
            throw NotFound("paper-job")
        }
        try call.require(enterprise: order.creditCode)
        return found
    }
}

/// The file is not there yet, or never will be.
struct PaperJobUnfinished: Rejection, Hashable {
    var code: String { "certificate.paper-job-unfinished" }
}

/// The file was kept for its time.
struct PaperJobOver: Rejection, Hashable {
    var code: String { "certificate.paper-job-over" }
}
