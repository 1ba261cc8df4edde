/// How objections are taken up; configuration of the city, with these defaults.
package struct ObjectionPolicy: Hashable, Sendable {
    /// A real-name objection is examined, and holds its name, at once.
    package var realNameHoldsAtOnce = true
    /// An anonymous one is a lead until the office finds it concrete and checkable.
    package var anonymousHoldsAtOnce = false
    /// Within so many working days the office says whether a lead is concrete.
    package var screeningDays = 1
    /// Within so many working days an objection is decided.
    package var handlingDays = 5
    /// The one extension, in working days.
    package var extensionDays = 5

    /// The defaults.
    package init() {}

    /// Whether a complaint is examined as soon as it is received.
    ///
    /// An objection to the procedure is examined at once as well, but holds the list only when found arguable.
    package func examinesAtOnce(_ complaint: Complaint) -> Bool {
        complaint.isRealName ? realNameHoldsAtOnce : anonymousHoldsAtOnce
    }
}
