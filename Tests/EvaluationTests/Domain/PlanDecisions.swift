import EvaluationDomain
import Kernel
import TestSupport
import Testing

@Suite("An implementation plan")
struct PlanDecisions {
    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<ImplementationPlan>) { row.verify() }

    static func table() throws -> [Decision<ImplementationPlan>] {
        let terms = try Sample.terms()
        let today = Sample.today
        let shown = try Disclosure(
            shownToEmployeesOn: today,
            proof: "照片",
            sentToAuthorityOn: today,
            proofOfSending: "回执",
            today: today
        )
        let drawn = ImplementationPlan.drawnUp(terms: terms)
        let disclosed = ImplementationPlan.disclosed(terms: terms, disclosure: shown)
        let other = try Sample.terms(title: "另一版")
        let second = PlanVersion(
            number: 2,
            digest: "dd",
            terms: other,
            writtenOn: today,
            reason: "增加岗位",
            disclosure: nil,
            receipt: nil
        )
        let late = try Sample.terms(
            filing: FilingScope(
                filing: Sample.id(3),
                enterprise: Sample.enterprise,
                enterpriseName: Sample.scope.enterpriseName,
                agencyCode: Sample.scope.agencyCode,
                occupations: Sample.occupations,
                validFrom: Sample.scope.validFrom,
                validThrough: Sample.scope.validThrough
            )
        )
        let tomorrow = try Disclosure(
            shownToEmployeesOn: today.adding(days: 1),
            proof: "照片",
            sentToAuthorityOn: today,
            proofOfSending: "回执",
            today: today.adding(days: 1)
        )
        let officer = PlanReceipt(by: "officer", name: "李", on: today)
        var received = disclosed
        received.apply(.received(receipt: officer))
        let remark = PlanRemark(
            version: 1,
            text: "请写明回避办法",
            asksForRevision: true,
            by: "officer",
            name: "李",
            on: today
        )
        let revise = ImplementationPlan.Command.revise(other, digest: "dd", reason: "增加岗位", today: today)
        return [
            .given(.absent, when: .drawUp(terms, today: today), then: .drawnUp(terms: terms)),
            .given(
                .absent,
                when: .drawUp(terms, today: Sample.day("2028-02-29")),
                then: .drawnUp(terms: terms),
                note: "on the last day of the filing"
            ),
            .given(
                .absent,
                when: .drawUp(terms, today: Sample.day("2028-03-01")),
                refused: .filingExpired(on: Sample.day("2028-02-29")),
                note: "after the filing ran out"
            ),
            .given(.absent, when: .disclose(shown), refused: .notDrawnUp),
            .given(drawn, when: .drawUp(terms, today: today), refused: .alreadyDrawnUp),
            .given(drawn, when: .disclose(shown), then: .disclosed(disclosure: shown)),
            .given(
                disclosed,
                when: .drawUp(terms, today: today),
                refused: .alreadyDrawnUp
            ),
            .given(disclosed, when: .disclose(shown), refused: .alreadyDisclosed),
            .given(
                drawn,
                when: .disclose(tomorrow),
                refused: .disclosedTooLate(opens: today),
                note: "after applications have opened"
            ),
            .given(.absent, when: revise, refused: .notDrawnUp),
            .given(drawn, when: revise, then: .revised(version: second)),
            .given(disclosed, when: revise, then: .revised(version: second)),
            .given(
                disclosed,
                when: .revise(terms, digest: "dd", reason: "无", today: today),
                refused: .unchanged,
                note: "into the same"
            ),
            .given(
                drawn,
                when: .revise(late, digest: "dd", reason: "另一备案", today: today),
                refused: .otherFiling
            ),
            .given(
                drawn,
                when: .revise(other, digest: "dd", reason: "晚", today: Sample.day("2028-03-01")),
                refused: .filingExpired(on: Sample.day("2028-02-29"))
            ),
            .given(.absent, when: .receive(officer), refused: .notDisclosed),
            .given(drawn, when: .receive(officer), refused: .notDisclosed),
            .given(disclosed, when: .receive(officer), then: .received(receipt: officer)),
            .given(received, when: .receive(officer), refused: .alreadyReceived),
            .given(.absent, when: .remark("x", asksForRevision: false, by: officer), refused: .notDisclosed),
            .given(drawn, when: .remark("x", asksForRevision: false, by: officer), refused: .notDisclosed),
            .given(
                disclosed,
                when: .remark(remark.text, asksForRevision: true, by: officer),
                then: .received(receipt: officer),
                .remarked(remark: remark),
                note: "who remarks has received it"
            ),
            .given(
                received,
                when: .remark(remark.text, asksForRevision: true, by: officer),
                then: .remarked(remark: remark)
            ),
        ]
    }

    @Test(
        "may be stricter than the notice and never laxer",
        arguments: [(5, 4, 1, true), (7, 5, 2, true), (4, 4, 1, false), (5, 3, 1, false), (5, 4, 0, false)]
    )
    func floors(days: Int, years: Int, conditions: Int, isAllowed: Bool) throws {
        let criteria = Criteria(seniorPostYears: years, additionalConditions: conditions)
        if isAllowed {
            #expect(try Sample.terms(criteria: criteria, publicityDays: days).publicityDays == days)
        } else {
            let refused = #expect(throws: InvalidInput.self) {
                try Sample.terms(criteria: criteria, publicityDays: days)
            }
            #expect(refused?.problems.map(\.code) == ["evaluation.laxer-than-notice"])
        }
    }

    @Test(
        "lets neither human resources nor the panel take objections",
        arguments: [
            ("纪检监察室", true), ("公司工会委员会", true), ("人力资源部", false), ("人事处", false), ("专家评审委员会办公室", false),
            ("公司纪委(人力资源部代)", false), (" ", false),
        ]
    )
    func office(name: String, isAllowed: Bool) throws {
        if isAllowed {
            #expect(try Sample.terms(office: name).handlingOffice == name)
        } else {
            let refused = #expect(throws: InvalidInput.self) { try Sample.terms(office: name) }
            #expect(refused?.problems.map(\.field) == ["handlingOffice"])
        }
    }

    @Test(
        "says how the office is reached, where it says anything of it",
        arguments: [
            (HandlingContact(person: "孙建国", telephone: "0543-5550123"), []),
            (HandlingContact(address: "办公楼305室"), []), (HandlingContact(email: "jijian@example.com"), []),
            (HandlingContact(person: "孙建国"), ["handlingContact.telephone"]),
            (HandlingContact(telephone: "找老孙"), ["handlingContact.telephone"]),
            (HandlingContact(email: "jijian"), ["handlingContact.email"]),
        ]
    )
    func contact(contact: HandlingContact, problems: [String]) throws {
        do {
            let terms = try Sample.terms(contact: contact)
            #expect(problems.isEmpty)
            #expect(terms.handlingContact == contact)
        } catch let refused as InvalidInput {
            #expect(refused.problems.map(\.field) == problems)
        }
    }

    @Test(
        "takes no more of a contact than a notice has room for",
        arguments: [("person", 60), ("telephone", 40), ("address", 200), ("email", 120)]
    )
    func contactLengths(field: String, most: Int) throws {
        func contact(_ count: Int) -> HandlingContact {
            func text(_ name: String, _ text: String) -> String? { name == field ? text : nil }
            return HandlingContact(
                person: text("person", String(repeating: "孙", count: count)),
                telephone: text("telephone", String(repeating: "5", count: count)) ?? "0543-5550123",
                address: text("address", String(repeating: "楼", count: count)),
                email: text("email", String(repeating: "j", count: count - 6) + "@gj.cn")
            )
        }
        let refused = #expect(throws: InvalidInput.self) { try Sample.terms(contact: contact(most + 1)) }
        #expect(refused?.problems.map(\.field) == ["handlingContact.\(field)"])
        #expect(refused?.problems.map(\.code) == ["evaluation.text-too-long"])
        #expect(refused?.problems.map(\.arguments) == [["most": String(most)]])
        // A telephone has a shape that is shorter still.
        guard field != "telephone" else { return }
        #expect(try Sample.terms(contact: contact(most)).handlingContact == contact(most))
    }

    @Test("needs a panel of five")
    func panel() {
        let refused = #expect(throws: InvalidInput.self) { try Sample.terms(panel: 4) }
        #expect(refused?.problems.map(\.field) == ["panel"])
    }

    @Test("is not shown on a day that has not come, nor without proof")
    func disclosureChecks() {
        let refused = #expect(throws: InvalidInput.self) {
            try Disclosure(
                shownToEmployeesOn: Sample.day("2026-09-02"),
                proof: " ",
                sentToAuthorityOn: Sample.today,
                proofOfSending: "回执",
                today: Sample.today
            )
        }
        #expect(refused?.problems.map(\.field) == ["proof", "shownToEmployeesOn"])
    }
}
