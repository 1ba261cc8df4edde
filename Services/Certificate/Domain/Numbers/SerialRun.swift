/// Running numbers without a gap between them.
package struct SerialRun: Hashable, Sendable, Codable {
    package let first: Int
    package let last: Int

    package init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// How many they are.
    package var count: Int { last - first + 1 }

    /// The fewest runs that hold these running numbers, in order.
    package static func runs(_ serials: [Int]) -> [SerialRun] {
        var runs: [SerialRun] = []
        for serial in Set(serials).sorted() {
            if let run = runs.last, run.last + 1 == serial {
                runs[runs.count - 1] = SerialRun(first: run.first, last: serial)
            } else {
                runs.append(SerialRun(first: serial, last: serial))
            }
        }
        return runs
    }

    /// The running numbers of some runs, in order.
    package static func serials(_ runs: [SerialRun]) -> [Int] {
        runs.flatMap { $0.first <= $0.last ? Array($0.first...$0.last) : [] }
    }
}
