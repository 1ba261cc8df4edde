import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    func list(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let filter = RegistrationRegister.Filter(
            creditCode: try creditCode(call),
            stage: try stage(call),
            county: try county(call),
            overdueOn: try isOverdueAsked(call) ? call.cause.today : nil
        )
        let found = try RegistrationRegister().list(
            filter,
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = found.prefix(call.page.limit)
        let (today, calendar) = (call.cause.today, try CalendarCopy.current(in: tx))
        let views = try shown.map {
            try RegistrationView(
                $0,
                filing: nil,
                certificates: nil,
                on: today,
                by: calendar,
                showsCourse: !call.caller.role.isOfCounty
            )
        }
        return try Answer.page(views, next: found.count > shown.count ? shown.last?.id : nil)
    }

    func listCertificates(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let filter = CertificateRegister.Filter(creditCode: try creditCode(call), stage: try stage(call))
        let found = try CertificateRegister().list(
            filter,
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = found.prefix(call.page.limit)
        return try Answer.page(
            shown.compactMap { CertificateView($0, identity: nil) },
            next: found.count > shown.count ? shown.last?.id : nil
        )
    }

    func listRevocations(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let found = try RevocationStore().list(
            of: call.query("creditCode"),
            in: try stage(call),
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = found.prefix(call.page.limit)
        return try Answer.page(
            shown.compactMap(RevocationView.init),
            next: found.count > shown.count ? shown.last?.id : nil
        )
    }

    /// The enterprise a list is of: an enterprise's own people see their own, officers the one they ask for, or all.
    func creditCode(_ call: Call) throws -> String? {
        let asked = call.query("creditCode")
        guard call.caller.role == .enterpriseHR else { return asked }
        let creditCode = asked ?? call.caller.organisation ?? ""
        try call.require(enterprise: creditCode)
        return creditCode
    }

    /// The county a list is of: a county's officer sees their own, others the one they ask for, or all.
    ///
    /// - Throws: `OtherCounty` where a county's officer asks for another.
    func county(_ call: Call) throws -> String? {
        let asked = call.query("county")
        guard call.caller.role.isOfCounty, let own = call.caller.county else { return asked }
        try call.require(county: asked ?? own)
        return own
    }

    private func isOverdueAsked(_ call: Call) throws -> Bool {
        guard let asked = call.query("overdue") else { return false }
        guard let isOverdue = Bool(asked) else {
            throw InvalidInput(field: "overdue", code: "certificate.overdue-unknown")
        }
        return isOverdue
    }

    func stage<Stage: RawRepresentable<String> & CaseIterable>(_ call: Call) throws -> Stage? {
        try choice(call, "state")
    }

    /// One of the values there are, or nil where none is asked for.
    func choice<Stage: RawRepresentable<String> & CaseIterable>(_ call: Call, _ field: String) throws -> Stage? {
        guard let asked = call.query(field) else { return nil }
        guard let stage = Stage(rawValue: asked) else {
            throw InvalidInput(
                field: field,
                code: "certificate.unknown-state",
                arguments: ["known": Stage.allCases.map(\.rawValue).joined(separator: "、")]
            )
        }
        return stage
    }
}
