/// Which connections of a pool are free, and who waits for one, in the order of asking.
///
/// Pure: it decides, and ``PostgresPool`` acts on the decision outside its lock.
struct PoolState<Connection, Waiter> {
    private let size: Int
    private var idle: [Connection] = []
    private(set) var lent = 0
    private var waiters: [(ticket: UInt64, waiter: Waiter)] = []
    private var tickets: UInt64 = 0
    private(set) var isClosed = false

    init(size: Int) { self.size = max(1, size) }

    /// Whether nothing is lent out.
    var isQuiet: Bool { lent == 0 }
    /// How many wait.
    var waiting: Int { waiters.count }

    enum Answer {
        case use(Connection)
        /// There is room for one more: make it.
        case make
        case wait(ticket: UInt64)
        case closed
    }

    /// Someone wants a connection.
    mutating func request(_ waiter: Waiter) -> Answer {
        guard !isClosed else { return .closed }
        if let connection = idle.popLast() {
            lent += 1
            return .use(connection)
        }
        if lent < size {
            lent += 1
            return .make
        }
        tickets += 1
        waiters.append((tickets, waiter))
        return .wait(ticket: tickets)
    }

    /// A waiter gives up; nil when it has been served already.
    mutating func withdraw(_ ticket: UInt64) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return waiters.remove(at: index).waiter
    }

    /// A connection comes back; whoever has waited longest gets it.
    mutating func giveBack(_ connection: Connection) -> Waiter? {
        guard waiters.isEmpty else { return waiters.removeFirst().waiter }
        lent -= 1
        idle.append(connection)
        return nil
    }

    /// Nothing is lent from now on; returns those who wait.
    mutating func close() -> [Waiter] {
        isClosed = true
        defer { waiters = [] }
        return waiters.map(\.waiter)
    }

    /// Takes the free connections out.
    mutating func takeIdle() -> [Connection] {
        defer { idle = [] }
        return idle
    }
}
