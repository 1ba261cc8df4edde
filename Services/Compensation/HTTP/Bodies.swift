import CompensationDomain
import Foundation
import Kernel

/// A benchmark as an enterprise declares it; amounts in fen a month.
struct BenchmarkBody: Decodable {
    let creditCode: String
    let band: Band
    let effectiveFrom: LocalDate
    let document: String

    struct Band: Decodable {
        let code: String
        let minimumFen: Int64
        let medianFen: Int64
        let components: [String]?
    }

    /// What was declared, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef) throws -> Benchmark.Declaration {
        var checks = Checks()
        let document = checks.text(document, "document")
        let code = checks.text(band.code, "band.code", upTo: 40)
        if band.minimumFen <= 0 { checks.fail("band.minimumFen", "compensation.amount") }
        if band.medianFen < band.minimumFen { checks.fail("band.medianFen", "compensation.median") }
        let band = Benchmark.Band(
            code: code,
            minimum: Money(fen: band.minimumFen),
            median: Money(fen: band.medianFen),
            components: band.components ?? []
        )
        return Benchmark.Declaration(
            employer: employer,
            band: try checks.finish(band),
            effectiveFrom: effectiveFrom,
            document: document
        )
    }
}

/// A post as an enterprise sets it up.
struct PostBody: Decodable {
    /// More on one post is a mistake of typing.
    static let mostHeadcount = 1000

    let creditCode: String
    let occupation: Occupation
    let unit: String
    let headcount: Int
    let decision: String
    let plan: UUID?

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef) throws -> Post.Terms {
        var checks = Checks()
        if !(1...Self.mostHeadcount).contains(headcount) {
            checks.fail("headcount", "compensation.headcount", ["most": String(Self.mostHeadcount)])
        }
        let terms = Post.Terms(
            employer: employer,
            occupation: checks.occupation(occupation),
            unit: checks.text(unit, "unit"),
            headcount: headcount,
            decision: checks.text(decision, "decision"),
            plan: plan
        )
        return try checks.finish(terms)
    }
}

/// An appointment as an enterprise makes it.
struct AppointmentBody: Decodable {
    let post: UUID
    let person: UUID
    let certificate: UUID
    let from: LocalDate
    let through: LocalDate
    let band: Band
    let duties: String
    let letter: String

    struct Band: Decodable {
        let code: String
        let minimumFen: Int64
    }

    /// What is asked for, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> Appoint.Request {
        var checks = Checks()
        let term = Term(from: from, through: through)
        if term == nil { checks.fail("through", "compensation.term") }
        if band.minimumFen <= 0 { checks.fail("band.minimumFen", "compensation.amount") }
        let band = Appointment.Band(
            code: checks.text(band.code, "band.code", upTo: 40),
            minimum: Money(fen: band.minimumFen)
        )
        let duties = checks.text(duties, "duties", upTo: 2000)
        let letter = checks.text(letter, "letter")
        return Appoint.Request(
            post: post,
            person: person,
            certificate: certificate,
            term: try checks.finish(term),
            band: band,
            duties: duties,
            letter: letter
        )
    }
}
