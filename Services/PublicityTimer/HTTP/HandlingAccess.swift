import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// An objection as a route has found it, with what its notice shows.
struct Handled {
    let objection: Stored<Objection>
    let complaint: Complaint
    let display: Display
}

extension Call {
    /// Which objections the caller handles, nil for one who only watches over deadlines.
    var handles: Complaint.Addressee? {
        switch caller.role {
        case .objectionHandler: .enterprise
        case .centreOfficer, .provinceOfficer: .authority
        case .bureauOfficer, .countyOfficer, .enterpriseHR, .evaluator, .employee, .operator, .everyone: nil
        }
    }

    /// The objection the path names, if it is the caller's to handle; to anybody else it is as if there were none.
    func handled(_ objections: Objections, _ notices: NoticeRegister, in tx: borrowing Transaction) throws -> Handled {
        guard let objection = try objections.register.find(id(), in: tx), let complaint = objection.state.complaint,
            let display = try notices.find(complaint.notice, in: tx)?.state.display
        else { throw NotFound("objection") }
        try require(enterprise: display.posting.publisher.creditCode)
        guard complaint.addressee == handles else { throw NotFound("objection") }
        guard complaint.subject.person == nil || complaint.subject.person != caller.person else { throw OwnCase() }
        return Handled(objection: objection, complaint: complaint, display: display)
    }

    /// Which objections the caller may look through.
    func worklist() throws -> ObjectionRegister.Filter {
        var filter = ObjectionRegister.Filter()
        filter.notice = try query("notice").map { text in
            guard let id = UUID(uuidString: text) else { throw NotFound("notice") }
            return id
        }
        filter.phase = try query("state").map { text in
            guard let phase = Objection.Phase(rawValue: text), phase != .unreceived else {
                throw InvalidInput(field: "state", code: "publicity-timer.objection-state")
            }
            return phase
        }
        let isOverdue = query("overdue") == "true"
        switch handles {
        case .enterprise?:
            let own = caller.organisation ?? ""
            try require(enterprise: own)
            (filter.creditCode, filter.addressee) = (own, .enterprise)
        // What is overdue anywhere is the authorities' to know; the rest only where it is theirs.
        case .authority?: filter.addressee = isOverdue ? nil : .authority
        case nil: break
        }
        if isOverdue || handles == nil { filter.dueBefore = cause.today }
        return filter
    }
}
