import FilingDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("An enterprise on the register")
struct EnterpriseDecisions {
    static let table: [Decision<Enterprise>] = {
        do { return try rows() } catch { return [] }
    }()

    private static func rows() throws -> [Decision<Enterprise>] {
        let (old, new) = (try WhoSample.particulars(), try WhoSample.particulars("滨州渤海精工股份有限公司"))
        let other = try WhoSample.particulars(code: WhoSample.unitCode)
        let (foundry, plant) = (try WhoSample.foundry(), try WhoSample.plant())
        let (tuesday, day) = (Sample.tuesday, Sample.wednesday)
        let bare = try WhoSample.registered()
        let whole = try WhoSample.registered([foundry, plant])
        let closed = try WhoSample.registered([WhoSample.closed(foundry), plant])
        let again = Enterprise.Unit(id: Sample.generalID, particulars: foundry.particulars, addedOn: day)
        let moved = try WhoSample.unit("二厂", code: nil, county: "371602")
        let itself = try Enterprise.Unit(
            id: Sample.generalID,
            particulars: WhoSample.unit("本部", code: Sample.creditCode),
            addedOn: day
        )
        let many = try (0..<Enterprise.mostUnits).map { index in
            Enterprise.Unit(id: NewID.v7(), particulars: try WhoSample.unit("第\(index)厂", code: nil), addedOn: day)
        }
        let change = Enterprise.Command.change(particulars: new, basis: "营业执照", on: day)
        return [
            .given(
                .unregistered,
                when: .register(particulars: old, units: [foundry], on: tuesday),
                then: .registered(particulars: old, units: [foundry], on: tuesday)
            ),
            .given(
                .unregistered,
                when: .register(particulars: old, units: [foundry, again], on: tuesday),
                refused: .unitNameTwice(name: "邹平铸造")
            ),
            .given(bare, when: .register(particulars: old, on: day), refused: .alreadyRegistered),
            .given(.unregistered, when: change, refused: .notRegistered),
            .given(.unregistered, when: .nameContacts(purposes: [.general], on: day), refused: .notRegistered),
            .given(.unregistered, when: .addUnit(foundry), refused: .notRegistered),
            .given(
                .unregistered,
                when: .changeUnit(foundry.id, to: foundry.particulars, on: day),
                refused: .notRegistered
            ),
            .given(.unregistered, when: .closeUnit(foundry.id, reason: "注销", on: day), refused: .notRegistered),
            .given(bare, when: change, then: .changed(particulars: new, basis: "营业执照", on: day)),
            .given(bare, when: .change(particulars: old, basis: "营业执照", on: day), note: "the same"),
            .given(bare, when: .change(particulars: other, basis: "营业执照", on: day), refused: .otherCreditCode),
            .given(
                bare,
                when: .nameContacts(purposes: [.filing], on: day),
                then: .contactsNamed(purposes: [.filing], on: day)
            ),
            .given(bare, when: .addUnit(foundry), then: .unitAdded(unit: foundry)),
            .given(whole, when: .addUnit(again), refused: .unitNameTwice(name: "邹平铸造")),
            .given(bare, when: .addUnit(itself), refused: .unitCodeTwice(code: Sample.creditCode)),
            .given(
                closed,
                when: .addUnit(again),
                then: .unitAdded(unit: again),
                note: "a closed one gives its name free"
            ),
            .given(try WhoSample.registered(many), when: .addUnit(foundry), refused: .tooManyUnits),
            .given(
                whole,
                when: .changeUnit(plant.id, to: moved, on: day),
                then: .unitChanged(unit: plant.id, particulars: moved, on: day)
            ),
            .given(whole, when: .changeUnit(plant.id, to: plant.particulars, on: day), note: "the same"),
            .given(
                whole,
                when: .changeUnit(plant.id, to: foundry.particulars, on: day),
                refused: .unitNameTwice(name: "邹平铸造")
            ),
            .given(whole, when: .changeUnit(Sample.generalID, to: moved, on: day), refused: .noSuchUnit),
            .given(
                closed,
                when: .changeUnit(foundry.id, to: moved, on: day),
                refused: .unitClosed(name: "邹平铸造")
            ),
            .given(
                whole,
                when: .closeUnit(foundry.id, reason: "注销", on: day),
                then: .unitClosed(unit: foundry.id, reason: "注销", on: day)
            ),
            .given(closed, when: .closeUnit(foundry.id, reason: "注销", on: day), refused: .unitClosed(name: "邹平铸造")),
        ]
    }

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Decision<Enterprise>) { row.verify() }

    @Test("has a table with every cell")
    func complete() { #expect(Set(Self.table.map(\.cell)).count == 12) }

    @Test("lies in the counties it files under and of the units it covers")
    func counties() throws {
        let foundry = try WhoSample.foundry()
        #expect(try WhoSample.registered([foundry]).counties == ["371602", "371681"])
        #expect(try WhoSample.registered([WhoSample.closed(foundry)]).counties == ["371602"])
    }
}

@Suite("What a special-grade filing covers")
struct CoverageDecisions {
    @Test("is the enterprise, units of it, or both, and never a unit it does not have")
    func covers() throws {
        let enterprise = try WhoSample.registered([WhoSample.foundry(), WhoSample.closed(WhoSample.plant())])
        let both = try CoveredUnits(coversEnterprise: true, units: [WhoSample.unitID], of: enterprise)
        #expect(both.counties(of: enterprise) == ["371602", "371681"])
        let unitOnly = try CoveredUnits(coversEnterprise: false, units: [WhoSample.unitID], of: enterprise)
        #expect(unitOnly.counties(of: enterprise) == ["371681"])
        #expect(throws: CoveredUnits.Rejection.nothingCovered) {
            try CoveredUnits(coversEnterprise: false, units: [], of: enterprise)
        }
        #expect(throws: CoveredUnits.Rejection.notCoverable(unit: WhoSample.otherUnitID)) {
            try CoveredUnits(coversEnterprise: true, units: [WhoSample.otherUnitID], of: enterprise)
        }
    }

    @Test("answers every command in every state")
    func decides() throws {
        let enterprise = try WhoSample.registered([WhoSample.foundry()])
        let unit = try CoveredUnits(coversEnterprise: false, units: [WhoSample.unitID], of: enterprise)
        let both = try CoveredUnits(coversEnterprise: true, units: [WhoSample.unitID], of: enterprise)
        let (filing, day) = (Sample.generalID, Sample.monday)
        let rows: [Decision<Coverage>] = [
            .given(.whole, when: .name(nil, of: filing, on: day)),
            .given(
                .whole,
                when: .name(unit, of: filing, on: day),
                then: .named(parts: unit, filing: filing, on: day)
            ),
            .given(.parts(unit), when: .name(unit, of: filing, on: day)),
            .given(
                .parts(unit),
                when: .name(both, of: filing, on: day),
                then: .named(parts: both, filing: filing, on: day)
            ),
            .given(.parts(unit), when: .name(nil, of: filing, on: day), then: .namedWhole(filing: filing, on: day)),
        ]
        for row in rows { row.verify() }
    }
}
