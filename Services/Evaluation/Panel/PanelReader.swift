import EvaluationDomain
import Foundation
import Kernel
import ServiceKit

/// How much of a panel a reader sees.
enum PanelReader {
    /// HR and officers: everything.
    case desk
    /// The chair: everything, so as to decide requests.
    case chair
    /// A member: who sits, and where they themselves stand aside.
    case member(String)
    /// An employee, or the office that handles objections: who sits, so that a recusal can be asked for.
    case employee

    /// A reader of a round's panel.
    ///
    /// - Throws: `Round.Rejection.notOnPanel` for an evaluator without a seat, `OtherEnterprise`.
    init(_ call: Call, seats: Seats, creditCode: String) throws {
        if call.caller.role == .evaluator {
            guard seats.seat(of: call.caller.subject) != nil else { throw Round.Rejection.notOnPanel }
            // A member may come from another enterprise; the seat says who may read.
            try call.require(enterprise: call.caller.organisation ?? "")
            self = seats.chair == call.caller.subject ? .chair : .member(call.caller.subject)
            return
        }
        try call.require(enterprise: creditCode)
        let isOutside = call.caller.role == .employee || call.caller.role == .objectionHandler
        self = isOutside ? .employee : .desk
    }

    /// Whether a recusal is shown.
    func sees(_ recusal: PanelRecusal) -> Bool {
        switch self {
        case .desk, .chair: true
        case .member(let account): recusal.member == account
        case .employee: false
        }
    }

    /// Whether a request is shown; a chair does not see one against themselves.
    func sees(_ request: RecusalRequest, chair: String?) -> Bool {
        switch self {
        case .desk: true
        case .chair: request.member != chair
        case .member, .employee: false
        }
    }

    /// Whether reserves, replacements and shortfalls are shown.
    var seesAll: Bool {
        switch self {
        case .desk, .chair: true
        case .member, .employee: false
        }
    }
}
