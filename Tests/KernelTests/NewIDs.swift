import Foundation
import Kernel
import Testing

@Suite("New ids")
struct NewIDs {
    @Test("of one process grow, also within a millisecond")
    func grow() {
        let ids = (0..<20_000).map { _ in NewID.v7().lowercase }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test("carry the real time and the version")
    func time() {
        let before = Int(Date().timeIntervalSince1970 * 1000)
        let text = NewID.v7().lowercase.replacing("-", with: "")
        let milliseconds = Int(text.prefix(12), radix: 16) ?? 0
        #expect(abs(milliseconds - before) < 5000)
        #expect(Array(text)[12] == "7")
    }

    @Test("written in lower case are what Foundation writes", arguments: 0..<50)
    func written(_: Int) {
        let id = UUID()
        #expect(id.lowercase == id.uuidString.lowercased())
        #expect(UUID(text: id.uuidString) == id)
    }
}
