import Contracts

extension Demonstration {
    /// What the main job came to, as the services answer now.
    func totals() async throws -> Totals {
        let applications = try await applications()
        let names = try await notice()["names"].elements
        let objections = try await objections(in: ["received", "examining", "closed"])
        let determinations = try await all(
            "/rounds/\(found.round)/determinations",
            of: .evaluation,
            as: accounts.hr
        )
        let appointments = try await all("/appointments", of: .compensation, as: accounts.hr)
        return Totals(numbers: [
            found.rows,
            found.rejectedRows,
            applications.count,
            applications.count { $0["eligibility"] == "eligible" },
            names.count,
            objections.count,
            determinations.filter { $0["state"] == "in-force" }.flatMap { $0["names"].elements }.count,
            names.count { $0["standing"] == "removed" },
            try await certificates().count,
            appointments.count,
        ])
    }
}
