import Foundation
import Kernel

/// What a certificate says of its holder, but for the identity document, which stays out of every event.
package struct Holding: Hashable, Sendable, Codable {
    /// The registration it goes through.
    package let registration: UUID
    /// The determination it rests on.
    package let determination: UUID
    /// The holder in the person register.
    package let person: UUID
    /// The holder's name as printed.
    package let name: String
    /// The unit the holder works in.
    package let unit: String
    package let occupation: Occupation
    package let level: SkillLevel
    /// The enterprise that evaluated and issues.
    package let issuer: EnterpriseRef
    /// The issuer's name as printed (评价机构名称).
    package let issuerName: String

    package init(
        registration: UUID,
        determination: UUID,
        person: UUID,
        name: String,
        unit: String,
        occupation: Occupation,
        level: SkillLevel,
        issuer: EnterpriseRef,
        issuerName: String
    ) {
        self.registration = registration
        self.determination = determination
        self.person = person
        self.name = name
        self.unit = unit
        self.occupation = occupation
        self.level = level
        self.issuer = issuer
        self.issuerName = issuerName
    }

    /// The same by another registration.
    func moved(to registration: UUID) -> Holding {
        Holding(
            registration: registration,
            determination: determination,
            person: person,
            name: name,
            unit: unit,
            occupation: occupation,
            level: level,
            issuer: issuer,
            issuerName: issuerName
        )
    }

    /// The same with what was corrected; what is nil stays.
    package func corrected(name: String?, unit: String?, occupation: Occupation?) -> Holding {
        Holding(
            registration: registration,
            determination: determination,
            person: person,
            name: name ?? self.name,
            unit: unit ?? self.unit,
            occupation: occupation ?? self.occupation,
            level: level,
            issuer: issuer,
            issuerName: issuerName
        )
    }
}
