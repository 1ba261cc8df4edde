import Documents
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// What is printed for notice boards.
    var sheetRoutes: [Route] {
        [
            Route("GET /notices/{id}/sheet") { [pages, register] call, tx in
                let notice = try call.notice(in: register, tx)
                guard let display = notice.state.display else { throw NotFound("notice") }
                guard notice.state.isOnShow else { throw SheetEnded() }
                let code = try pages.codes.code(of: notice.id, in: tx)
                let contacts = try pages.authorities.contacts(on: call.cause.today, in: tx)
                let sheet = NoticeSheet(
                    notice: notice.state,
                    display: display,
                    authority: contacts.authority,
                    suggestions: contacts.suggestions,
                    policy: pages.policy,
                    address: pages.address.page(of: notice.id, code),
                    code: code
                )
                return .file(try sheet.printed(), type: "application/pdf", name: "公示单.pdf", isShown: true)
            }
        ]
    }
}

/// The notice is over; what hangs on a board is to be taken down.
struct SheetEnded: Rejection, Hashable {
    var code: String { "publicity-timer.sheet-ended" }
}

extension NoticeSheet {
    /// The PDF.
    ///
    /// - Throws: `UnprintableCharacter`; `DocumentError` for a fault of ours.
    func printed() throws -> [UInt8] { try document().printed() }
}
