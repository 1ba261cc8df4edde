import Foundation
import Kernel

/// What an authority is for.
package enum AuthorityKind: String, Codable, Sendable, CaseIterable {
    /// 市职业技能鉴定服务中心: accepts filings and audits.
    case centre
    /// 省职业技能鉴定指导中心: the same for the enterprises that filed with the province.
    case provinceCentre = "province-centre"
    /// The city's bureau (职业能力建设科): suspends, cancels, supervises.
    case bureau
}

/// An authority as it is from a day on; a change makes another of these.
package struct AuthorityVersion: Codable, Hashable, Sendable {
    /// An office of an authority and how to reach it; no person is named, as the notice does.
    package struct Office: Codable, Hashable, Sendable {
        /// 职业能力建设科; the authority's own name where it is one office.
        package let name: String
        package let telephone: String?
        package let address: String?
        package let email: String?

        /// An office.
        package init(name: String, telephone: String? = nil, address: String? = nil, email: String? = nil) {
            self.name = name
            self.telephone = telephone
            self.address = address
            self.email = email
        }
    }

    /// The full name, as on papers.
    package let name: String
    /// At least one; the first is where questions go.
    package let offices: [Office]
    /// The first day.
    package let validFrom: LocalDate
    /// The last day; nil while no other follows.
    package let validUntil: LocalDate?

    /// An authority between two days.
    package init(name: String, offices: [Office], validFrom: LocalDate, validUntil: LocalDate? = nil) {
        self.name = name
        self.offices = offices
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// Whether it holds on a day.
    package func holds(on day: LocalDate) -> Bool { validFrom <= day && validUntil.map { day <= $0 } ?? true }
}

/// An authority is on record anew: its name, its offices or how to reach them.
///
/// It tells all versions there are, also those whose day has not come; the last one heard is what holds.
package struct AuthorityChanged: Fact {
    package static let name = "filing.authority-changed"

    package let authority: UUID
    package let kind: AuthorityKind
    /// In the order of their days, none overlapping another.
    package let versions: [AuthorityVersion]

    package var subject: UUID { authority }

    /// An authority with all its versions.
    package init(authority: UUID, kind: AuthorityKind, versions: [AuthorityVersion]) {
        self.authority = authority
        self.kind = kind
        self.versions = versions
    }
}
