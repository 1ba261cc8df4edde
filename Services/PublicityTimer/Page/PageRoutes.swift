import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// What people open in a browser.
    var pageRoutes: [Route] {
        [
            Route("GET /notices/{id}/page") { [pages, register] call, tx in
                guard let (notice, reader) = try call.opened(pages, register, in: tx) else {
                    return try .html(pages.refused())
                }
                return try .html(pages.show(notice, to: reader, at: call.cause.now, in: tx))
            },
            Route("POST /notices/{id}/site-code") { [pages, register] call, tx in
                let notice = try call.notice(in: register, tx)
                let asked = call.bytes.isEmpty ? nil : try call.body(SiteCodeBody.self).renew
                let code = try pages.codes.code(of: notice.id, renewed: asked ?? false, in: tx)
                return try .ok(SiteCodeView(code: code.text, address: pages.address.page(of: notice.id, code))).unkept
            },
            Route("GET /calendar/calculator") { [pages, calendars] call, tx in
                let model = CalculatorModel(call, by: try calendars.current(in: tx))
                let html = try pages.templates.page(.calculator, model)
                return .html(html, status: model.fault == nil ? 200 : 400)
            },
        ] + objectionPageRoutes
    }
}

/// How a site code is asked for.
struct SiteCodeBody: Decodable {
    /// True where the old one got out.
    let renew: Bool?
}

/// A site code, for the enterprise's human resources.
struct SiteCodeView: Encodable {
    let code: String
    /// The page with the code, as the sheet's QR code holds it.
    let address: String
}

extension Answer {
    /// A page of a notice.
    static func html(_ shown: NoticePages.Shown) -> Answer { .html(shown.html, status: shown.status) }
}

extension Call {
    /// The notice the path names, if the caller may look at its page: by the site code, or signed in as somebody of the
    /// enterprise or of an authority; nil for everybody else, whether there is such a notice or not.
    func opened(
        _ pages: NoticePages,
        _ register: NoticeRegister,
        in tx: borrowing Transaction
    ) throws -> (Stored<Notice>, NoticePages.Reader)? {
        let id = (try? id()) ?? UUID()
        let code = query("code")
        let isOpen = try pages.codes.opens(code ?? "", id, in: tx)
        guard let notice = try register.find(id, in: tx), let posting = notice.state.posting else { return nil }
        let isSignedIn = try mayLook(at: posting, in: tx)
        guard isOpen || isSignedIn else { return nil }
        return (notice, NoticePages.Reader(code: isOpen ? code : nil, seesFlags: isSignedIn && corrects))
    }

    /// Whether the caller belongs to those a notice is shown to.
    private func mayLook(at posting: Posting, in tx: borrowing Transaction) throws -> Bool {
        switch caller.role {
        case .employee, .enterpriseHR, .objectionHandler:
            try caller.organisation.map(audience(of: posting.publisher.creditCode, in: tx).contains) ?? false
        case .bureauOfficer, .centreOfficer, .provinceOfficer: true
        case .evaluator, .countyOfficer, .operator, .everyone: false
        }
    }

    /// Whether the caller can have a text of a notice corrected.
    private var corrects: Bool {
        switch caller.role {
        case .enterpriseHR, .objectionHandler, .bureauOfficer, .centreOfficer, .provinceOfficer: true
        case .employee, .evaluator, .countyOfficer, .operator, .everyone: false
        }
    }
}
