import Cryptography
import Foundation
import Kernel
import Testing

@Suite("A key folder")
struct KeyFolderTests {
    private static let services = ["filing", "evaluation", "publicity-timer", "certificate"]

    private static func contents(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let kind =
                try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.type] as? FileAttributeType
            guard kind == .typeRegular else { continue }
            files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
        return files
    }

    @Test("has every key once, and making it again changes nothing")
    func idempotent() throws {
        try withKeys(of: Self.services) { folder in
            let first = try Self.contents(of: folder)
            #expect(first.count == 5 + 4 * Self.services.count)
            try KeyFolder.create(at: folder, services: Self.services)
            #expect(try Self.contents(of: folder) == first)
            try KeyFolder.create(at: folder, services: Self.services + ["compensation"])
            let more = try Self.contents(of: folder)
            #expect(more.count == first.count + 4)
            #expect(more.filter { first[$0.key] != nil } == first)
        }
    }

    @Test("is closed to everybody else")
    func permissions() throws {
        try withKeys(of: ["filing"]) { folder in
            for name in try [""] + FileManager.default.subpathsOfDirectory(atPath: folder) {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == (isFolder ? 0o700 : 0o600), "\(name)")
            }
        }
    }

    @Test("makes a missing public half from its private one")
    func derives() throws {
        try withKeys(of: ["certificate"]) { folder in
            let first = try Self.contents(of: folder)
            try remove("seal/certificate-1.public", in: folder)
            try remove("token/jwks.json", in: folder)
            try remove("sign/bureau-1.pub", in: folder)
            try KeyFolder.create(at: folder, services: ["certificate"])
            #expect(try Self.contents(of: folder) == first)
        }
    }

    @Test("says of what kind its keys are, and is not mixed with real ones")
    func kind() throws {
        try withKeys(of: ["certificate"]) { folder in
            #expect(KeyFolder.isForDevelopment(folder))
            #expect(try KeyRing(folder: folder, service: "certificate").isForDevelopment)
            try remove("kind", in: folder)
            #expect(!KeyFolder.isForDevelopment(folder))
            #expect(throws: CryptographyError.realKeys(folder: folder)) {
                try KeyFolder.create(at: folder, services: ["certificate", "filing"])
            }
        }
    }

    @Test("needs of the private keys only the service's own")
    func leastPrivilege() throws {
        try withKeys(of: Self.services) { folder in
            try remove("token/signing-1.pem", in: folder)
            for service in Self.services where service != "evaluation" {
                try remove("seal/\(service)-1.private", in: folder)
                try remove("field/\(service)-1.key", in: folder)
                try remove("hash/\(service).key", in: folder)
            }
            let ring = try KeyRing(folder: folder, service: "evaluation")
            #expect(try ring.fields.open(ring.fields.seal("a")) == "a")
            #expect(try ring.seal("a", for: "publicity-timer").key == "publicity-timer-1")
            #expect(throws: CryptographyError.missing(file: "seal/portal-1.public")) {
                try ring.seal("a", for: "portal")
            }
        }
    }

    @Test(
        "names the file that is missing or broken",
        arguments: ["seal/filing-1.private", "field/filing-1.key", "hash/filing.key"]
    )
    func missing(_ file: String) throws {
        try withKeys(of: ["filing", "evaluation"]) { folder in
            try Data("c2hvcnQ=".utf8).write(to: URL(filePath: "\(folder)/\(file)"))
            #expect(throws: CryptographyError.unreadable(file: file)) {
                try KeyRing(folder: folder, service: "filing")
            }
            try remove(file, in: folder)
            #expect(throws: CryptographyError.missing(file: file)) { try KeyRing(folder: folder, service: "filing") }
        }
    }

    @Test("shows no key when a ring is printed or dumped")
    func silent() throws {
        let ring = try KeyRing.temporary(services: ["certificate"], service: "certificate")
        var text = "\(ring) \(String(reflecting: ring))"
        dump(ring, to: &text)
        #expect(!text.contains("Curve25519"))
        #expect(!text.contains("SymmetricKey"))
    }

    @Test("publishes the signing key as a set a verifier can read")
    func keySet() throws {
        struct KeySet: Decodable {
            let keys: [[String: String]]
        }
        try withKeys(of: []) { folder in
            let set = try JSONDecoder().decode(
                KeySet.self,
                from: Data(contentsOf: URL(filePath: "\(folder)/token/jwks.json"))
            )
            let key = try #require(set.keys.first)
            #expect(set.keys.count == 1)
            #expect(Set(key.keys) == ["kty", "crv", "use", "alg", "kid", "x", "y"])
            #expect([key["kty"], key["crv"], key["alg"], key["kid"]] == ["EC", "P-256", "ES256", "1"])
            #expect(key["x"]?.count == 43)
            #expect(key["y"]?.count == 43)
        }
    }
}
