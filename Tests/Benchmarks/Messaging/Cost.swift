import Foundation
import Glibc

/// Processor time, user and system together, in seconds.
///
/// Rates fall when others use the machine; this does not, so it tells more about what is to be done.
struct Cost {
    /// This process, or the C program.
    var program = 0.0
    var postgres = 0.0
    var rabbitmq = 0.0

    var total: Double { program + postgres + rabbitmq }

    static func - (left: Cost, right: Cost) -> Cost {
        Cost(
            program: left.program - right.program,
            postgres: left.postgres - right.postgres,
            rabbitmq: left.rabbitmq - right.rabbitmq
        )
    }

    /// The same for each of `count` messages, in microseconds.
    func perMessage(_ count: Int) -> Cost {
        let scale = 1e6 / Double(max(1, count))
        return Cost(program: program * scale, postgres: postgres * scale, rabbitmq: rabbitmq * scale)
    }
}

/// Reads how much processor time the program and the two servers have used.
struct CostMeter {
    /// The postmaster; its backends are its children.
    let postgres: Int?
    /// The broker's virtual machine.
    let rabbitmq: Int?

    /// What was used so far.
    func read() -> Cost {
        Cost(
            program: used(by: RUSAGE_SELF.rawValue) + used(by: RUSAGE_CHILDREN.rawValue),
            postgres: postgres.map(family) ?? 0,
            rabbitmq: rabbitmq.flatMap { stat($0)?.own } ?? 0
        )
    }

    private func used(by who: Int32) -> Double {
        var usage = rusage()
        guard unsafe getrusage(who, &usage) == 0 else { return 0 }
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    private struct Stat {
        let own: Double
        let ended: Double
    }

    /// A process and its children, those that have ended too.
    private func family(_ parent: Int) -> Double {
        let children = (try? String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)) ?? ""
        let living = children.split(separator: " ").compactMap { Int($0) }.compactMap(stat).map(\.own).reduce(0, +)
        let first = stat(parent)
        return living + (first?.own ?? 0) + (first?.ended ?? 0)
    }

    /// utime, stime and those of the children waited for: proc(5), fields 14 to 17.
    private func stat(_ process: Int) -> Stat? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[name...].split(separator: " ")
        guard fields.count > 14 else { return nil }
        let ticks = fields[12...15].compactMap { Double($0) }
        guard ticks.count == 4 else { return nil }
        let second = Double(sysconf(Int32(_SC_CLK_TCK)))
        return Stat(own: (ticks[0] + ticks[1]) / second, ended: (ticks[2] + ticks[3]) / second)
    }
}
