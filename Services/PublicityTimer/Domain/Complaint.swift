import Foundation

/// What an objector handed in.
package struct Complaint: Hashable, Codable, Sendable {
    package let notice: UUID
    package let subject: ObjectionSubject
    /// What is objected and on what evidence: encrypted, for people can be known by their words.
    package let statement: Data?
    /// The same in clear, only of what was handed in before statements were encrypted.
    package private(set) var reason: String?
    /// The same for the evidence.
    package private(set) var evidence: String?
    /// Who objects: encrypted, or nil where it was handed in anonymously.
    package let objector: Data?
    /// The keyed hash of the receipt code; the code itself is the objector's alone.
    package let receipt: Data
    package let channel: Channel
    package let addressee: Addressee
    /// When it reached the office; this, not the entry, decides whether it is in time.
    package let receivedAt: Date
    /// When it was entered here.
    package let enteredAt: Date
    /// Whether it was received in time: before 24:00 of the last day of what it is about.
    package let isInTime: Bool

    /// Whether somebody stands by it with a name (实名).
    package var isRealName: Bool { objector != nil }

    /// How it reached the office.
    package enum Channel: String, Hashable, Codable, CaseIterable, Sendable {
        case online, paper, telephone, mail, email, visit
    }

    /// Who handles it, by the objector's choice.
    package enum Addressee: String, Hashable, Codable, CaseIterable, Sendable {
        /// The office the plan names.
        case enterprise
        /// The filing authority (备案机构).
        case authority
    }

    /// A complaint as it was handed in or entered.
    package init(
        notice: UUID,
        subject: ObjectionSubject,
        statement: Data,
        objector: Data?,
        receipt: Data,
        channel: Channel,
        addressee: Addressee,
        receivedAt: Date,
        enteredAt: Date,
        isInTime: Bool
    ) {
        self.notice = notice
        self.subject = subject
        self.statement = statement
        self.objector = objector
        self.receipt = receipt
        self.channel = channel
        self.addressee = addressee
        self.receivedAt = receivedAt
        self.enteredAt = enteredAt
        self.isInTime = isInTime
    }
}
