import CertificateDomain
import Kernel
import Messaging
import ServiceKit

/// A printing job, how far it is, and what is not in its file.
struct PaperJobView: Encodable {
    struct Left: Encodable {
        let number: String
        let code: String
        let sentence: String
    }

    let id: ID<PaperJob>
    let registration: String
    let state: PaperJob.Stage
    let stateName: String
    /// Certificates that were printed or named so far.
    let done: Int
    let of: Int
    let pages: Int
    /// The file's size, once it is there.
    let bytes: Int?
    let left: [Left]
    let orderedOn: LocalDate
    /// The last day the file is there.
    let keptThrough: LocalDate

    init?(_ progress: PaperJobStore.Progress) {
        let job = progress.job.state
        guard let order = job.order, let stage = job.stage else { return nil }
        id = ID(progress.job.id)
        registration = order.registration.lowercase
        state = stage
        stateName = stage.chinese
        of = order.count
        done = stage == .printing ? progress.done : order.count
        pages = job.outcome?.pages ?? progress.pages
        bytes = stage == .printed ? job.outcome?.bytes : nil
        left = (stage == .printing ? progress.left : job.left).map { left in
            Left(
                number: left.number,
                code: left.code,
                sentence: Main.messages.chinese(left.code, left.arguments)
            )
        }
        orderedOn = order.on
        keptThrough = order.keptThrough
    }
}
