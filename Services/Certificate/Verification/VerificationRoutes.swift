import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Statements

extension Main {
    /// Whether a certificate is genuine, for everybody: for programs, on a page, and on a page to keep.
    var verificationRoutes: [Route] {
        [
            // Asked by POST: a person's name in an address would stay in the logs of every proxy on the way.
            Route(lookingUp: "POST /certificates/verification", mostBytes: 8192, perMinute: limits.perMinute, verify),
            Route(lookingUp: "POST /certificates/verification/statement", mostBytes: 8192, perMinute: limits.perMinute)
            {
                call,
                lookUps in
                let text = try call.body(StatementBody.self).statement
                let finding = try await verifyStatement(text, by: lookUps)
                return try .ok(StatementFindingView(finding, asOf: call.cause.now)).unkept
            },
            Route("GET /verify", perMinute: limits.perMinute) { [verificationPages] _, tx in
                try verificationPages.page(in: tx)
            },
            Route("POST /verify", mostBytes: 8192, perMinute: limits.perMinute, askOnPage),
            Route("GET /verify-offline.html", perMinute: limits.perMinute) { [verificationPages] _, tx in
                try verificationPages.page(in: tx)
            },
        ]
    }

    private func verify(_ call: Call, _ lookUps: LookUps) async throws -> Answer {
        let body = try call.body(VerificationQuestion.self)
        guard body.statement == nil else {
            throw InvalidInput(field: "statement", code: "certificate.statement-elsewhere")
        }
        let (number, name) = (body.number ?? "", body.name ?? "")
        let missing = [("number", number), ("name", name)].filter { $0.1.allSatisfy(\.isWhitespace) }
        guard missing.isEmpty else {
            throw InvalidInput(missing.map { FieldProblem(field: $0.0, code: "certificate.parameter-missing") })
        }
        let lookUp = try lookUp(number, call)
        let rows = try await lookUps.rows(lookUp.statement)
        return try .ok(view(lookUp, rows, name: name, call)).unkept
    }

    /// What to look up of a number; every question is counted, whether there is such a number or not.
    private func lookUp(_ number: String, _ call: Call) throws -> NumberLookUp {
        try call.limit("verification", of: Normalised.identifier(number), perMinute: limits.perNumber)
        return try verifyCertificate.lookUp(number)
    }

    /// What is told of number and name.
    private func view(_ lookUp: NumberLookUp, _ rows: Rows, name: String, _ call: Call) throws -> VerificationView {
        switch try verifyCertificate(lookUp, rows, name: name) {
        case .historic(let record, let change): return VerificationView(record, change, asOf: call.cause.now)
        case .issued(let certificate):
            guard let view = VerificationView(certificate, asOf: call.cause.now) else {
                throw VerifyCertificate.NoMatch()
            }
            return view
        }
    }

    private func askOnPage(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let form = try? call.form()
        guard let form, let number = form["number"], let name = form["name"] else {
            let said = Self.messages.chinese("certificate.parameter-missing", [:])
            return try verificationPages.page(answer: .init(sentence: said), status: 422, in: tx)
        }
        do {
            let lookUp = try lookUp(number, call)
            let view = try view(lookUp, tx.query(lookUp.statement), name: name, call)
            return try verificationPages.page(answer: .init(view), in: tx)
        } catch let none as VerifyCertificate.NoMatch {
            let said = Self.messages.chinese(none.code, [:])
            return try verificationPages.page(answer: .init(sentence: said), status: 404, in: tx)
        }
    }
}

/// What is printed on a certificate, as far as both have to be known.
struct VerificationQuestion: Decodable {
    let number: String?
    let name: String?
    /// What a QR code says, which has a path of its own.
    let statement: String?
}

/// The text of a QR code.
struct StatementBody: Decodable {
    let statement: String
}
