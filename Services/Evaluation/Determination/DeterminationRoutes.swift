import Documents
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// The papers of determinations, as all of the enterprise may read them.
    var determinationRoutes: [Route] {
        [
            Route("GET /determinations") { call, tx in
                let asked = call.caller.role.isOfEnterprise ? call.caller.organisation ?? "" : call.query("creditCode")
                if let asked { try call.require(enterprise: asked) }
                let papers = try determinationPapers.page(
                    of: asked.map { try call.shownBy($0, in: tx) },
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: papers, id: \.determination) { DeterminedView($0) }
            },
            Route("GET /determinations/{id}") { call, tx in
                guard let paper = try determinationPapers.find(call.id(), in: tx) else {
                    throw NotFound("determination")
                }
                try call.require(anyEnterprise: call.audience(of: paper.creditCode, in: tx))
                return try .ok(DeterminedView(paper))
            },
            Route("GET /determinations/{id}/document") { call, tx in
                guard let paper = try determinationPapers.find(call.id(), in: tx) else {
                    throw NotFound("determination")
                }
                try call.require(anyEnterprise: call.audience(of: paper.creditCode, in: tx))
                let sheet = DeterminationSheet(content: paper)
                return .file(try sheet.printed(), type: "application/pdf", name: sheet.fileName, isShown: true)
            },
        ]
    }
}

/// A determination as the people of the enterprise read it.
struct DeterminedView: Encodable {
    struct Name: Encodable {
        let name: String
        let unit: String
        let workshop: String
        let occupation: Occupation
        let relaxation: String?
    }

    let id: ID<Determination>
    let round: ID<Round>
    let list: ID<ProposedList>
    let creditCode: String
    let enterpriseName: String
    let plan: String
    let number: String
    let bears: LocalDate
    let determinedAt: Date
    let authorisedBy: String
    let publishedOn: LocalDate
    let lastDay: LocalDate
    let listDigest: String
    /// Occupations with more names than posts, and why.
    let exceeded: [ExceededPosts]
    let names: [Name]

    init(_ paper: DeterminationContent) {
        id = ID(paper.determination)
        round = ID(paper.round)
        list = ID(paper.list)
        creditCode = paper.creditCode
        enterpriseName = paper.enterpriseName
        plan = paper.plan
        number = paper.number
        bears = paper.bears
        determinedAt = paper.determinedAt
        authorisedBy = paper.authorisedBy
        publishedOn = paper.publishedOn
        lastDay = paper.lastDay
        listDigest = paper.listDigest
        exceeded = paper.exceeded
        names = paper.names.map {
            Name(
                name: $0.name,
                unit: $0.unit,
                workshop: $0.workshop,
                occupation: $0.occupation,
                relaxation: $0.relaxation
            )
        }
    }
}
