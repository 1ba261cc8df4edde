import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Tells the other services what the register says of an enterprise.
struct AnnounceEnterprise: Sendable {
    let outbox: Outbox

    /// Tells that an enterprise came on the register.
    func registered(_ enterprise: Stored<Enterprise>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let particulars = enterprise.state.particulars else { return }
        try outbox.announce(
            EnterpriseRegistered(
                registered: EnterpriseRef(id: enterprise.id, creditCode: particulars.creditCode.text),
                enterpriseName: particulars.name,
                jurisdiction: particulars.jurisdiction,
                units: enterprise.state.units.isEmpty ? nil : enterprise.state.units.map(EnterpriseUnit.init)
            ),
            because: cause,
            in: tx
        )
    }

    /// Tells that something others know of it has changed; whom to call is none of that.
    func changed(_ enterprise: Stored<Enterprise>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let particulars = enterprise.state.particulars, enterprise.events.contains(where: \.isTold) else {
            return
        }
        try outbox.announce(
            EnterpriseChanged(
                changed: EnterpriseRef(id: enterprise.id, creditCode: particulars.creditCode.text),
                enterpriseName: particulars.name,
                jurisdiction: particulars.jurisdiction,
                units: enterprise.state.units.map(EnterpriseUnit.init),
                changedOn: cause.today
            ),
            because: cause,
            in: tx
        )
    }
}

extension Enterprise.Event {
    fileprivate var isTold: Bool {
        switch self {
        case .registered, .changed, .unitAdded, .unitChanged, .unitClosed: true
        case .contactsNamed: false
        }
    }
}

extension EnterpriseUnit {
    /// A unit as others are told of it.
    init(_ unit: Enterprise.Unit) {
        let particulars = unit.particulars
        let kind: Kind =
            switch particulars.kind {
            case .subsidiary: .subsidiary
            case .branch: .branch
            case .plant: .plant
            }
        self.init(
            id: unit.id,
            kind: kind,
            name: particulars.name,
            creditCode: particulars.creditCode?.text,
            county: particulars.county,
            employees: particulars.employees,
            closedOn: unit.closure?.on
        )
    }
}
