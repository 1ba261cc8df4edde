import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("A county and its enterprises, over HTTP")
struct CountyStory {
    @Test("shows an officer the enterprises and units there, and no parameter makes that wider")
    func scope() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise)
            let path = "/enterprises/\(made.id)"
            let whole = await desk.ask("GET", path, as: .county)
            #expect((whole.members["units"] as? [Any])?.count == 2)
            let part = await desk.ask("GET", path, as: .otherCounty)
            #expect((part.members["units"] as? [[String: Any]])?.map { $0["name"] as? String } == ["邹平铸造"])
            let refused = await desk.ask("GET", path, as: .noCounty)
            #expect(refused.status == 403 && refused.code == "common.other-county")

            #expect(await desk.ask("GET", "/enterprises", as: .bureau).items.count == 2)
            #expect(await desk.ask("GET", "/enterprises", as: .county).items.count == 1)
            #expect(await desk.ask("GET", "/enterprises", as: .noCounty).items.isEmpty)
            for list in [
                "/enterprises", "/general-filings", "/special-filings", "/liaisons", "/policy-notes", "/counties",
            ] {
                let wider = await desk.ask("GET", "\(list)?county=371602", as: .otherCounty)
                #expect(wider.status == 403 && wider.code == "common.other-county", "\(list)")
                #expect(
                    await desk.ask("GET", "\(list)?county=371602", as: .bureau).status
                        == (list == "/counties" ? 200 : 200)
                )
            }
            let named = await desk.ask("GET", "/enterprises?creditCode=9137160270000001X7", as: .county)
            #expect(named.items.isEmpty, "another county's enterprise is not found by its code either")
            for (method, route) in [
                ("POST", "/enterprises"), ("PUT", "\(path)/particulars"), ("POST", "/general-filings"),
                ("POST", "/questions/\(made.id)/answer"), ("POST", "/jurisdictions"),
            ] {
                #expect(await desk.ask(method, route, as: .county, "{}", ifMatch: "\"1\"").status == 403, "\(route)")
            }
        }
    }

    @Test("shows an officer the filings that cover something there")
    func filings() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            let foundry = try #require(WhoPapers.unit("邹平铸造", of: made)["id"] as? String)
            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            _ = await desk.ask(
                "POST",
                "/general-filings/\(general.id)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: general.version
            )
            let special = await desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: general.id))
            #expect(await desk.ask("GET", "/special-filings/\(special.id)", as: .otherCounty).status == 200)
            #expect(await desk.ask("GET", "/general-filings/\(general.id)", as: .otherCounty).status == 200)
            #expect(await desk.ask("GET", "/general-filings/\(general.id)", as: .noCounty).status == 403)

            let strange = await desk.ask(
                "PUT",
                "/special-filings/\(special.id)/units",
                as: .hr,
                #"{"units":["\#(general.id)"]}"#,
                ifMatch: special.version
            )
            #expect(strange.code == "filing.unit-not-coverable")
            let named = await desk.ask(
                "PUT",
                "/special-filings/\(special.id)/units",
                as: .hr,
                #"{"units":["\#(foundry)"],"coversEnterprise":false}"#,
                ifMatch: special.version
            )
            #expect(named.status == 200 && named.members["isWhole"] as? Bool == false)
            #expect(await desk.ask("GET", "/special-filings/\(special.id)", as: .otherCounty).status == 200)
            #expect(await desk.ask("GET", "/special-filings/\(special.id)", as: .county).status == 403)
            #expect(await desk.ask("GET", "/special-filings", as: .county).items.isEmpty)
            #expect(await desk.ask("GET", "/special-filings", as: .otherCounty).items.count == 1)
            #expect(await desk.ask("GET", "/special-filings/\(special.id)/units", as: .county).status == 403)

            let submitted = await desk.ask(
                "POST",
                "/special-filings/\(special.id)/submission",
                as: .hr,
                ifMatch: special.version
            )
            let late = await desk.ask(
                "PUT",
                "/special-filings/\(special.id)/units",
                as: .hr,
                #"{"units":[]}"#,
                ifMatch: submitted.version
            )
            #expect(late.code == "filing.coverage-settled")
        }
    }

    @Test("has talks noted and corrected, with whom only there and at the bureau")
    func liaisons() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            func talk(_ topic: String, on day: String = "2026-08-31", next: String? = "2026-09-03") -> String {
                """
                {"enterprise":"\(made.id)","heldOn":"\(day)","with":"李敏(人事部)","topic":"\(topic)","result":"已讲清备案材料",
                 "nextStep":"回访"\(next.map { ",\"nextOn\":\"\($0)\"" } ?? "")}
                """
            }
            #expect(
                await desk.ask(
                    "POST",
                    "/liaisons",
                    as: .county,
                    talk("电话13905430001", on: "2026-09-02", next: "2026-08-01")
                ).problems
                    == [
                        "topic": "filing.personal-number", "heldOn": "filing.day-to-come", "nextOn": "filing.day-past",
                    ]
            )
            #expect(await desk.ask("POST", "/liaisons", as: .noCounty, talk("备案")).code == "common.other-county")
            let noted = await desk.ask("POST", "/liaisons", as: .county, talk("备案"), key: "once")
            #expect(noted.status == 201)
            let corrected = await desk.ask(
                "PUT",
                "/liaisons/\(noted.id)",
                as: .county,
                talk("特级备案"),
                ifMatch: noted.version
            )
            #expect(corrected.members["topic"] as? String == "特级备案")
            let same = await desk.ask(
                "PUT",
                "/liaisons/\(noted.id)",
                as: .county,
                talk("特级备案"),
                ifMatch: corrected.version
            )
            #expect(same.version == corrected.version)
            #expect(
                await desk.ask("PUT", "/liaisons/\(noted.id)", as: .otherCounty, talk("x"), ifMatch: corrected.version)
                    .status == 403
            )
            #expect(await desk.ask("GET", "/liaisons", as: .bureau).text.contains("李敏"))
            #expect(await desk.ask("GET", "/liaisons", as: .otherCounty).items.isEmpty)
            #expect(await desk.ask("GET", "/liaisons?overdue=true", as: .county).items.isEmpty)
            try await desk.travel(to: "2026-09-04")
            #expect(await desk.ask("GET", "/liaisons?overdue=true", as: .county).items.count == 1)
            try await desk.database.transaction { tx in
                let found: Int =
                    try tx.query(
                        """
                        SELECT (SELECT count(*) FROM liaison AS l WHERE l::text LIKE '%李敏%')
                          + (SELECT count(*) FROM journal WHERE convert_from(event, 'UTF8') LIKE '%李敏%')
                          + (SELECT count(*) FROM idempotency WHERE position(convert_to('李敏', 'UTF8') IN body) > 0) AS found
                        """
                    ).first?.decode("found") ?? -1
                #expect(found == 0)
            }
        }
    }

    @Test("sends policy notes, sees who has read them, and each enterprise's reading counts once")
    func notes() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            let body = #"{"title":"特级技师政策解读","text":"一、评聘结合。"}"#
            #expect(await desk.ask("POST", "/policy-notes", as: .noCounty, body).code == "filing.nobody-to-send-to")
            let foreign = #"{"title":"甲","text":"乙","enterprises":["\#(made.id)"]}"#
            #expect(
                await desk.ask("POST", "/policy-notes", as: .noCounty, foreign).problems == [
                    "enterprises[0]": "filing.enterprise-of-other-county"
                ]
            )
            let sent = await desk.ask("POST", "/policy-notes", as: .otherCounty, body)
            #expect(sent.status == 201 && sent.members["recipients"] as? Int == 1, "it covers a unit there")
            let path = "/policy-notes/\(sent.id)"
            let unread = await desk.ask("GET", "/policy-notes?unread=true", as: .hr)
            #expect(unread.items.count == 1 && !unread.text.contains("评聘结合"))
            #expect(await desk.ask("GET", path, as: .otherHR).status == 404)
            #expect(await desk.ask("GET", path, as: .county).status == 403)
            let first = await desk.ask("GET", path, as: .hr)
            #expect(first.text.contains("评聘结合"))
            let readAt = try #require(first.members["readAt"] as? String)
            try await desk.travel(to: "2026-09-02")
            #expect(await desk.ask("GET", path, as: .hr).members["readAt"] as? String == readAt)
            #expect(await desk.ask("GET", "/policy-notes?unread=true", as: .hr).items.isEmpty)
            let readers = await desk.ask("GET", "\(path)/recipients", as: .otherCounty)
            #expect(readers.items.first?["readAt"] as? String == readAt)
            #expect(await desk.ask("GET", "\(path)/recipients", as: .hr).status == 403)
            let counted = await desk.ask("GET", "/counties", as: .otherCounty).items
            #expect(
                counted.count == 1 && counted.first?["copiesRead"] as? Int == 1 && counted.first?["units"] as? Int == 1
            )
            let all = await desk.ask("GET", "/counties", as: .bureau).items
            #expect(all.count == 11)
            #expect(all.first { $0["code"] as? String == "371602" }?["enterprises"] as? Int == 1)
            let back = await desk.ask(
                "POST",
                "\(path)/withdrawal",
                as: .otherCounty,
                #"{"reason":"有误"}"#,
                ifMatch: sent.version
            )
            #expect(back.members["state"] as? String == "withdrawn")
            #expect(await desk.ask("GET", "/policy-notes", as: .hr).items.isEmpty)
            try await desk.database.transaction { tx in
                let kinds = try tx.query(
                    "SELECT kind FROM journal WHERE aggregate LIKE 'policy_note%' ORDER BY aggregate_id, version"
                ).map { try $0["kind"] as String }
                #expect(kinds.sorted() == ["delivered", "read", "sent", "withdrawn"])
            }
        }
    }

    @Test("adds papers to a note, which those it was sent to see, and nobody's filing papers with them")
    func noteFiles() async throws {
        try await Desk.with { desk in
            _ = await WhoPapers.register(at: desk)
            let sent = await desk.ask("POST", "/policy-notes", as: .county, #"{"title":"解读","text":"正文"}"#)
            let path = "/policy-notes/\(sent.id)/attachments"
            let pdf = Array("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".utf8)
            func add(_ who: Desk.Who, purpose: String = "policy-paper") async -> Desk.Reply {
                let name = "%E6%94%BF%E7%AD%96.pdf"
                return await desk.ask(
                    "POST",
                    "\(path)?name=\(name)&purpose=\(purpose)",
                    as: who,
                    file: pdf,
                    type: "application/octet-stream"
                )
            }
            let added = await add(.county)
            #expect(added.status == 201, "\(added.text)")
            #expect(await add(.otherCounty).status == 403)
            #expect(await add(.hr).status == 403)
            #expect(await add(.county, purpose: "staff").status == 400)
            let listed = await desk.ask("GET", path, as: .hr)
            #expect(listed.status == 200 && listed.text.contains("政策.pdf"))
            #expect(await desk.ask("GET", path, as: .otherHR).status == 404)
            #expect(await desk.ask("GET", "/attachments/\(added.id)", as: .hr).status == 200)
            #expect(await desk.ask("GET", "/attachments/\(added.id)", as: .otherCounty).status == 403)
            #expect(await desk.ask("DELETE", "/attachments/\(added.id)", as: .hr).status == 403)

            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            #expect(await desk.ask("GET", "/general-filings/\(general.id)/attachments", as: .county).status == 403)
        }
    }

    @Test("keeps an officer who declared an interest in an enterprise away from its record")
    func interests() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            let declared = await desk.ask(
                "POST",
                "/interests",
                as: .centre,
                #"{"enterprise":"\#(made.id)","reason":"配偶任职"}"#
            )
            #expect(declared.status == 201, "\(declared.text)")
            let refused = await desk.ask(
                "POST",
                "/enterprises/\(made.id)/units",
                as: .centre,
                WhoPapers.plant.replacing("二厂", with: "三厂"),
                ifMatch: made.version
            )
            #expect(refused.code == "filing.interest-declared", "\(refused.text)")
        }
    }

    @Test("counts a note as read once, though several of an enterprise open it at once")
    func readOnce() async throws {
        try await Desk.with { desk in
            _ = await WhoPapers.register(at: desk)
            let sent = await desk.ask("POST", "/policy-notes", as: .county, #"{"title":"解读","text":"正文"}"#)
            let path = "/policy-notes/\(sent.id)"
            let times = await withTaskGroup(of: String?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        await desk.ask("GET", path, as: .hr).members["readAt"] as? String
                    }
                }
                return await group.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(times.count == 6 && Set(times.map { $0?.prefix(16) }).count == 1 && !times.contains(nil))
            try await desk.database.transaction { tx in
                let read = try tx.query("SELECT FROM journal WHERE aggregate = 'policy_note_copy' AND kind = 'read'")
                    .count
                #expect(read == 1)
            }
        }
    }

    @Test("comes into the table by a file: good rows in, bad ones explained, nothing at a rehearsal")
    func jurisdictionFile() async throws {
        try await Desk.with { desk in
            let file = "代码,名称,上级代码\n370502,东营区,370500\n37,短,370500\n370503,滨城区,370500\n371602,滨城区,371600\n"
            let rehearsed = await desk.ask("POST", "/jurisdictions/import?dryRun=true", as: .operators, file)
            #expect(rehearsed.status == 200 && rehearsed.members["taken"] as? Int == 2)
            #expect(await desk.ask("GET", "/jurisdictions", as: .nobody).items.count == 11)
            let taken = await desk.ask("POST", "/jurisdictions/import", as: .operators, file)
            let rows = taken.members["rows"] as? [[String: Any]] ?? []
            #expect(rows.compactMap { $0["outcome"] as? String } == ["added", "refused", "refused", "same"])
            #expect(taken.text.contains("“滨城区”已是另一代码的名称"))
            let all = await desk.ask("GET", "/jurisdictions", as: .nobody)
            #expect(all.items.count == 12 && all.text.contains("东营区"))
            let wrong = await desk.ask("POST", "/jurisdictions/import", as: .operators, "一,二\n1,2\n")
            #expect(wrong.status == 422 && wrong.code == "spreadsheet.no-headings")
            try await desk.database.transaction { tx in
                let kinds = try tx.query("SELECT kind FROM journal WHERE aggregate = 'jurisdiction'").count
                #expect(kinds == 1)
            }
        }
    }

    @Test("comes into the table by an officer, and names what is wrong with it")
    func jurisdictions() async throws {
        try await Desk.with { desk in
            let made = await desk.ask(
                "POST",
                "/jurisdictions",
                as: .centre,
                #"{"code":"370502","name":"东营区","parent":"370500"}"#
            )
            #expect(made.status == 201)
            let wrong = await desk.ask(
                "POST",
                "/jurisdictions",
                as: .operators,
                #"{"code":"3705","name":"","parent":"x"}"#
            )
            #expect(
                wrong.problems == [
                    "code": "filing.jurisdiction-code", "name": "common.missing-member",
                    "parent": "filing.jurisdiction-parent",
                ]
            )
            let taken = await desk.ask(
                "POST",
                "/jurisdictions",
                as: .centre,
                #"{"code":"370503","name":"东营区","parent":"370500"}"#
            )
            #expect(taken.problems == ["name": "filing.jurisdiction-name-taken"])
            #expect(await desk.ask("GET", "/jurisdictions", as: .nobody).items.count == 12)
            #expect(await desk.ask("POST", "/jurisdictions", as: .county, "{}").status == 403)
        }
    }
}
