import Foundation
import Synchronization
import TestSupport

#if canImport(Glibc)
import Glibc
#endif

/// Kills one service of the demonstration after every fourth step it tells, in the middle of whatever it does.
final class Killer: Sendable {
    private struct State {
        var victims: [String]
        var steps = 0
        var killed = 0
    }

    private let state: Mutex<State>

    init(_ victims: [String]) {
        state = Mutex(State(victims: victims))
    }

    /// How many were killed.
    var killed: Int { state.withLock { $0.killed } }

    /// Looks at a line of the demonstration; a step is a line that begins with its number.
    func look(at line: String) {
        guard line.first?.isNumber == true else { return }
        state.withLock { state in
            state.steps += 1
            guard state.steps.isMultiple(of: 4), let victim = state.victims.first, let pid = Self.process(of: victim)
            else { return }
            state.victims.removeFirst()
            if kill(pid, SIGKILL) == 0 { state.killed += 1 }
        }
    }

    private static func process(of service: String) -> pid_t? {
        let file = Repository.root.appending(path: ".local/demo/\(service).program")
        let text = try? String(contentsOf: file, encoding: .utf8)
        return text?.split(whereSeparator: \.isWhitespace).first.flatMap { pid_t($0) }
    }
}
