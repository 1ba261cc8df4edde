import CertificateDomain
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CertificateService

@Suite("The handing-over of a certificate")
struct HandOverTests {
    static let delivery = HandOver.Delivery(
        certificate: Samples.uuid(40),
        creditCode: Samples.enterprise.creditCode,
        on: Samples.day("2026-10-20"),
        receiver: "王建国",
        onBehalf: nil,
        form: .paper,
        by: "人事1"
    )
    static let undoing = HandOver.Undoing(reason: "登记错误", by: "人事1", on: Samples.day("2026-10-21"))
    static let (day, today) = (Samples.day("2026-10-16"), Samples.day("2026-10-20"))
    static let record = HandOver.Command.handOver(delivery, issuedOn: day, today: today)

    static let table: [Decision<HandOver>] = [
        .given(.unknown, when: record, then: .handedOver(delivery)),
        .given(.unknown, when: .handOver(delivery, issuedOn: nil, today: today), refused: .notIssued),
        .given(
            .unknown,
            when: .handOver(delivery, issuedOn: Samples.day("2026-10-21"), today: today),
            refused: .beforeIssue(Samples.day("2026-10-21"))
        ),
        .given(.unknown, when: .handOver(delivery, issuedOn: day, today: day), refused: .inFuture(today: day)),
        .given(.unknown, when: .undo(undoing), refused: .unknown),
        .given(.handedOver(delivery), when: record), .given(.undone(delivery, undoing), when: record),
        .given(.handedOver(delivery), when: .undo(undoing), then: .undone(undoing)),
        .given(.undone(delivery, undoing), when: .undo(undoing), refused: .undoneBefore),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Decision<HandOver>) { row.verify() }

    @Test("is recorded with day and receiver, listed, and undone with a reason")
    func story() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            let path = try await bench.numbered()
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let handing = "POST /certificates/\(id)/hand-overs"
            let early = try await bench.ask(handing, as: "hr", body: #"{"on":"2026-10-14","form":"paper"}"#)
            #expect(early.code == "certificate.hand-over-not-issued")
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let future = try await bench.ask(handing, as: "hr", body: #"{"on":"2026-10-15","form":"paper"}"#)
            #expect(future.json["errors"]?[0]?["field"]?.text == "on")
            let other = try await bench.ask(
                handing,
                as: "hr",
                body: #"{"on":"2026-10-14","form":"paper","receiver":"王小明"}"#
            )
            #expect(other.json["errors"]?[0]?["code"]?.text == "certificate.hand-over-ground-missing")
            let given = try await bench.ask(
                handing,
                as: "hr",
                body: #"{"on":"2026-10-14","form":"paper","receiver":"王小明","onBehalf":"委托书,子"}"#
            )
            #expect(given.status == 201)
            let own = try await bench.ask(handing, as: "hr", body: #"{"on":"2026-10-14","form":"electronic"}"#)
            #expect(own.json["receiver"]?.text == "王建国")
            let handOver = given.json["id"]?.text ?? ""
            let undoing = "POST /certificates/\(id)/hand-overs/\(handOver)/undoing"
            let undone = try await bench.ask(undoing, as: "hr", version: 1, body: #"{"reason":"登记错人"}"#)
            #expect(undone.json["undone"]?["reason"]?.text == "登记错人")
            let twice = try await bench.ask(undoing, as: "hr", version: 2, body: #"{"reason":"登记错人"}"#)
            #expect(twice.code == "certificate.hand-over-undone")
            let listed = try await bench.ask("GET /certificates/\(id)/hand-overs", as: "centre").json["items"]
            #expect(listed?.elements.map { $0["formName"]?.text } == ["纸质", "电子"])
            #expect(try await bench.ask("GET /hand-overs", as: "hr").json["items"]?.elements.count == 2)
            #expect(try await bench.ask("GET /hand-overs", as: "other-hr").json["items"]?.elements.isEmpty == true)
            #expect(
                try await bench.ask(handing, as: "other-hr", body: #"{"on":"2026-10-14","form":"paper"}"#).status == 403
            )
            #expect(
                try await bench.ask(handing, as: "centre", body: #"{"on":"2026-10-14","form":"paper"}"#).status == 403
            )
        }
    }
}
