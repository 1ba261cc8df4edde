/// What has to be known of a transaction to find out later whether it was committed.
struct PendingCommit {
    /// The transaction's id; nil when it has written nothing.
    let transaction: String?
    /// The server process it ran in.
    let processID: Int32

    /// What a look said.
    enum Outcome {
        case committed
        case aborted
        /// Not decided yet, or nobody could be asked.
        case unknown
    }

    /// Looks the transaction up on another connection.
    ///
    /// If it is still running, its server process has not noticed that nobody listens to it: it is ended, which decides the matter.
    func lookUp(on handle: borrowing Handle) throws -> Outcome {
        guard let transaction else { return .committed }
        let status: String? = try Rows(handle.execute("select pg_xact_status(\(transaction)::xid8) as status"))
            .first?.decode("status")
        switch status {
        case "committed": return .committed
        case "aborted": return .aborted
        default:
            _ = try handle.execute(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where pid = \(processID) and backend_xid = \(transaction)::xid8::xid
                """
            )
            return .unknown
        }
    }
}
