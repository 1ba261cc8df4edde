import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

/// The public register as it is read: in pages, as a web page, as a file.
struct PublicRegister: Sendable {
    let entries = RegisterEntries()
    let keep = KeepRegister()
    let pages: PageLibrary
    let authorities: Authorities

    /// Puts it together.
    ///
    /// - Throws: Where a template cannot be read.
    init(authorities: Authorities) throws {
        pages = try PageLibrary([(RegisterTemplate.name, RegisterTemplate.text)])
        self.authorities = authorities
    }

    /// A part of what was found, and where the next begins.
    func page(_ call: Call, in tx: borrowing Transaction) throws -> (entries: [RegisterEntry], next: UUID?) {
        let found = try entries.page(
            Self.filter(call, in: tx),
            on: call.cause.today,
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = Array(found.prefix(call.page.limit))
        return (shown, found.count > shown.count ? shown.last?.filing : nil)
    }

    /// What a call asks for.
    ///
    /// - Throws: `InvalidInput` naming every word that is none.
    static func filter(_ call: Call, in tx: borrowing Transaction) throws -> RegisterFilter {
        var check = Check()
        var filter = RegisterFilter(
            words: call.query("q").map { check.optional($0, "q", most: 100) },
            occupation: call.query("occupation").map { check.optional($0, "occupation", most: 100) }
        )
        if let text = call.query("county") {
            filter.county = try Jurisdictions().code(of: text, in: tx)
            if filter.county == nil { check.problem("county", "filing.unknown-jurisdiction") }
        }
        if let text = call.query("kind") {
            filter.kind = RegisterKind(rawValue: text)
            if filter.kind == nil { check.problem("kind", "filing.unknown-kind") }
        }
        if let text = call.query("state") {
            filter.phase = RegisterState(rawValue: text)
            let states = RegisterState.allCases.map(\.rawValue).joined(separator: "、")
            if filter.phase == nil { check.problem("state", "filing.unknown-state", ["states": states]) }
        }
        try check.done()
        return filter
    }
}

/// Whom the public turns to with questions.
struct RegisterContact: Sendable {
    let name: String
    let sections: String
    let telephone: String?
    let address: String?
    let email: String?

    /// The contact block (问题及建议) of a day.
    init(_ block: ContactBlock) {
        name = block.name
        sections = block.sectionNames
        telephone = block.telephone
        address = block.address
        email = block.email
    }
}
