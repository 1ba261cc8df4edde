import CertificateDomain
import Documents
import Foundation
import Kernel
import Messaging
import Postgres

/// Prints the papers of registrations into files, a slice in each transaction, so that everybody sees how far it is.
///
/// The open file is the process's: where that dies, or a step fails, the job begins anew.
struct PrintPapers: Sendable {
    /// Certificates in one step: less than half a second.
    static let atOnce = 200

    let print: PrintCertificates
    let store: PaperJobStore
    let press: PaperPress
    let journal: Journal

    /// Orders the papers of a registration's certificates in force.
    ///
    /// - Throws: ``NotOnPaper`` where none is.
    func order(
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<PaperJob> {
        let certificates = try CertificateRegister().list(of: registration.id, in: tx).filter {
            $0.state.stage == .issued
        }
        guard let batch = registration.state.batch, !certificates.isEmpty else { throw NotOnPaper() }
        var job = Stored<PaperJob>(new: NewID.v7())
        try job.handle(
            .order(
                PaperJob.Order(
                    registration: registration.id,
                    creditCode: batch.issuer.creditCode,
                    count: certificates.count,
                    on: cause.today,
                    by: cause.actor
                )
            )
        )
        try store.insert(job, certificates.map(\.id), in: tx)
        try journal.append(job, of: "paper_job", because: cause, in: tx)
        return job
    }

    /// One step of the job whose turn it is; true where more is to be printed.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard let found = try store.next(for: press.id, in: tx) else { return false }
        let job = found.job.id
        do {
            try step(found, at: now, in: tx)
        } catch {
            // What this step added is rolled back, so the file is of no use.
            press.drop(job)
            throw error
        }
        return true
    }

    private func step(_ found: PaperJobStore.Progress, at now: Date, in tx: borrowing Transaction) throws {
        let job = found.job.id
        var (done, pages, left) = (found.done, found.pages, found.left)
        if found.press != press.id || press.pages(of: job) != found.pages {
            (done, pages, left) = (0, 0, [])
            try store.begin(job, on: press.id, in: tx)
            try press.begin(job, information(of: found.job, in: tx))
        }
        let slice = Array(found.certificates.dropFirst(done).prefix(Self.atOnce))
        let gathered = try print.gather(slice, in: tx)
        left += gathered.left
        let printed = try press.print(gathered.papers.map(\.document), into: job)
        for (place, error) in printed.refused {
            left.append(PaperJob.Left(number: gathered.papers[place].number, error))
        }
        try store.add(printed.bytes, to: job, in: tx)
        done += slice.count
        pages = printed.pages
        try store.advance(job, done: done, pages: pages, left: left, in: tx)
        guard done >= found.certificates.count else { return }
        try store.add(press.finish(job), to: job, in: tx)
        var finished = found.job
        let size = try store.size(of: job, in: tx)
        try finished.handle(.finish(PaperJob.Outcome(pages: pages, bytes: size.bytes, left: left)))
        try store.save(finished, in: tx)
        try journal.append(finished, of: "paper_job", because: .system("print-papers", now: now), in: tx)
    }

    private func information(of job: Stored<PaperJob>, in tx: borrowing Transaction) throws -> PaperInformation {
        guard let order = job.state.order,
            let batch = try RegistrationRegister().find(order.registration, in: tx)?.state.batch
        else { throw NotFound("registration") }
        return PaperInformation(
            title: "特级技师证书",
            author: batch.issuerName,
            subject: "\(order.count)",
            created: order.on.start
        )
    }

    /// Takes files away that were kept for their time; true where more are waiting.
    func expire(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("expire-papers", now: now)
        var old = try store.old(on: cause.today, in: tx)
        for index in old.indices {
            try old[index].handle(.expire(today: cause.today))
            try store.deletePieces(of: old[index].id, in: tx)
            try store.save(old[index], in: tx)
        }
        try journal.append(old, of: "paper_job", because: cause, in: tx)
        return old.count == 100
    }
}

extension PaperJob.Left {
    /// Why a paper could not be printed, in the words people are told.
    init(number: String, _ error: DocumentError) {
        if let character = UnprintableCharacter(error) {
            self.init(number: number, code: character.code, arguments: character.arguments)
        } else {
            self.init(number: number, code: PaperOverfull().code)
        }
    }
}

/// What a certificate says does not fit on its sheet however small it is set.
struct PaperOverfull: Rejection, Hashable {
    var code: String { "certificate.paper-overfull" }
}
