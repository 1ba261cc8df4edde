import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What special-grade filings cover of their enterprises.
    var coverageRoutes: [Route] {
        [
            Route("GET /special-filings/{id}/units") { call, tx in
                guard let entry = try register.specialFiling(call.id(), in: tx), let filer = entry.state.dossier?.filer
                else { throw NotFound("special-filing") }
                try call.require(enterprise: filer.creditCode)
                let enterprise = try enterprises.find(filer.id, in: tx).state
                let parts = try coverages.load([entry.id], in: tx)[entry.id]
                try call.require(anyCounty: parts?.counties(of: enterprise) ?? enterprise.counties)
                return try .ok(CoverageView(parts, of: enterprise), version: entry.version)
            },
            Route("PUT /special-filings/{id}/units") { call, tx in
                let wanted = try call.body(CoverageBody.self).read()
                let filing = try call.opened(specials, in: tx)
                guard [.draft, .correcting].contains(filing.state.phase), let filer = filing.state.dossier?.filer
                else { throw CoverageSettled() }
                try coverages.name(wanted, of: filing.id, filer: filer.id, because: call.cause, in: tx)
                let parts = try coverages.load([filing.id], in: tx)[filing.id]
                let enterprise = try enterprises.find(filer.id, in: tx).state
                return try .ok(CoverageView(parts, of: enterprise), version: filing.version)
            },
        ]
    }
}

/// What a filing covers was settled when it was handed in.
struct CoverageSettled: Rejection, Hashable {
    var code: String { "filing.coverage-settled" }
}

/// What a filing is to cover, as clients write it: members of `POST /special-filings`, or a body of their own.
struct CoverageBody: Decodable {
    /// Nil for the enterprise as a whole.
    let units: [String]?
    /// Whether it covers the enterprise itself beside its units; it does where nothing is said.
    let coversEnterprise: Bool?

    /// What is to be covered, nil for the enterprise as a whole.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> WantedCoverage? {
        guard let units else { return nil }
        var check = Check()
        if units.count > Enterprise.mostUnits {
            check.problem("units", "filing.too-many", ["most": String(Enterprise.mostUnits)])
        }
        let ids = units.prefix(Enterprise.mostUnits).enumerated().map { check.id($1, "units[\($0)]") }
        try check.done()
        return WantedCoverage(coversEnterprise: coversEnterprise ?? true, units: ids.compactMap(\.self))
    }
}

/// What a filing covers.
struct CoverageView: Encodable {
    /// Whether it covers the enterprise with all its units.
    let isWhole: Bool
    let coversEnterprise: Bool
    /// The units named; those closed since say so.
    let units: [UnitView]

    init(_ parts: CoveredUnits?, of enterprise: Enterprise) {
        isWhole = parts == nil
        coversEnterprise = parts?.coversEnterprise ?? true
        units = enterprise.units.filter { parts?.units.contains($0.id) ?? $0.isOpen }.map(UnitView.init)
    }
}
