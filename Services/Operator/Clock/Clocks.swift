import Contracts
import Foundation
import Kernel

/// The clocks of all services.
struct Clocks: Sendable {
    let calls: OperatorCalls

    /// What each service takes for now.
    func readings() async throws -> [Reading] {
        var readings: [Reading] = []
        for service in ServiceName.allCases {
            readings.append(try await Reading(service, calls.get("clock", of: service)))
        }
        return readings
    }

    /// Sets every clock to `target`, and waits until all say so.
    ///
    /// - Throws: ``Problem`` where a service has history after `target`.
    func travel(to target: Date) async throws -> [Reading] {
        for service in ServiceName.allCases {
            do {
                try await calls.send("clock", of: service, ["to": .text(WireFormat.text(of: target))])
            } catch let refusal as Problem where refusal.status == 409 {
                // An earlier call of the same may have got there first: clocks go on.
                let reading = try await Reading(service, calls.get("clock", of: service))
                guard reading.isAt(target) else { throw refusal }
            }
        }
        return try await Patience(limit: .seconds(60)).wait(for: "各服务一致的时间") {
            let readings = try await readings()
            guard let other = readings.first(where: { !$0.isAt(target) }) else { return .answer(readings) }
            return .notYet("\(other.service.rawValue) 是 \(WireFormat.text(of: other.now))")
        }
    }

    /// What one service's clock says.
    struct Reading: Sendable {
        let service: ServiceName
        let now: Date
        let travels: Bool

        init(_ service: ServiceName, _ answer: JSON) throws {
            guard let now = answer["now"].text.flatMap(WireFormat.date) else {
                throw OperatorError("\(service.rawValue) 没有报告它的时间。")
            }
            self.service = service
            self.now = now
            travels = answer["travels"] == true
        }

        /// Whether it was set to `target` within the last quarter of an hour.
        func isAt(_ target: Date) -> Bool { (0..<900).contains(now.timeIntervalSince(target)) }

        /// A line for people.
        var line: String {
            let name = service.rawValue.padding(toLength: 16, withPad: " ", startingAt: 0)
            return "\(name) \(WireFormat.text(of: now))\(travels ? "(可调)" : "")"
        }
    }
}
