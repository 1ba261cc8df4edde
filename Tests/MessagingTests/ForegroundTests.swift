import Testing

@testable import Messaging

@Suite("Work nobody waits for")
struct ForegroundTests {
    @Test("goes on at once where nobody is being answered, and when they have been")
    func stepsAside() async throws {
        let foreground = Foreground()
        await foreground.clear(atMost: .seconds(600))
        foreground.enter()
        foreground.enter()
        #expect(foreground.count == 2)
        async let cleared: Void = foreground.clear(atMost: .seconds(600))
        foreground.leave()
        foreground.leave()
        await cleared
        #expect(foreground.count == 0)
    }

    @Test("is held up for no longer than a moment by people who never stop asking")
    func isBounded() async {
        let foreground = Foreground()
        foreground.enter()
        await foreground.clear(atMost: .milliseconds(1))
        #expect(foreground.count == 1)
    }
}
