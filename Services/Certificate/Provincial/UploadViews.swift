import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A person's record on its way, as officers, the enterprise and the person see it.
struct UploadView: Encodable {
    struct Step: Encodable {
        let state: Upload.Stage
        let stateName: String
        let revision: Int
        let at: Date
        /// Nil where this system did it itself.
        let source: Receipt.Source?
        let reason: String?
    }

    struct FormerNumber: Encodable {
        let number: String
        let until: Date
        /// The account that decided so; nil where the province told another.
        let by: String?
        let reason: String
    }

    let id: ID<Upload>
    let certificate: String
    let person: String
    let name: String
    let creditCode: String
    let state: Upload.Stage
    let stateName: String
    let revision: Int
    let number: String?
    /// The numbers it bore before, with why and by whom they were replaced.
    let formerNumbers: [FormerNumber]
    /// Why the province rejected or did not take it, or why it is not sent or taken back.
    let reason: String?
    let steps: [Step]
    let version: Int

    init?(_ upload: Stored<Upload>, name: String) {
        guard let progress = upload.state.progress else { return nil }
        id = ID(upload.id)
        certificate = progress.subject.certificate.lowercase
        person = progress.subject.person.lowercase
        self.name = name
        creditCode = progress.subject.creditCode
        state = progress.stage
        stateName = progress.stage.chinese
        revision = progress.revision
        number = progress.number
        formerNumbers = (progress.formerNumbers ?? []).map {
            FormerNumber(number: $0.number, until: $0.until, by: $0.by, reason: $0.reason)
        }
        reason = progress.reason
        steps = progress.trail.map {
            Step(
                state: $0.stage,
                stateName: $0.stage.chinese,
                revision: $0.revision,
                at: $0.at,
                source: $0.source,
                reason: $0.reason
            )
        }
        version = upload.newVersion
    }
}

/// A difference, as officers see it.
struct DriftView: Encodable {
    struct Settlement: Encodable {
        let reason: String
        let by: String
        let at: Date
        let number: String?
    }

    let id: ID<Drift>
    let kind: Drift.Kind
    let kindName: String
    let upload: String
    let creditCode: String?
    let field: String
    let ours: String
    let theirs: String
    let foundAt: Date
    let state: Drift.Stage
    let stateName: String
    let settlement: Settlement?
    let version: Int

    init?(_ drift: Stored<Drift>) {
        guard let finding = drift.state.finding, let stage = drift.state.stage else { return nil }
        id = ID(drift.id)
        kind = finding.kind
        kindName = finding.kind.chinese
        upload = finding.upload.lowercase
        creditCode = finding.creditCode
        field = finding.field
        ours = finding.ours
        theirs = finding.theirs
        foundAt = finding.at
        state = stage
        stateName = stage.chinese
        settlement = drift.state.settlement.map {
            Settlement(reason: $0.reason, by: $0.by, at: $0.at, number: $0.number)
        }
        version = drift.newVersion
    }
}

/// A comparison with the province.
struct ReconciliationView: Encodable {
    let id: String
    /// The day whose night it was; nil where somebody asked for it.
    let night: String?
    let askedBy: String
    let begunAt: Date
    /// Nil while it has not come to an end.
    let endedAt: Date?
    let groups: Int?
    let differing: Int?
    let ours: Int?
    let theirs: Int?
    let found: Int?
    let vanished: Int?
    /// Why its last attempt came to nothing.
    let trouble: String?

    init(_ row: borrowing Row) throws {
        id = try row.decode("id", as: UUID.self).lowercase
        night = try row.decode("night")
        askedBy = try row.decode("asked_by")
        begunAt = try row.decode("begun_at")
        endedAt = try row.decode("ended_at")
        groups = try row.decode("groups")
        differing = try row.decode("differing")
        ours = try row.decode("ours")
        theirs = try row.decode("theirs")
        found = try row.decode("found")
        vanished = try row.decode("vanished")
        trouble = try row.decode("trouble")
    }
}
