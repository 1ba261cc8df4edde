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
                guard notice.state.isOnShow else { throw SheetRefusal.ended }
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

/// Why a sheet is not printed.
enum SheetRefusal: Rejection, Hashable {
    /// A character that no font of this machine has, or that prints nothing.
    case glyph(character: String, point: String)
    /// The notice is over; what hangs on a board is to be taken down.
    case ended

    var code: String {
        switch self {
        case .glyph: "publicity-timer.glyph"
        case .ended: "publicity-timer.sheet-ended"
        }
    }

    var arguments: [String: String] {
        switch self {
        case .glyph(let character, let point): ["character": character, "point": point]
        case .ended: [:]
        }
    }
}

extension NoticeSheet {
    /// The PDF.
    ///
    /// - Throws: ``SheetRefusal`` for a character that cannot be printed; `DocumentError` for a fault of ours.
    func printed() throws -> [UInt8] {
        do {
            return try document().pdf()
        } catch {
            switch error {
            case .missingGlyph(let scalar): throw SheetRefusal.glyph(character: String(scalar), point: scalar.point)
            case .unprintable(let scalar): throw SheetRefusal.glyph(character: "", point: scalar.point)
            default: throw error
            }
        }
    }
}

extension Unicode.Scalar {
    /// `U+2CB4E`.
    fileprivate var point: String { "U+" + String(value, radix: 16, uppercase: true) }
}
