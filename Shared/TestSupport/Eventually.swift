import Testing

/// Whether a state is reached within a time; looks at it again and again and never sleeps for luck.
package func eventually(
    within limit: Duration = .seconds(60),
    _ state: () async throws -> Bool
) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await state() { return true }
        try await Task.sleep(for: .milliseconds(20))
    }
    return try await state()
}

/// Waits for a state and requires it to be reached within a time.
///
/// - Throws: What looking threw, or that the state was not reached.
package func eventually(
    _ what: Comment,
    within limit: Duration = .seconds(60),
    at location: SourceLocation = #_sourceLocation,
    _ state: () async throws -> Bool
) async throws {
    let isReached = try await eventually(within: limit, state)
    try #require(isReached, what, sourceLocation: location)
}
