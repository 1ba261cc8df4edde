import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// An expert of a pool as it goes out.
struct ExpertView: Encodable {
    struct Relation: Encodable {
        let ground: RecusalGround
        let name: String
        let unit: String?
        let workshop: String?
        let person: ID<PersonalIdentity>?
        let note: String
        let by: String
        let at: Date

        init(_ relation: ExpertRelation) {
            ground = relation.ground
            name = relation.name
            unit = relation.unit
            workshop = relation.workshop
            person = relation.person.map { ID($0) }
            note = relation.note
            by = relation.by
            at = relation.at
        }
    }

    let id: ID<Expert>
    let state: String
    let creditCode: String
    let account: String
    let name: String
    let unit: String
    let workshop: String?
    let team: String?
    let occupations: [Occupation]
    let title: String
    let origin: ExpertRecord.Origin
    let leads: [String]
    let person: ID<PersonalIdentity>?
    let relations: [Relation]
    /// Why the expert left the pool.
    let reason: String?
    let version: Int

    init?(_ expert: Stored<Expert>) {
        guard let record = expert.state.record else { return nil }
        id = ID(expert.id)
        if case .retired(_, let reason) = expert.state {
            (state, self.reason) = ("retired", reason)
        } else {
            (state, reason) = ("active", nil)
        }
        creditCode = record.creditCode
        account = record.account
        name = record.name
        unit = record.unit
        workshop = record.workshop
        team = record.team
        occupations = record.occupations
        title = record.title
        origin = record.origin
        leads = record.leads
        person = record.person.map { ID($0) }
        relations = record.relations.map(Relation.init)
        version = expert.newVersion
    }
}
