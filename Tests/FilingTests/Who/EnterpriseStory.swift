import Contracts
import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("An enterprise and its units, over HTTP")
struct EnterpriseStory {
    @Test("are registered, changed and closed on record, and the others are told each time")
    func changes() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            #expect(made.status == 201)
            let path = "/enterprises/\(made.id)"
            let renamed = await desk.ask(
                "PUT",
                "\(path)/particulars",
                as: .hr,
                #"{"name":"滨州渤海精工股份有限公司","basis":"营业执照2026-09-01换发"}"#,
                ifMatch: made.version
            )
            #expect(renamed.status == 200 && renamed.version == "\"2\"")
            let same = await desk.ask(
                "PUT",
                "\(path)/particulars",
                as: .hr,
                #"{"name":"滨州渤海精工股份有限公司","basis":"再报一次"}"#,
                ifMatch: renamed.version
            )
            #expect(same.status == 200 && same.version == renamed.version)
            let added = await desk.ask(
                "POST",
                "\(path)/units",
                as: .hr,
                #"{"kind":"branch","name":"惠民分公司","creditCode":"91371602MA3N00044U","county":"惠民县","employees":40}"#,
                ifMatch: renamed.version
            )
            #expect(added.status == 200)
            let branch = try #require(WhoPapers.unit("惠民分公司", of: added)["id"] as? String)
            let moved = await desk.ask(
                "PUT",
                "\(path)/units/\(branch)",
                as: .centre,
                #"{"kind":"branch","name":"惠民分公司","creditCode":"91371602MA3N00044U","county":"阳信县","employees":45}"#,
                ifMatch: added.version
            )
            #expect(WhoPapers.unit("惠民分公司", of: moved)["county"] as? String == "371622")
            let closed = await desk.ask(
                "POST",
                "\(path)/units/\(branch)/closure",
                as: .hr,
                #"{"reason":"分公司注销"}"#,
                ifMatch: moved.version
            )
            #expect(WhoPapers.unit("惠民分公司", of: closed)["closedOn"] as? String == "2026-09-01")
            let facts = try await desk.said(EnterpriseChanged.self)
            #expect(facts.map(\.units.count) == [2, 3, 3, 3])
            #expect(facts.last?.units.last?.closedOn == LocalDate("2026-09-01"))
            #expect(facts.first?.enterpriseName == "滨州渤海精工股份有限公司")
            let registered = try await desk.said(EnterpriseRegistered.self)
            #expect(registered.first?.units?.map(\.county) == ["371681", "BZ-KFQ"])
            let kinds = try await desk.database.transaction { tx in
                try tx.query("SELECT kind FROM journal WHERE aggregate = 'enterprise' ORDER BY version").map {
                    try $0["kind"] as String
                }
            }
            #expect(kinds == ["registered", "changed", "unitAdded", "unitChanged", "unitClosed"])
            let history = await desk.ask("GET", "\(path)/history", as: .hr)
            #expect(history.items.compactMap { $0["version"] as? Int } == [1, 2, 3, 4, 5])
            #expect(history.text.contains("营业执照2026-09-01换发") && history.text.contains("分公司注销"))
            #expect(await desk.ask("GET", "\(path)/history?afterVersion=4", as: .bureau).items.count == 1)
            #expect(await desk.ask("GET", "\(path)/history", as: .otherHR).status == 403)
        }
    }

    @Test("keep persons sealed, outside history, facts and kept answers, with a purpose each")
    func contacts() async throws {
        try await Desk.with { desk in
            let made = await desk.ask("POST", "/enterprises", as: .centre, WhoPapers.withUnits, key: "once")
            #expect(!made.text.contains("李敏") && !made.text.contains("13905430001"))
            let path = "/enterprises/\(made.id)"
            let shown = await desk.ask("GET", path, as: .hr)
            #expect(shown.text.contains("李敏") && shown.text.contains("13905430001"))
            let replaced = await desk.ask(
                "PUT",
                "\(path)/contacts",
                as: .hr,
                #"{"contacts":[{"purpose":"general","name":"孙悦","telephone":"0543-8170009"}]}"#,
                ifMatch: made.version,
                key: "twice"
            )
            #expect(replaced.status == 200 && !replaced.text.contains("孙悦"))
            let after = await desk.ask("GET", path, as: .centre)
            #expect(after.text.contains("孙悦") && !after.text.contains("李敏"))
            #expect(try await desk.said(EnterpriseChanged.self).isEmpty, "whom to call is told to nobody")
            try await desk.database.transaction { tx in
                for word in ["李敏", "赵强", "13905430001", "8170009", "孙悦", "li@example.cn"] {
                    let found: Int =
                        try tx.query(
                            """
                            SELECT (SELECT count(*) FROM enterprise WHERE enterprise::text LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM enterprise_contact AS c WHERE c::text LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM enterprise_contact WHERE position(convert_to(\(word), 'UTF8')
                                    IN name_sealed || telephone || COALESCE(email, '')) > 0)
                              + (SELECT count(*) FROM journal WHERE convert_from(event, 'UTF8') LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM outbox WHERE convert_from(body, 'UTF8') LIKE '%' || \(word) || '%')
                              + (SELECT count(*) FROM idempotency WHERE position(convert_to(\(word), 'UTF8') IN body) > 0)
                              AS found
                            """
                        ).first?.decode("found") ?? -1
                    #expect(found == 0, "\(word)")
                }
                let purposes = try tx.query(
                    "SELECT event FROM journal WHERE kind = 'contactsNamed'"
                ).map { String(decoding: try $0.decode("event", as: [UInt8].self), as: UTF8.self) }
                #expect(purposes.count == 1 && purposes[0].contains("general"))
            }
        }
    }

    @Test("are refused with every field named; wrong codes, places, sites and purposes among them")
    func fields() async throws {
        try await Desk.with { desk in
            let wrong = await desk.ask(
                "POST",
                "/enterprises",
                as: .centre,
                """
                {"creditCode":"91371600MA3N00011J","name":"甲","jurisdiction":"371602","legalRepresentative":"乙",
                 "contacts":[{"purpose":"gossip","name":"丙","telephone":"1","email":"nowhere"}],
                 "units":[{"kind":"ship","name":"","county":"济南","employees":-1},
                          {"kind":"plant","name":"二厂","creditCode":"91371681MA3N000222","county":"371602","employees":1}]}
                """
            )
            #expect(
                wrong.problems == [
                    "contacts[0].purpose": "filing.unknown-word", "contacts[0].email": "filing.email",
                    "units[0].kind": "filing.unknown-word", "units[0].name": "common.missing-member",
                    "units[0].site": "filing.unit-code-or-site", "units[0].county": "filing.unknown-jurisdiction",
                    "units[0].employees": "filing.out-of-range", "units[1].creditCode": "identifier.check-character",
                ]
            )
            let made = await WhoPapers.register(at: desk)
            let moving = await desk.ask(
                "PUT",
                "/enterprises/\(made.id)/particulars",
                as: .hr,
                #"{"jurisdiction":"邹平市","basis":"迁址"}"#,
                ifMatch: made.version
            )
            #expect(moving.problems == ["jurisdiction": "filing.jurisdiction-by-officer"])
            let moved = await desk.ask(
                "PUT",
                "/enterprises/\(made.id)/particulars",
                as: .centre,
                #"{"jurisdiction":"邹平市","basis":"迁址"}"#,
                ifMatch: made.version
            )
            #expect(moved.members["jurisdiction"] as? String == "371681")
        }
    }

    @Test("keep characters that few fonts have, in names and sealed ones")
    func rareCharacters() async throws {
        try await Desk.with { desk in
            let body = WhoPapers.withUnits.replacing("渤海精工", with: "𠀀𪚥精工").replacing("李敏", with: "李𬭎")
                .replacing("邹平铸造", with: "邹平𠮷造")
            let made = await desk.ask("POST", "/enterprises", as: .centre, body)
            let shown = await desk.ask("GET", "/enterprises/\(made.id)", as: .hr)
            for text in ["𠀀𪚥精工", "李𬭎", "邹平𠮷造"] { #expect(shown.text.contains(text), "\(text)") }
            let fact = try await desk.said(EnterpriseRegistered.self).first
            #expect(fact?.enterpriseName.contains("𠀀𪚥") == true && fact?.units?.first?.name == "邹平𠮷造")
        }
    }

    @Test("are nobody else's to change, and not over what another wrote meanwhile")
    func others() async throws {
        try await Desk.with { desk in
            let made = await WhoPapers.register(at: desk)
            let path = "/enterprises/\(made.id)"
            let body = #"{"name":"别名","basis":"无"}"#
            for who in [Desk.Who.otherHR, .bureau, .county, .employee] {
                let reply = await desk.ask("PUT", "\(path)/particulars", as: who, body, ifMatch: made.version)
                #expect(reply.status == 403, "\(who)")
            }
            #expect(await desk.ask("PUT", "\(path)/particulars", as: .hr, body).status == 428)
            _ = await desk.ask("PUT", "\(path)/particulars", as: .hr, body, ifMatch: made.version)
            let late = await desk.ask("POST", "\(path)/units", as: .hr, WhoPapers.plant, ifMatch: made.version)
            #expect(late.status == 412)
            #expect(
                await desk.ask("PUT", "\(path)/units/\(made.id)", as: .hr, WhoPapers.plant, ifMatch: "\"2\"").status
                    == 404
            )
        }
    }

    @Test("share no credit code with a unit of another, also where two take it at once")
    func codes() async throws {
        try await Desk.with { desk in
            let first = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let second = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise)
            async let one = desk.ask(
                "POST",
                "/enterprises/\(first.id)/units",
                as: .centre,
                WhoPapers.foundry,
                ifMatch: first.version
            )
            async let other = desk.ask(
                "POST",
                "/enterprises/\(second.id)/units",
                as: .centre,
                WhoPapers.foundry,
                ifMatch: second.version
            )
            let replies = await [one, other]
            #expect(replies.map(\.status).sorted() == [200, 409])
            #expect(replies.contains { $0.code == "filing.unit-code-taken" })
        }
    }
}
