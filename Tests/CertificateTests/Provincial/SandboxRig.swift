import AsyncHTTPClient
import Contracts
import Foundation
import Kernel
import NIOCore
import NIOHTTP1
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

/// The service beside a real sandbox process.
struct SandboxRig {
    let bench: Bench
    let address: String

    /// Runs a body with both; the sandbox is killed afterwards.
    ///
    /// - Parameters:
    ///   - procedure: Members of the procedure that differ from the province's flow.
    ///   - body: Uses both.
    /// - Throws: What the body threw, or what kept them from being started.
    static func with(
        procedure: [String: String] = [:],
        _ body: (SandboxRig) async throws -> Void
    ) async throws {
        let sandbox = try await Sandbox.start()
        do {
            let settings = [
                "province.transport": "http", "province.url": sandbox.address, "province.key": sandbox.keyFile,
                "province.patience": "3", "province.rhythm": "0",
            ]
            try await ServiceUnderTest.with(Main.self, settings: settings) { service in
                let bench = Bench(service: service)
                try await bench.travel(to: "2026-10-14")
                if !procedure.isEmpty { try await bench.layDown(procedure) }
                try await body(SandboxRig(bench: bench, address: sandbox.address))
            }
        } catch {
            await sandbox.end()
            throw error
        }
        await sandbox.end()
    }

    /// Tells the sandbox something; gives what it keeps.
    @discardableResult
    func control(_ route: String, _ body: String = "") async throws -> JSONValue {
        try await Sandbox.control(address, route, body)
    }

    /// Lets everything that is due happen, also what waits for its next attempt.
    func tick() async throws {
        try await bench.pool.transaction { tx in
            try tx.execute("UPDATE province_delivery SET due_at = now() - interval '1 second' WHERE stage = 'waiting'")
            try tx.execute("UPDATE province_cursor SET due_at = now() - interval '1 second'")
            try tx.execute("UPDATE reconciliation SET claimed_until = now() - interval '1 second'")
        }
        try await bench.service.tick()
    }

    /// Compares both systems now; gives the differences that are open.
    func reconcile() async throws -> [JSONValue] {
        let begun = try await bench.ask("POST /reconciliations", as: "centre")
        guard begun.status == 201 else { return [] }
        try await tick()
        return try await drifts()
    }

    func drifts(_ state: String = "open") async throws -> [JSONValue] {
        try await bench.ask("GET /drift?state=\(state)", as: "centre").json["items"]?.elements ?? []
    }

    func uploads(_ state: String? = nil) async throws -> [JSONValue] {
        let query = state.map { "?state=\($0)" } ?? ""
        return try await bench.ask("GET /uploads\(query)", as: "centre").json["items"]?.elements ?? []
    }

    /// Lets the province say something of an upload.
    func say(_ upload: String, _ revision: Int, _ outcome: String, number: String? = nil) async throws {
        let number = number.map { #""number":"\#($0)","# } ?? ""
        let at = #""at":"2026-10-14T12:00:00.000+08:00""#
        let word = #"{"upload":"\#(upload)","revision":\#(revision),"outcome":"\#(outcome)",\#(number)\#(at)}"#
        try await control("POST /sandbox/say", word)
    }

    func states() async throws -> [String] { try await uploads().compactMap { $0["state"]?.text } }

    func parked() async throws -> [String] {
        try await bench.ask("GET /province", as: "centre").json["parked"]?.elements.compactMap { $0["reason"]?.text }
            ?? []
    }
}

/// One running sandbox.
struct Sandbox {
    let process: ServiceProcess
    let address: String
    let folder: URL
    let keyFile: String

    static func start() async throws -> Sandbox {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(NewID.v7().lowercase)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let keyFile = folder.appending(path: "province.key").path()
        let secret = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
        try "sandbox-test \(secret)\n".write(toFile: keyFile, atomically: true, encoding: .utf8)
        let portFile = folder.appending(path: "port").path()
        let process = try ServiceProcess(
            "gongjiang-sandbox-province",
            [
                "GONGJIANG_PROVINCE_KEY": keyFile, "GONGJIANG_HTTP_PORT": "0", "GONGJIANG_PORT_FILE": portFile,
                "GONGJIANG_LOG_LEVEL": "error",
            ]
        )
        var port = ""
        try await eventually("the sandbox listens") {
            port = (try? String(contentsOfFile: portFile, encoding: .utf8)) ?? ""
            return !port.isEmpty
        }
        return Sandbox(process: process, address: "http://127.0.0.1:\(port)", folder: folder, keyFile: keyFile)
    }

    func end() async {
        await process.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    static func control(_ address: String, _ route: String, _ body: String) async throws -> JSONValue {
        let words = route.split(separator: " ").map(String.init)
        var request = HTTPClientRequest(url: address + words[1])
        request.method = HTTPMethod(rawValue: words[0])
        if !body.isEmpty { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return try WireFormat.decode(from: Array(buffer: bytes))
    }
}

extension Bench {
    /// Lays a procedure down that differs from the province's flow in some members.
    func layDown(_ members: [String: String]) async throws {
        var procedure: [String: String] = [
            "basis": #""试点通知""#, "inForceFrom": #""2026-10-14""#, "municipalAudit": #""here""#,
            "provincialAudit": #""here""#, "isMunicipalAuditOfProvinciallyFiled": "false",
            "numbers": #""after-audit""#, "uploadDueDays": "10", "correctionDueDays": "5",
        ]
        procedure.merge(members) { $1 }
        let text = "{" + procedure.map { "\"\($0)\":\($1)" }.sorted().joined(separator: ",") + "}"
        let answer = try await ask("POST /configuration/procedure", as: "bureau", body: text)
        guard answer.status == 201 else { throw NotFound("procedure: \(answer.text)") }
    }
}
