import AMQP
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

/// The real command, with a real service behind it.
@Suite("calendar import, against a running publicity timer")
struct LiveCalendarImport {
    @Test("tries out, loads, and finds nothing new the second time; from CSV in GB18030 and from JSON")
    func imports() async throws {
        try await withService { address, keys, pool in
            try await open(pool, keys)
            let off = "date,kind,name\n2027-01-01,off,元旦\n2027-01-04,off,元旦\n2027-01-09,work,元旦\n"
            let csv = try write(off, "2027.csv", in: keys, encoding: .gb18030)
            func run(_ file: String, _ options: String...) throws -> (status: Int32, output: String) {
                try Self.run("gongjiang", ["calendar", "import", file, "--service", address] + options, keys: keys)
            }
            let dry = try run(csv, "--dry-run", "--source", "国办发明电〔2026〕9号")
            #expect(dry.status == 0, "\(dry.output)")
            #expect(dry.output.contains("2027-01-04 星期一") && dry.output.contains("试算,没有载入"))
            #expect(dry.output.contains("最后一日移动的公示1件") && dry.output.contains("2027-01-05 → 2027-01-06"))
            #expect(try await editions(pool) <= 1)

            let done = try run(csv, "--source", "国办发明电〔2026〕9号")
            #expect(done.status == 0 && done.output.contains("已载入,日历版本 state-council-"), "\(done.output)")
            try await eventually("the notice has moved") {
                try await pool.transaction { tx in
                    try tx.query("SELECT last_day::text AS it FROM notice").first?.decode("it") == "2027-01-06"
                }
            }
            let again = try run(csv, "--source", "国办发明电〔2026〕9号")
            #expect(again.status == 0 && again.output.contains("没有日期改变"), "\(again.output)")

            let json = #"{"year":2028,"papers":[],"days":[{"name":"元旦","date":"2028-01-01","isOffDay":true}]}"#
            let next = try run(try write(json, "2028.json", in: keys, encoding: .utf8))
            #expect(next.status == 0 && next.output.contains("已载入"), "\(next.output)")
            #expect(try await editions(pool) == 3)

            let wrong = try run(try write("date,kind,name\n2027-13-01,off,元旦\n", "x.csv", in: keys, encoding: .utf8))
            #expect(wrong.status == 1 && wrong.output.contains("不是日期"), "\(wrong.output)")
            #expect(try await editions(pool) == 3)
        }
    }

    private func editions(_ pool: PostgresPool) async throws -> Int {
        try await pool.transaction { tx in
            try tx.query("SELECT count(*)::int AS it FROM calendar").first?.decode("it") ?? 0
        }
    }

    /// A notice from 28 December on, whose end a document of 2027 moves.
    private func open(_ pool: PostgresPool, _ keys: String) async throws {
        let day = try #require(LocalDate("2026-12-28"))
        let list = ListProposed(
            list: NewID.v7(),
            round: NewID.v7(),
            filing: NewID.v7(),
            proposer: EnterpriseRef(id: NewID.v7(), creditCode: "91371600MA3N00011J"),
            enterpriseName: "滨州样例机械有限公司",
            title: "2026年特级技师建议人选公示",
            listDigest: String(repeating: "a", count: 64),
            requiredDays: 5,
            publishedOn: day,
            handlingOffice: "公司纪委",
            names: []
        )
        let clock = BusinessClock(travels: true)
        let name = ServiceName.publicityTimer
        let definition = try Main(
            ServiceEnvironment(
                outbox: Outbox(service: name),
                journal: Journal(),
                keys: KeyRing(folder: keys, service: name.rawValue)
            )
        )
        let inbox = Inbox(service: name, subscriptions: definition.subscriptions, clock: clock)
        try await pool.transaction { tx in
            try clock.travel(to: day.start.addingTimeInterval(12 * 3600), in: tx)
            try clock.refresh(in: tx)
        }
        let message = try Message(telling: list, from: .evaluation, sequence: 1, at: clock.now)
        try await pool.transaction { tx in try inbox.apply([message], in: tx) }
    }

    private func write(_ text: String, _ name: String, in folder: String, encoding: String.Encoding) throws -> String {
        let file = "\(folder)/\(name)"
        try #require(text.data(using: encoding)).write(to: URL(filePath: file))
        return file
    }

    /// Lends a running service: its address, the folder of its keys, its database.
    private func withService(_ body: (String, String, PostgresPool) async throws -> Void) async throws {
        try await ServiceGround.with { ground in
            let name = ServiceName.publicityTimer
            try await ScratchDatabase.with(Main.allMigrations, service: name.database) { pool, database in
                let door = try ServiceDoor()
                let service = try await door.open { try ground.start(name, on: database, port: door.port) }
                let outcome: Result<Void, any Error>
                do { outcome = .success(try await body(door.url, ground.keys, pool)) } catch {
                    outcome = .failure(error)
                }
                await service.kill()
                try outcome.get()
            }
        }
    }

    /// Runs a program of this build to its end.
    private static func run(
        _ program: String,
        _ arguments: [String],
        keys: String
    ) throws -> (status: Int32, output: String) {
        let file = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString).log")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = try start(program, arguments, ["GONGJIANG_KEYS": keys], output: FileHandle(forWritingTo: file))
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    private static func start(
        _ program: String,
        _ arguments: [String],
        _ settings: [String: String],
        output: FileHandle
    ) throws -> Process {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let process = Process()
        // The threads of a test block all signals, and a child takes that over: it could not be asked to end.
        process.executableURL = URL(filePath: "/usr/bin/env")
        let path = own.deletingLastPathComponent().appending(path: program).path(percentEncoded: false)
        process.arguments = ["--default-signal", path] + arguments
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGJIANG_") }
            .merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return process
    }
}

extension String.Encoding {
    /// What Excel in China saves.
    fileprivate static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}
