import FilingDomain
import Foundation
import Kernel

/// An enterprise with units; names and codes are invented, the codes valid.
enum WhoSample {
    static let unitID = UUID(uuidString: "01990000-0000-7000-8000-0000000000a1") ?? UUID()
    static let otherUnitID = UUID(uuidString: "01990000-0000-7000-8000-0000000000a2") ?? UUID()
    static let unitCode = "91371681MA3N000221"
    static let otherUnitCode = "91371681MA3N000335"

    static func particulars(
        _ name: String = "滨州渤海精工机械有限公司",
        code: String = Sample.creditCode
    ) throws -> EnterpriseParticulars {
        try EnterpriseParticulars(
            creditCode: CreditCode(code),
            name: name,
            jurisdiction: "371602",
            legalRepresentative: "王建国"
        )
    }

    static func unit(
        _ name: String = "邹平铸造",
        code: String? = unitCode,
        county: String = "371681"
    ) throws -> UnitParticulars {
        UnitParticulars(
            kind: code == nil ? .plant : .subsidiary,
            name: name,
            creditCode: try code.map { try CreditCode($0) },
            site: code == nil ? "黄河五路1号" : "",
            county: county,
            employees: 120
        )
    }

    static func foundry() throws -> Enterprise.Unit {
        Enterprise.Unit(id: unitID, particulars: try unit(), addedOn: Sample.monday)
    }

    static func plant() throws -> Enterprise.Unit {
        Enterprise.Unit(
            id: otherUnitID,
            particulars: try unit("二厂", code: nil, county: "BZ-KFQ"),
            addedOn: Sample.monday
        )
    }

    static func registered(_ units: [Enterprise.Unit] = []) throws -> Enterprise {
        .registered(particulars: try particulars(), units: units, on: Sample.monday)
    }

    static func closed(_ unit: Enterprise.Unit) -> Enterprise.Unit {
        Enterprise.Unit(
            id: unit.id,
            particulars: unit.particulars,
            addedOn: unit.addedOn,
            closure: .init(reason: "注销", on: Sample.tuesday)
        )
    }
}
