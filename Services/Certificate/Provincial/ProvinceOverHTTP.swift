import AsyncHTTPClient
import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import NIOCore
import NIOHTTP1

/// The provincial system over HTTP: signed both ways, with an idempotency key, and never more read than agreed.
struct ProvinceOverHTTP: ProvincialTransport {
    /// The longest answer that is read, in bytes.
    static let mostBytes = 4 << 20

    let address: String
    let key: ProvinceKey
    /// How long an exchange may take, in seconds.
    let patience: Double

    var isSandbox: Bool { key.isSandbox }

    func deliver(_ parcel: Parcel) async -> Heard<[ProvinceWire.Told?]> {
        var body = Array(#"{"delivery":"\#(parcel.delivery.lowercase)","rows":["#.utf8)
        body += Array(parcel.rows.joined(separator: Array(",".utf8)))
        body += Array("]}".utf8)
        CrashPoint.reach("province.before-send")
        let heard: Heard<ProvinceWire.DeliveryAnswer> = await ask(
            "POST",
            "/v1/deliveries",
            at: parcel.now,
            idempotencyKey: parcel.delivery.lowercase,
            body: body
        )
        CrashPoint.reach("province.after-send")
        switch heard {
        case .failed(let trouble): return .failed(trouble)
        case .answered(let answer) where answer.delivery != parcel.delivery:
            return .failed(ProvinceTrouble(kind: .unreadable, words: "it answers another delivery"))
        case .answered(let answer): return .answered(answer.receipts.map(\.value))
        }
    }

    func receipts(after place: Int, at now: Date) async -> Heard<ProvinceWire.ReceiptPage> {
        await ask("GET", "/v1/receipts?after=\(place)&limit=200", at: now)
    }

    func summary(at now: Date) async -> Heard<[ProvinceWire.Group]> {
        let heard: Heard<ProvinceWire.Summary> = await ask("GET", "/v1/summary", at: now)
        switch heard {
        case .answered(let summary): return .answered(summary.groups)
        case .failed(let trouble): return .failed(trouble)
        }
    }

    func records(of creditCode: String, month: String, at now: Date) async -> Heard<[ProvinceWire.Kept]> {
        let target = "/v1/records?creditCode=\(creditCode)&month=\(month)"
        let heard: Heard<ProvinceWire.Records> = await ask("GET", target, at: now)
        switch heard {
        case .answered(let records): return .answered(records.records)
        case .failed(let trouble): return .failed(trouble)
        }
    }

    /// The words of an answer that says no.
    private struct Refusal: Decodable {
        let error: String
    }

    private func ask<Value: Decodable & Sendable>(
        _ method: String,
        _ target: String,
        at now: Date,
        idempotencyKey: String = "",
        body: [UInt8] = []
    ) async -> Heard<Value> {
        do {
            let date = WireFormat.text(of: now)
            let signature = key.signature(
                method: method,
                target: target,
                date: date,
                idempotencyKey: idempotencyKey,
                body: body
            )
            var request = HTTPClientRequest(url: address + target)
            request.method = HTTPMethod(rawValue: method)
            request.headers.add(name: "accept", value: "application/json")
            request.headers.add(name: "province-key", value: key.id)
            request.headers.add(name: "province-date", value: date)
            request.headers.add(name: "province-signature", value: signature)
            if !idempotencyKey.isEmpty { request.headers.add(name: "idempotency-key", value: idempotencyKey) }
            if method == "POST" {
                request.headers.add(name: "content-type", value: "application/json")
                request.body = .bytes(ByteBuffer(bytes: body))
            }
            let (status, headers, bytes) = try await exchange(request)
            try check(status, headers, bytes, answering: signature)
            do {
                return .answered(try WireFormat.decode(Value.self, from: bytes))
            } catch {
                let words = "it is not what was agreed: no JSON, or of another shape"
                throw ProvinceTrouble(kind: .unreadable, words: words, digest: Digest.sha256Hex(bytes))
            }
        } catch let trouble as ProvinceTrouble {
            return .failed(trouble)
        } catch {
            return .failed(ProvinceTrouble(kind: .unreachable, words: "\(type(of: error))"))
        }
    }

    /// One exchange; all of it, reading to the end too, takes no longer than the patience there is.
    private func exchange(_ request: HTTPClientRequest) async throws -> (Int, HTTPHeaders, [UInt8]) {
        try await withThrowingTaskGroup(of: (Int, HTTPHeaders, [UInt8]).self) { group in
            group.addTask {
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
                do {
                    let body = try await response.body.collect(upTo: Self.mostBytes)
                    return (Int(response.status.code), response.headers, Array(buffer: body))
                } catch is NIOTooManyBytesError {
                    throw ProvinceTrouble(kind: .oversize, words: "it is longer than \(Self.mostBytes) bytes")
                }
            }
            group.addTask {
                try await Task.sleep(for: .seconds(patience))
                throw ProvinceTrouble(kind: .unreachable, words: "no answer within \(Int(patience)) s")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    /// What is not signed by the province says nothing, whatever it says; not even that it refuses.
    private func check(
        _ status: Int,
        _ headers: HTTPHeaders,
        _ bytes: [UInt8],
        answering signature: String
    ) throws(ProvinceTrouble) {
        let digest = Digest.sha256Hex(bytes)
        if status == 429 || status >= 500 {
            throw ProvinceTrouble(kind: .unreachable, words: "HTTP \(status)")
        }
        let own = headers.first(name: "province-signature") ?? ""
        guard key.isAnswer(own, to: signature, status: status, body: bytes) else {
            throw ProvinceTrouble(
                kind: .signature,
                words: "its signature does not fit (HTTP \(status))",
                digest: digest
            )
        }
        guard headers.contains(name: "x-gongjiang-sandbox") == key.isSandbox else {
            let words = key.isSandbox ? "it does not say that it is a sandbox" : "a sandbox answered"
            throw ProvinceTrouble(kind: .sandbox, words: words, digest: digest)
        }
        guard status == 200 else {
            let said = try? WireFormat.decode(Refusal.self, from: bytes).error
            throw ProvinceTrouble(
                kind: .refused,
                words: "HTTP \(status)",
                digest: digest,
                status: status,
                said: said.map { String($0.prefix(200)) }
            )
        }
    }
}
