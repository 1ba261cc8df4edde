/// One step of the main job: what it is called, and what is done.
struct Step: Sendable {
    let title: String
    let act: @Sendable (Demonstration) async throws -> Void

    init(_ title: String, _ act: @escaping @Sendable (Demonstration) async throws -> Void) {
        self.title = title
        self.act = act
    }
}

extension Step {
    /// The main job in order.
    static let mainJob: [Step] =
        filing + planning + applying + judging + scoring + proposing + publicity + certifying + appointing + uploading
        + listening

    /// The main job as far as appointments, and then the exit of the enterprise, undone in the end.
    static let exitJob: [Step] =
        filing + planning + applying + judging + scoring + proposing + publicity + certifying + appointing + exit
}
