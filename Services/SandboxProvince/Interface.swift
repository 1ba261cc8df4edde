import Crypto
import Foundation

/// The interface of docs/api/province.yaml.
struct Interface: Sendable {
    let province: Province

    private struct Delivery: Decodable {
        let delivery: String
        let rows: [Row]
    }

    private struct DeliveryAnswer: Encodable {
        let delivery: String
        let receipts: [Said]
        let note = sandboxNote
    }

    private struct Page: Encodable {
        let items: [Said]
        let next: Int
        let more: Bool
        let note = sandboxNote
    }

    private struct Group: Encodable {
        let creditCode: String
        let month: String
        let count: Int
        let digest: String
    }

    private struct Summary: Encodable {
        let groups: [Group]
        let note = sandboxNote
    }

    private struct Record: Encodable {
        let upload: String
        let creditCode: String
        let revision: Int
        let outcome: Outcome
        let number: String?
        let fields: [String: String]
    }

    private struct Records: Encodable {
        let records: [Record]
        let note = sandboxNote
    }

    func answer(_ method: String, _ target: String, _ body: [UInt8], _ key: String) async -> FrontDoor.Reply {
        let parts = URLComponents(string: target)
        func query(_ name: String) -> String { parts?.queryItems?.first { $0.name == name }?.value ?? "" }
        switch (method, parts?.path) {
        case ("POST", "/v1/deliveries"): return await take(body, key)
        case ("GET", "/v1/receipts"):
            let limit = min(max(Int(query("limit")) ?? 100, 1), 500)
            let (items, next) = await province.page(after: Int(query("after")) ?? 0, limit: limit)
            return coded(Page(items: items, next: next, more: await province.words > next))
        case ("GET", "/v1/summary"):
            let groups = await province.groups.sorted { $0.key < $1.key }.map { name, rows in
                let words = name.split(separator: " ").map(String.init)
                let digest = hex(Array(SHA256.hash(data: Data(rows.map(\.line).joined().utf8))))
                return Group(creditCode: words[0], month: words[1], count: rows.count, digest: digest)
            }
            return coded(Summary(groups: groups))
        case ("GET", "/v1/records"):
            let rows = await province.groups["\(query("creditCode")) \(query("month"))"] ?? []
            let records = rows.map {
                Record(
                    upload: $0.row.upload,
                    creditCode: $0.row.creditCode,
                    revision: $0.row.revision,
                    outcome: $0.outcome,
                    number: $0.number,
                    fields: $0.fields
                )
            }
            return coded(Records(records: records))
        default: return refused(404, "no such thing")
        }
    }

    private func take(_ body: [UInt8], _ key: String) async -> FrontDoor.Reply {
        guard let delivery = try? JSONDecoder().decode(Delivery.self, from: Data(body)), !key.isEmpty else {
            return refused(422, "not a delivery")
        }
        if let reason = await province.refusal(delivery.rows) { return refused(422, reason) }
        let digest = hex(Array(SHA256.hash(data: body)))
        guard let receipts = await province.take(delivery.rows, key: key, digest: digest, now: now()) else {
            return refused(422, "another delivery came with this key")
        }
        return coded(DeliveryAnswer(delivery: delivery.delivery, receipts: receipts))
    }
}

/// What every answer says.
let sandboxNote = "沙箱/sandbox: 非省系统,内容均为演示"

/// The time, as it is written.
func now() -> String { Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

func coded(_ value: some Encodable) -> FrontDoor.Reply {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return FrontDoor.Reply(status: 200, body: (try? encoder.encode(value)).map(Array.init) ?? [])
}

func refused(_ status: Int, _ words: String) -> FrontDoor.Reply {
    FrontDoor.Reply(status: status, body: Array(#"{"error":"\#(words)","note":"\#(sandboxNote)"}"#.utf8))
}
