import Foundation
import Kernel

/// What an enterprise's pool knows of an expert (评审专家).
package struct ExpertRecord: Codable, Hashable, Sendable {
    /// Where an expert comes from.
    package enum Origin: String, Codable, CaseIterable, Sendable {
        /// 本企业.
        case own
        /// 外聘.
        case invited
    }

    /// The enterprise whose pool it is.
    package let creditCode: String
    /// The account the expert signs in with.
    package let account: String
    package let name: String
    package let unit: String
    package let workshop: String?
    /// 班组; nil where the workshop has none.
    package let team: String?
    package let occupations: [Occupation]
    /// Level of skill or professional title.
    package let title: String
    package let origin: Origin
    /// The workshops and teams the expert is in charge of: everybody there is a subordinate.
    package let leads: [String]
    /// The expert as a person of the register, where that is known.
    package let person: UUID?
    /// Declared one by one; a changed record keeps them.
    package internal(set) var relations: [ExpertRelation]

    /// The record of an expert.
    package init(
        creditCode: String,
        account: String,
        name: String,
        unit: String,
        workshop: String? = nil,
        team: String? = nil,
        occupations: [Occupation],
        title: String,
        origin: Origin,
        leads: [String] = [],
        person: UUID? = nil,
        relations: [ExpertRelation] = []
    ) {
        self.creditCode = creditCode
        self.account = account
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.team = team
        self.occupations = occupations
        self.title = title
        self.origin = origin
        self.leads = leads
        self.person = person
        self.relations = relations
    }
}
