import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import TestSupport
import Testing

@testable import CertificateService

@Suite("Numbers given elsewhere", .timeLimit(.minutes(30)))
struct ProvincialAndHistoricTests {
    typealias Outcome = TakeProvincialNumbers.Outcome

    private func take(
        _ bench: Bench,
        _ path: String,
        _ numbers: [String: String],
        on day: String = "2026-10-14"
    ) async throws -> [String: Outcome] {
        let certificates = try await bench.ask("GET \(path)", as: "centre").json["certificates"]?.elements ?? []
        let ids = Dictionary(
            certificates.compactMap { one -> (String, UUID)? in
                guard let id = one["id"]?.text.flatMap(UUID.init(uuidString:)) else { return nil }
                return (one["name"]?.text ?? "", id)
            }
        ) { $1 }
        let registration = UUID(uuidString: String(path.split(separator: "/").last ?? "")) ?? UUID()
        let told = Dictionary(
            uniqueKeysWithValues: numbers.map { name, text in
                (ids[name] ?? Samples.uuid(999), ProvincialNumber(text: text, on: Samples.day(day)))
            }
        )
        let cause = Cause.system("province", now: bench.service.clock.now)
        let taking = bench.service.definition.renumberCertificates.provincial
        let outcomes = try await bench.pool.transaction { tx in
            try taking(told, of: registration, because: cause, in: tx)
        }
        let names = Dictionary(ids.map { ($1, $0) }) { $1 }
        return Dictionary(uniqueKeysWithValues: outcomes.map { (names[$0] ?? "?", $1) })
    }

    @Test("by the province are taken with its receipts, once, whoever they are not for is refused")
    func province() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "province", from: "2026-10-14")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let one = ["王建国": "Y00003716000126T000777"]
            #expect(try await take(bench, path, one) == ["王建国": .refused(.notAudited)])
            try await bench.pass(path)
            #expect(try await bench.numbers(path).isEmpty)
            let waiting = try await bench.step(path, "issue", as: "hr")
            #expect(waiting.code == "certificate.not-numbered", "\(waiting.text)")
            #expect(try await bench.step(path, "numbers", as: "province").code == "certificate.numbers-from-province")

            #expect(try await take(bench, path, one) == ["王建国": .taken])
            #expect(try await take(bench, path, one) == ["王建国": .known])
            #expect(try await bench.numbers(path) == one)
            let given = try CertificateNumber("Y00003716000126T000777")
            #expect(
                try await take(bench, path, ["王建国": "Y00003716000126T000778"])
                    == ["王建国": .refused(.holderHasAnother(given))]
            )
            #expect(try await take(bench, path, ["李明": given.text]) == ["李明": .refused(.taken)])
            let agency = try AgencyCode(Samples.agencyCode)
            #expect(
                try await take(bench, path, ["李明": "Y00003716000226T000001"])
                    == ["李明": .refused(.agency(expected: agency))]
            )
            #expect(
                try await take(bench, path, ["?": "Y00003716000126T000779"]) == ["?": .refused(.unknownCertificate)]
            )
            #expect(try await bench.ask("GET \(path)", as: "hr").json["state"]?.text == "audited")
            #expect(try await take(bench, path, ["李明": "Y00003716000126T000778"]) == ["李明": .taken])
            #expect(try await bench.ask("GET \(path)", as: "hr").json["state"]?.text == "numbered")
            #expect(try await bench.step(path, "issue", as: "hr").status == 200)
            let line = try await bench.ask("GET /numbers", as: "province").json["items"]?[0]
            #expect(line?["source"]?.text == "province")
            #expect(try await bench.isSound())
        }
    }

    @Test("by the province: those who have one go on to issue without the others, when an officer says so")
    func withoutTheOthers() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "province", from: "2026-10-14")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            try await bench.pass(path)
            _ = try await take(bench, path, ["李明": "Y00003716000126T000778"])
            #expect(try await bench.step(path, "numbers", as: "province").json["state"]?.text == "numbered")
            let issued = try await bench.step(path, "issue", as: "hr")
            #expect(issued.json["state"]?.text == "issued", "\(issued.text)")
            #expect(try await take(bench, path, ["王建国": "Y00003716000126T000779"]) == ["王建国": .taken])
            #expect(try await bench.step(path, "issue", as: "hr").status == 200)
            #expect(try await bench.isSound())
        }
    }

    @Test("by the province are not taken where they are given here")
    func givenHere() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            #expect(
                try await take(bench, path, ["王建国": "Y00003716000126T000777"]) == ["王建国": .refused(.givenHere)]
            )
        }
    }

    @Test("of the province in December: those not issued are replaced by January's")
    func provinceAcrossTheYear() async throws {
        try await Bench.with(today: "2026-12-30") { bench in
            try await bench.follow(numbers: "province", from: "2026-12-30")
            try await bench.tell(bench.approved(names: ["王建国"]))
            let path = "/registrations/\(try await bench.registration())"
            try await bench.pass(path)
            #expect(
                try await take(bench, path, ["王建国": "Y00003716000126T000777"], on: "2026-12-30") == ["王建国": .taken]
            )
            try await bench.travel(to: "2027-01-05")
            #expect(try await bench.step(path, "issue", as: "hr").code == "certificate.number-of-other-year")
            #expect(
                try await take(bench, path, ["王建国": "Y00003716000127T000001"], on: "2027-01-05") == ["王建国": .taken]
            )
            #expect(try await bench.ledger() == ["26T000777 void year-over", "27T000001 given"])
            #expect(try await bench.step(path, "issue", as: "hr").status == 200)
            #expect(try await bench.isSound())
        }
    }

    @Test("to historic certificates are entered once, and passed over when their turn comes")
    func historic() async throws {
        try await Bench.with { bench in
            let book = bench.service.definition.renumberCertificates.number.book
            let cause = Cause.system("import", now: bench.service.clock.now)
            func enter(_ serials: [Int]) async throws -> [NumberBook.Entered] {
                let numbers = try serials.map { serial in
                    NumberBook.GivenElsewhere(
                        number: try Samples.number(serial),
                        certificate: Samples.uuid(7000 + serial),
                        registration: nil,
                        origin: "2026年纸质证书"
                    )
                }
                return try await bench.pool.transaction { tx in
                    try book.enter(numbers, from: .historic, because: cause, in: tx)
                }
            }
            #expect(try await enter([2, 3, 2]) == [.entered, .entered, .known])
            #expect(try await enter([3, 5]) == [.known, .entered])
            let path = try await bench.numbered(names: ["王建国", "李明", "张强"])
            #expect(
                try await bench.numbers(path) == [
                    "王建国": "Y00003716000126T000001", "李明": "Y00003716000126T000004",
                    "张强": "Y00003716000126T000006",
                ]
            )
            // What was given to somebody here is nobody else's.
            #expect(try await enter([4, 7]) == [.taken(.given), .entered])
            let check = try await bench.ask("GET /numbers/check", as: "bureau").json["series"]?[0]
            #expect(check?["entered"]?.int == 4 && check?["given"]?.int == 7)
            let line = try await bench.ask("GET /numbers", as: "bureau").json["items"]?[1]
            #expect(line?["reasonName"]?.text == "2026年纸质证书")
            #expect(try await bench.isSound())
        }
    }
}
