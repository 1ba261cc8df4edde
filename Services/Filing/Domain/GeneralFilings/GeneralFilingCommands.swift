import Kernel

extension GeneralFiling {
    /// What the enterprise or the authority can ask.
    package enum Command: Hashable, Sendable {
        // The enterprise.
        case draft(application: GeneralApplication)
        case revise(application: GeneralApplication)
        /// A draft as it is then, or a whole application at once.
        case submit(application: GeneralApplication, on: LocalDate)
        case answer(number: Int, text: String, on: LocalDate)
        case resubmit(attachments: [FiledPaper], on: LocalDate)
        case withdraw(Withdrawal)
        // The authority.
        case requestCorrections([Deficiency], number: ReceiptNumber?, on: LocalDate)
        case accept(grant: GeneralGrant)
        case refuse(Refusal)
        /// It was accepted outside this system, on its historic days; its term may be over.
        case enter(application: GeneralApplication, submittedOn: LocalDate, grant: GeneralGrant)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case drafted(application: GeneralApplication)
        case revised(application: GeneralApplication, parts: [GeneralPart])
        case submitted(application: GeneralApplication, on: LocalDate)
        case correctionsRequested(corrections: Corrections)
        case answered(answer: CorrectionAnswer)
        case resubmitted(attachments: [FiledPaper], on: LocalDate)
        case accepted(grant: GeneralGrant)
        case refused(refusal: Refusal)
        case withdrawn(withdrawal: Withdrawal)
        case entered(application: GeneralApplication, submittedOn: LocalDate, grant: GeneralGrant)
    }
}
