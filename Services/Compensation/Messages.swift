import Attachments
import CompensationDomain
import DatedDocuments
import ServiceKit

extension Main {
    /// What people are told when they are told no; each part of the service has its own sentences beside it.
    static let messages = MessageCatalogue(
        fieldMessages + benchmarkMessages + postMessages + holderMessages + appointmentMessages + letterMessages
            + parityMessages + treatmentMessages
    ).including(documentMessages).including(attachmentMessages).including(
        configurationMessages(of: ConfigurationKind.self)
    )
}
