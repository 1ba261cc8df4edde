/// Whether a state is reached within a time; looks at it again and again and never sleeps for luck.
package func eventually(
    within limit: Duration = .seconds(30),
    _ state: () async throws -> Bool
) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await state() { return true }
        try await Task.sleep(for: .milliseconds(20))
    }
    return try await state()
}
