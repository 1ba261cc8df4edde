import Foundation
import Kernel

extension Enterprise {
    /// Units one enterprise may have on record.
    package static let mostUnits = 500

    /// Why somebody is told no about an enterprise.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The credit code is on the register already.
        case alreadyRegistered
        /// It is not on the register.
        case notRegistered
        /// Another credit code is another enterprise.
        case otherCreditCode
        /// There is no such unit.
        case noSuchUnit
        /// The unit was closed.
        case unitClosed(name: String)
        /// Two of its units have the same name.
        case unitNameTwice(name: String)
        /// Two units, or the enterprise and a unit, have the same credit code.
        case unitCodeTwice(code: String)
        /// The credit code belongs to a unit of another enterprise.
        case unitCodeTaken(code: String)
        /// There are as many units as fit into what others are told.
        case tooManyUnits

        package var code: String {
            switch self {
            case .alreadyRegistered: "filing.enterprise-already-registered"
            case .notRegistered: "filing.enterprise-not-registered"
            case .otherCreditCode: "filing.other-credit-code"
            case .noSuchUnit: "filing.no-such-unit"
            case .unitClosed: "filing.unit-closed"
            case .unitNameTwice: "filing.unit-name-twice"
            case .unitCodeTwice: "filing.unit-code-twice"
            case .unitCodeTaken: "filing.unit-code-taken"
            case .tooManyUnits: "filing.too-many-units"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .unitClosed(let name), .unitNameTwice(let name): ["name": name]
            case .unitCodeTwice(let code), .unitCodeTaken(let code): ["code": code]
            case .tooManyUnits: ["most": String(Enterprise.mostUnits)]
            case .alreadyRegistered, .notRegistered, .otherCreditCode, .noSuchUnit: [:]
            }
        }
    }

    /// Units are told apart by name and, where they have one, credit code.
    static func check(_ units: [Unit], of creditCode: CreditCode) throws(Rejection) {
        guard units.count <= mostUnits else { throw .tooManyUnits }
        var names: Set<String> = []
        var codes: Set<CreditCode> = [creditCode]
        for unit in units where unit.isOpen {
            let particulars = unit.particulars
            guard names.insert(particulars.name).inserted else { throw .unitNameTwice(name: particulars.name) }
            guard let code = particulars.creditCode else { continue }
            guard codes.insert(code).inserted else { throw .unitCodeTwice(code: code.text) }
        }
    }

    static func open(_ id: UUID, in units: [Unit]) throws(Rejection) -> Unit {
        guard let unit = units.first(where: { $0.id == id }) else { throw .noSuchUnit }
        guard unit.isOpen else { throw .unitClosed(name: unit.particulars.name) }
        return unit
    }
}
