import Contracts
import Cryptography
import Foundation
import Kernel
import Statements

/// A statement brought to a reader with two lists, and what the reader is to be told.
struct CheckCase: Sendable, CustomStringConvertible {
    let name: String
    let text: String
    let trust: [UInt8]
    let status: [UInt8]
    /// Keys the reader knows to be the bureau's; nil believes the list.
    let anchors: Set<String>?
    let code: String

    var description: String { name }

    /// What offline verification says.
    var finding: Finding {
        OfflineCheck(trust: trust, status: status, anchors: anchors, now: Samples.now).finding(text)
    }

    /// Every finding there is, for one algorithm of enterprises and bureau.
    static func all(_ algorithm: SignatureAlgorithm) throws -> [CheckCase] {
        let (key, old, stolen, stranger) = (
            try SigningKey(new: algorithm), try SigningKey(new: algorithm), try SigningKey(new: algorithm),
            try SigningKey(new: algorithm)
        )
        let good = try Samples.statement()
        var bureau = try SampleBureau(algorithm)
        bureau.certify(key)
        bureau.certify(old, state: .retired, until: Samples.day("2026-09-30"))
        bureau.certify(stolen, state: .revoked, until: Samples.day("2026-10-01"), reason: "密钥泄露")
        let revoked = try Samples.statement(name: "李明", sequence: 2)
        let cancelled = try Samples.statement(name: "赵敏", sequence: 3)
        let suspended = try Samples.statement(name: "𠮷田", sequence: 4)
        let gone = try SignedStatement(revoked, signing: key)
        let ended = try SignedStatement(cancelled, signing: key)
        let paused = try SignedStatement(suspended, signing: key)
        bureau.list(gone, .fraud, on: "2026-10-12")
        bureau.list(ended, .holderRequest, on: "2026-10-13")
        bureau.list(paused, .filing, on: "2026-10-13")
        // What stood on the paper before it was corrected, of one in force and of one revoked since.
        let former = try SignedStatement(Samples.statement(name: "王建围"), signing: key)
        let formerOfGone = try SignedStatement(Samples.statement(name: "李朋", sequence: 2), signing: key)
        bureau.supersede(former, on: "2026-10-13")
        bureau.list(formerOfGone, .fraud, on: "2026-10-12")
        let (trust, status) = (try bureau.trust(), try bureau.status())
        var stale = bureau
        stale.statusIssued = Samples.now.addingTimeInterval(-86_460)
        var aged = bureau
        aged.trustIssued = Samples.now.addingTimeInterval(-31 * 86_400)
        let other = try SampleBureau(algorithm)
        // What the bureau published before and after.
        var earlier = bureau
        earlier.trustVersion = 2
        var later = bureau
        later.trustVersion = 4
        var another = bureau
        another.keys.removeLast()
        let address = "https://gs.example/verify"
        func text(_ statement: CertificateStatement, by key: SigningKey) throws -> String {
            try SignedStatement(statement, signing: key).qrText(address: address)
        }
        func make(
            _ name: String,
            _ code: String,
            _ text: String,
            trust: [UInt8]? = nil,
            status: [UInt8]? = nil,
            anchors: Set<String>? = nil
        ) throws -> CheckCase {
            CheckCase(
                name: "\(algorithm.rawValue) \(name)",
                text: text,
                trust: try trust ?? bureau.trust(),
                status: try status ?? bureau.status(),
                anchors: anchors ?? bureau.anchors,
                code: code
            )
        }
        let right = try text(good, by: key)
        var bytes = try SignedStatement(good, signing: key).compact
        bytes[70] ^= 1
        let flipped = Self.flipped(gone)
        // The name of another in place of the holder's, all else as it was.
        let signed = try SignedStatement(good, signing: key).compact
        let swapped = String(decoding: signed.dropFirst(64), as: UTF8.self).replacing("王建国", with: "王建军")
        return try [
            make("good", "valid", right),
            make("good, no address", "valid", String(right.split(separator: "#")[1])),
            make("revoked", "revoked", gone.qrText(address: address)),
            make("revoked, signature written the other way", algorithm == .es256 ? "revoked" : "forged", flipped),
            make("cancelled", "cancelled", ended.qrText(address: address)),
            make("suspended", "suspended", paused.qrText(address: address)),
            make("corrected since", "superseded", former.qrText(address: address)),
            make(
                "corrected since, on a stale list",
                "superseded",
                former.qrText(address: address),
                status: stale.status()
            ),
            make("corrected, and revoked since", "revoked", formerOfGone.qrText(address: address)),
            make(
                "corrected since, signature written the other way",
                algorithm == .es256 ? "superseded" : "forged",
                Self.flipped(former)
            ),
            make("revoked, on a stale list", "revoked", gone.qrText(address: address), status: stale.status()),
            make(
                "suspended, on a stale list",
                "status-list-stale",
                paused.qrText(address: address),
                status: stale.status()
            ),
            make("stale status list", "status-list-stale", right, status: stale.status()),
            make("truncated", "unreadable", String(right.dropLast(5))),
            make("nothing", "unreadable", "证书"),
            make("empty", "unreadable", ""),
            make(
                "another name",
                "forged",
                "\(address)#\(Base64URL.text(of: Array(signed.prefix(64)) + Array(swapped.utf8)))"
            ),
            make("unknown key", "unknown-key", text(good, by: stranger)),
            make(
                "another enterprise's key",
                "other-issuer",
                text(Samples.statement(creditCode: "9137160270000001X7"), by: key)
            ),
            make("revoked key", "key-revoked", text(good, by: stolen)),
            make("retired key, in its time", "valid", text(Samples.statement(on: "2026-09-30"), by: old)),
            make("retired key, after it", "outside-key-time", text(good, by: old)),
            make("tampered trust list", "trust-list-tampered", right, trust: tampered(trust)),
            make("no trust list", "trust-list-tampered", right, trust: Array("{}".utf8)),
            make("trust list of a stranger", "trust-list-of-stranger", right, trust: other.trust()),
            make("old trust list", "trust-list-stale", right, trust: aged.trust(), status: aged.status()),
            make("trust list older than the status list", "trust-list-outdated", right, trust: earlier.trust()),
            make("trust list newer than the status list", "valid", right, trust: later.trust()),
            make("another trust list of that version", "trust-list-contradicted", right, trust: another.trust()),
            make("a key revoked since", "trust-list-outdated", text(good, by: stolen), trust: earlier.trust()),
            make("tampered status list", "status-list-tampered", right, status: tampered(status)),
            make("status list of a stranger", "status-list-tampered", right, status: other.status()),
            make("trust list for a status list", "status-list-tampered", right, status: trust),
            make("forged statement, tampered", "unreadable", "\(address)#\(Base64URL.text(of: bytes.dropLast()))"),
        ]
    }

