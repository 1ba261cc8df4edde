import Foundation
import Kernel

/// One name of a list and where it stands.
package struct ListedName: Codable, Hashable, Sendable {
    package let person: UUID
    package let application: UUID
    package var standing: Standing
    /// What is shown otherwise than the application says; nil where nothing is.
    package internal(set) var correction: EntryCorrection?
    /// The edition of the list since which it is shown as it is; nil from the first on.
    private var since: Int?
    private var continues: Bool?
    private var missed: Bool?

    /// A name newly put on show.
    package init(
        person: UUID,
        application: UUID,
        standing: Standing = .onShow,
        correction: EntryCorrection? = nil,
        shownSince edition: Int = 1
    ) {
        self.person = person
        self.application = application
        self.standing = standing
        self.correction = correction
        since = edition == 1 ? nil : edition
    }

    /// Where a name stands.
    package enum Standing: Codable, Hashable, Sendable {
        /// Can transition to: held, determined, removed, withdrawn.
        case onShow
        /// An objection is being examined. Can transition to: on show, determined, removed, withdrawn.
        case held
        /// In a determination. Can transition to: suspended, revoked.
        case determined(determination: UUID)
        /// In a determination, and an objection received in time came to light since. Can transition to: determined, revoked, held.
        case suspended(determination: UUID)
        /// In a determination, and that objection was upheld: nothing follows from it. Final.
        case revoked(determination: UUID)
        /// An objection was upheld before it was determined; it never is. Final.
        case removed
        /// Taken from the list by the enterprise. Can be added again.
        case withdrawn
    }

    /// The edition of the list since which it is shown as it is.
    package internal(set) var shownSince: Int {
        get { since ?? 1 }
        set { since = newValue }
    }

    /// Whether it has a period of its own, that outlasts the notice's, and has not been determined or removed.
    package internal(set) var isContinuing: Bool {
        get { continues == true && isOpen }
        set { continues = newValue ? true : nil }
    }

    /// Whether publicity ended without showing it as it is: it never heard of the amendment, and its notice is not revived.
    ///
    /// Nothing can follow for it from this list; another list of the round has to show it.
    package internal(set) var isMissed: Bool {
        get { missed == true && isOpen }
        set { missed = newValue ? true : nil }
    }

    /// Whether another list may show it: it was missed, and nothing stands against it.
    package var isToBeShownAgain: Bool { isMissed && standing == .onShow }

    /// Whether nothing final was said about it.
    package var isOpen: Bool { standing == .onShow || standing == .held }

    /// The determination it is, or was, part of.
    package var determination: UUID? {
        switch standing {
        case .determined(let determination), .suspended(let determination), .revoked(let determination): determination
        case .onShow, .held, .removed, .withdrawn: nil
        }
    }
}

/// What of an entry is shown otherwise than the application says (更正).
package struct EntryCorrection: Codable, Hashable, Sendable {
    package let unit: String?
    package let workshop: String?
    /// The occupation's name and 工种; its code and edition cannot be corrected.
    package let occupationName: String?
    package let specialty: String?
    package let merits: String?

    /// A correction; what is nil stays.
    package init(
        unit: String? = nil,
        workshop: String? = nil,
        occupationName: String? = nil,
        specialty: String? = nil,
        merits: String? = nil
    ) {
        self.unit = unit
        self.workshop = workshop
        self.occupationName = occupationName
        self.specialty = specialty
        self.merits = merits
    }

    /// With a later correction on top.
    package func corrected(by later: EntryCorrection) -> EntryCorrection {
        EntryCorrection(
            unit: later.unit ?? unit,
            workshop: later.workshop ?? workshop,
            occupationName: later.occupationName ?? occupationName,
            specialty: later.specialty ?? specialty,
            merits: later.merits ?? merits
        )
    }

    /// Whether it says anything.
    package var isEmpty: Bool { [unit, workshop, occupationName, specialty, merits].allSatisfy { $0 == nil } }

    /// The occupation as it is shown.
    package func applied(to occupation: Occupation) -> Occupation {
        Occupation(
            code: occupation.code,
            edition: occupation.edition,
            name: occupationName ?? occupation.name,
            specialty: specialty ?? occupation.specialty
        )
    }
}
