import Kernel
import Messaging
import ServiceKit

/// What somebody wants to do with the files of a case; the service says yes or throws.
package struct AttachmentWish: Sendable {
    package enum Act: Hashable, Sendable {
        /// Add a file to the case, or send bytes of one it declared.
        case add
        /// See which complete files the case has.
        case list
        /// See a file, or how far its upload has come.
        case see
        /// Take a file back.
        case discard
    }

    package let act: Act
    package let owner: AttachmentOwner
    /// What the file is for; nil for the list of all.
    package let purpose: String?
    /// The file, where it is about one that exists.
    package let attachment: AttachmentRecord?
}

/// That somebody may, and under what name it is noted.
package struct AttachmentRight: Sendable {
    /// Kept with the file, and only they may go on with an upload; nil for people who may stay unknown.
    package let uploadedBy: String?
    /// What the journal tells.
    package let cause: Cause
    /// The purposes whose files may be seen; nil for all.
    package let purposes: Set<String>?

    /// A right under any name.
    package init(uploadedBy: String?, cause: Cause, purposes: Set<String>? = nil) {
        self.uploadedBy = uploadedBy
        self.cause = cause
        self.purposes = purposes
    }

    /// The caller may, under their own account.
    package static func named(_ call: Call, purposes: Set<String>? = nil) -> AttachmentRight {
        AttachmentRight(uploadedBy: call.caller.subject, cause: call.cause, purposes: purposes)
    }

    /// The caller may, and nobody learns who it was: neither from the file nor from the journal.
    package static func unnamed(
        _ call: Call,
        as actor: String = "unnamed",
        purposes: Set<String>? = nil
    ) -> AttachmentRight {
        // Neither the correlation nor the trace of the request: the log of who called would tell.
        let cause = Cause(actor: actor, now: call.cause.now, correlation: NewID.v7())
        return AttachmentRight(uploadedBy: nil, cause: cause, purposes: purposes)
    }
}
