import CertificateDomain
import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CertificateService

@Suite("Persons who go their own way")
struct SetApartTests {
    @Test("are returned by an office that passes the rest, corrected, handed in again with what changed, and numbered")
    func returned() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(record: PersonRecord(telephone: "13954300001", education: "大专")))
            let path = "/registrations/\(try await bench.registration())"
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let second = submitted.json["certificates"]?[1]?["id"]?.text ?? ""
            let body =
                #"{"outcome":"passed","remark":"已核对原件","persons":[{"certificate":"\#(second)","field":"documentNumber","reason":"证件号码与身份证不符"}]}"#
            let passed = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: body)
            #expect(passed.json["state"]?.text == "municipally-audited")
            #expect(passed.json["certificates"]?.elements.compactMap { $0["name"]?.text } == ["王建国"])
            #expect(passed.json["audits"]?[0]?["remark"]?.text == "已核对原件")
            #expect(passed.json["setApart"]?[0]?["ground"]?.text == "returned")
            let own = "/registrations/\(passed.json["setApart"]?[0]?["registration"]?.text ?? "")"
            let apart = try await bench.ask("GET \(own)", as: "hr").json
            #expect(apart["state"]?.text == "returned")
            #expect(apart["certificates"]?.elements.compactMap { $0["name"]?.text } == ["李明"])
            #expect(apart["correction"]?["persons"]?[0]?["fieldName"]?.text == "证件号码")
            // Five working days after the day it was returned.
            #expect(apart["due"]?["on"]?.text == "2026-10-21")
            #expect(apart["audits"]?[0]?["outcome"]?.text == "returned")
            #expect(apart["origin"]?.text.map { "/registrations/\($0)" } == path)

            let version = apart["version"]?.int ?? 0
            let corrected = try await bench.ask(
                "POST \(own)/persons/\(second)/correction",
                as: "hr",
                version: version,
                body: #"{"documentNumber":"440524188001010014","telephone":"13954300002"}"#
            )
            #expect(corrected.status == 200)
            #expect(corrected.json["document"]?["number"]?.text == "4405**********0014")
            #expect(corrected.json["findings"]?[0]?["reason"]?.text == "证件号码与身份证不符")
            let again = try await bench.ask("POST \(own)/submission", as: "hr", version: version + 1)
            #expect(again.json["state"]?.text == "submitted")
            let changes = again.json["submissions"]?.elements.last?["changes"]
            #expect(changes?[0]?["fields"]?.elements.compactMap(\.text) == ["documentNumber", "telephone"])
            let shown = try await bench.ask("GET \(own)/persons/\(second)", as: "centre").json["changes"]
            #expect(shown?[0]?["before"]?.text == "1101**********002X")
            #expect(shown?[0]?["after"]?.text == "4405**********0014")
            #expect(shown?[0]?["isNew"] == .flag(true))

            let whole = #"{"outcome":"passed"}"#
            _ = try await bench.ask("POST \(own)/municipal-audit", as: "centre", version: version + 2, body: whole)
            let numbered = try await bench.ask(
                "POST \(own)/provincial-audit",
                as: "province",
                version: version + 3,
                body: whole
            )
            #expect(numbered.json["certificates"]?[0]?["number"]?.text == "Y00003716000126T000001")
        }
    }

    @Test("are not everybody: the whole is given back instead, with what is wrong of each")
    func everybody() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let ids = submitted.json["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
            let persons = ids.map { #"{"certificate":"\#($0)","field":"photo","reason":"照片不清"}"# }
                .joined(separator: ",")
            let all = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"passed","persons":[\#(persons)]}"#
            )
            #expect(all.code == "certificate.nobody-left")
            let back = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"returned","persons":[\#(persons)]}"#
            )
            #expect(back.json["state"]?.text == "returned")
            #expect(back.json["correction"]?["persons"]?.elements.count == 2)
            #expect(back.json["due"]?["on"]?.text == "2026-10-21")
            let stranger = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 3,
                body:
                    #"{"outcome":"returned","persons":[{"certificate":"\#(NewID.v7().lowercase)","reason":"x"},{"certificate":"\#(ids[0])"}]}"#
            )
            #expect(stranger.json["errors"]?[0]?["field"]?.text == "persons[1].reason")
        }
    }

    @Test("are taken back by the enterprise, due as before, and never past their number")
    func takenBack() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(names: ["王建国", "李明", "赵六"]))
            let path = "/registrations/\(try await bench.registration())"
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let ids = submitted.json["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
            let taking = "POST \(path)/persons/\(ids[1])/taking-back"
            let silent = try await bench.ask(taking, as: "hr", version: 2, body: #"{"reason":" "}"#)
            #expect(silent.status == 400)
            let taken = try await bench.ask(taking, as: "hr", version: 2, body: #"{"reason":"本人出国,暂缓办理"}"#)
            #expect(taken.status == 201)
            #expect(taken.json["state"]?.text == "awaiting-submission")
            #expect(taken.json["due"]?["on"]?.text == "2026-10-28")
            #expect(taken.json["certificates"]?.elements.compactMap { $0["name"]?.text } == ["李明"])
            let left = try await bench.ask("GET \(path)", as: "centre").json
            #expect(left["persons"]?.int == 2)
            #expect(left["setApart"]?[0]?["reason"]?.text == "本人出国,暂缓办理")
            #expect(try await bench.ask(taking, as: "hr", version: 3, body: #"{"reason":"x"}"#).status == 404)
            let passed = #"{"outcome":"passed"}"#
            _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 3, body: passed)
            _ = try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 4, body: passed)
            let late = try await bench.ask(
                "POST \(path)/persons/\(ids[0])/taking-back",
                as: "hr",
                version: 5,
                body: #"{"reason":"出国"}"#
            )
            #expect(late.code == "certificate.already-numbered")
            // A determination told again opens nothing beside both.
            try await bench.service.hear(bench.approved(names: ["王建国", "李明", "赵六"]), from: .evaluation, sequence: 2)
            #expect(try await bench.ask("GET /registrations", as: "centre").json["items"]?.elements.count == 2)
        }
    }

    @Test("taken back from a returned batch stay returned: each keeps what was found of them, and the day it is due")
    func takenBackFromReturned() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(names: ["王建国", "李明", "赵六"]))
            let path = "/registrations/\(try await bench.registration())"
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let ids = submitted.json["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
            let found = zip(ids, ["照片不清", "证件号码不符"]).map { #"{"certificate":"\#($0)","reason":"\#($1)"}"# }
            try await bench.travel(to: "2026-11-10")
            let back = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"returned","reason":"两人资料有误","persons":[\#(found.joined(separator: ","))]}"#
            )
            #expect(back.json["due"]?["on"]?.text == "2026-11-17")
            let taken = try await bench.ask(
                "POST \(path)/persons/\(ids[1])/taking-back",
                as: "hr",
                version: 3,
                body: #"{"reason":"原件在外地"}"#
            )
            #expect(taken.json["state"]?.text == "returned")
            #expect(taken.json["correction"]?["reason"]?.text == "两人资料有误")
            #expect(taken.json["correction"]?["persons"]?.elements.compactMap { $0["reason"]?.text } == ["证件号码不符"])
            #expect(taken.json["due"]?["on"]?.text == "2026-11-17")
            let left = try await bench.ask("GET \(path)", as: "hr").json
            #expect(left["state"]?.text == "returned")
            #expect(left["correction"]?["persons"]?.elements.compactMap { $0["reason"]?.text } == ["照片不清"])
            #expect(left["due"]?["on"]?.text == "2026-11-17")
            // Nothing was found of the third, who goes too: the whole's reason stays, and so does the day.
            let third = try await bench.ask(
                "POST \(path)/persons/\(ids[2])/taking-back",
                as: "hr",
                version: 4,
                body: #"{"reason":"出国"}"#
            )
            #expect(third.json["state"]?.text == "returned" && third.json["due"]?["on"]?.text == "2026-11-17")
            #expect(third.json["correction"]?["persons"]?.elements.isEmpty == true)
            let own = "/registrations/\(taken.json["id"]?.text ?? "")"
            let version = taken.json["version"]?.int
            #expect(
                try await bench.ask("POST \(own)/submission", as: "hr", version: version).json["state"]?.text
                    == "submitted"
            )
        }
    }

    @Test("keep what objections say of them")
    func objected() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let shown = try await bench.ask("GET \(path)", as: "hr")
            let second = shown.json["certificates"]?[1]?["id"]?.text ?? ""
            let taken = try await bench.ask(
                "POST \(path)/persons/\(second)/taking-back",
                as: "hr",
                version: 1,
                body: #"{"reason":"出国"}"#
            )
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1001)))
            let own = taken.json["id"]?.text ?? ""
            let apart = try await bench.ask("GET /registrations/\(own)", as: "hr").json
            #expect(apart["certificates"]?[0]?["state"]?.text == "held")
            let record = try await bench.ask("GET /registrations/\(own)/persons/\(second)", as: "centre").json
            #expect(record["publicity"]?["objection"]?.text == "open")
        }
    }
}