    /// The other half of the signature taken from the curve's order: for ES256 it holds as well.
    private static func flipped(_ signed: SignedStatement) -> String {
        let order: [UInt8] =
            [UInt8](repeating: 0xFF, count: 4) + [UInt8](repeating: 0, count: 4) + [UInt8](repeating: 0xFF, count: 8)
            + [
                0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
            ]
        var (half, borrow) = ([UInt8](repeating: 0, count: 32), 0)
        for place in (0..<32).reversed() {
            let left = Int(order[place]) - Int(signed.signature[32 + place]) - borrow
            (half[place], borrow) = (UInt8(truncatingIfNeeded: left), left < 0 ? 1 : 0)
        }
        return Base64URL.text(of: Array(signed.signature.prefix(32)) + half + Array(signed.compact.dropFirst(64)))
    }

    /// The same list with one letter of what is signed another.
    private static func tampered(_ list: [UInt8]) throws -> [UInt8] {
        let signed = try WireFormat.decode(SignedList.self, from: list)
        var bytes = Base64URL.bytes(of: signed.payload) ?? []
        // In the version's number, so that it stays JSON.
        if let place = bytes.lastIndex(where: { (0x30...0x38).contains($0) }) { bytes[place] += 1 }
        let text = String(decoding: list, as: UTF8.self)
        return Array(text.replacing(signed.payload, with: Base64URL.text(of: bytes)).utf8)
    }
}

extension Base64URL {
    static func text(of bytes: ArraySlice<UInt8>) -> String { text(of: Array(bytes)) }
}
