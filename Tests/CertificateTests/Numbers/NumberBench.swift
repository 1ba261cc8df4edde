import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

@testable import CertificateService

extension Bench {
    static let passed = #"{"outcome":"passed"}"#

    /// Lets numbers come from somewhere, from today on.
    func follow(numbers source: String, from day: String) async throws {
        let answer = try await ask(
            "POST /configuration/procedure",
            as: "bureau",
            body: Self.procedure(numbers: source, from: day)
        )
        guard answer.status == 201 else { throw NotFound(answer.text) }
    }

    /// A procedure whose numbers come from somewhere.
    static func procedure(numbers source: String, from day: String) -> String {
        """
        {"basis":"编号来源","inForceFrom":"\(day)","municipalAudit":"here","provincialAudit":"here",
        "isMunicipalAuditOfProvinciallyFiled":true,"numbers":"\(source)","uploadDueDays":10,"correctionDueDays":5}
        """
    }

    /// Lets a scheme of numbers be followed.
    func follow(scheme: String, from day: String) async throws -> Answered {
        try await ask(
            "POST /configuration/numbering",
            as: "bureau",
            body: #"{"basis":"编码规则","inForceFrom":"\#(day)",\#(scheme)}"#
        )
    }

    /// The paths of all registrations, oldest first.
    func registrations() async throws -> [String] {
        try await ask("GET /registrations?limit=200", as: "centre").json["items"]?.elements
            .compactMap { $0["id"]?.text }.map { "/registrations/\($0)" } ?? []
    }

    /// Takes a registration a step on, at the version it is at; nil where there is no such step.
    @discardableResult
    func step(_ path: String, _ step: String, as name: String, body: String = "") async throws -> Answered {
        let version = try await ask("GET \(path)", as: "centre").json["version"]?.int
        return try await ask("POST \(path)/\(step)", as: name, version: version, body: body)
    }

    /// Takes a registration through submission and both audits.
    func pass(_ path: String) async throws {
        try await step(path, "submission", as: "hr")
        try await step(path, "municipal-audit", as: "centre", body: Self.passed)
        try await step(path, "provincial-audit", as: "province", body: Self.passed)
    }

    /// The numbers on the certificates of a registration, by name.
    func numbers(_ path: String) async throws -> [String: String] {
        let certificates = try await ask("GET \(path)", as: "centre").json["certificates"]?.elements ?? []
        return Dictionary(
            certificates.compactMap { one in one["number"]?.text.map { (one["name"]?.text ?? "", $0) } }
        ) { $1 }
    }

    /// The ledger: each number with its standing and why.
    func ledger() async throws -> [String] {
        try await ask("GET /numbers?limit=200", as: "province").json["items"]?.elements.map { line in
            [line["number"]?.text.map { String($0.suffix(9)) }, line["standing"]?.text, line["reason"]?.text]
                .compactMap(\.self).joined(separator: " ")
        } ?? []
    }

    /// Whether the ledger, counted anew, is sound.
    func isSound() async throws -> Bool {
        try await pool.transaction { tx in try RecountNumbers()(.init(), in: tx).isSound }
    }
}
