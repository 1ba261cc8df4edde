import Contracts
import Foundation
import Kernel
import Testing

@Suite("An instant on the wire")
struct WireFormatTests {
    @Test(
        "is written in Chinese time with milliseconds, and read again",
        arguments: [
            (0, "1970-01-01T08:00:00.000+08:00"),
            (-1, "1970-01-01T07:59:59.999+08:00"),
            (-28_800_001, "1969-12-31T23:59:59.999+08:00"),
            (1_791_907_200_000, "2026-10-14T00:00:00.000+08:00"),
            (1_791_907_199_999, "2026-10-13T23:59:59.999+08:00"),
            (1_798_732_799_999, "2026-12-31T23:59:59.999+08:00"),
            (1_798_732_800_000, "2027-01-01T00:00:00.000+08:00"),
            (1_709_174_096_007, "2024-02-29T10:34:56.007+08:00"),
            (4_102_415_999_001, "2099-12-31T23:59:59.001+08:00"),
        ]
    )
    func written(milliseconds: Int, text: String) throws {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        #expect(WireFormat.text(of: date) == text)
        let read = try #require(WireFormat.date(from: text))
        #expect(Int((read.timeIntervalSince1970 * 1000).rounded()) == milliseconds)
        #expect(WireFormat.text(of: read) == text)
    }

    @Test("rounds to the nearest millisecond, over the end of a day too")
    func rounded() {
        let last = Date(timeIntervalSince1970: 1_791_907_199.999_6)
        #expect(WireFormat.text(of: last) == "2026-10-14T00:00:00.000+08:00")
        #expect(WireFormat.text(of: last.addingTimeInterval(-0.000_2)) == "2026-10-13T23:59:59.999+08:00")
    }

    @Test("is the first or the last there are words for where it lies beyond them")
    func beyondWords() {
        #expect(WireFormat.text(of: .distantPast.addingTimeInterval(-1e9)) == "0001-01-01T00:00:00.000+08:00")
        #expect(WireFormat.text(of: Date(timeIntervalSince1970: 1e15)) == "9999-12-31T23:59:59.999+08:00")
    }

    @Test("comes back from every millisecond of a second")
    func everyMillisecond() throws {
        for millisecond in 0..<1000 {
            let text = WireFormat.text(of: Date(timeIntervalSince1970: 1_791_907_199 + Double(millisecond) / 1000))
            #expect(text.hasSuffix(".\(String(millisecond + 1000).dropFirst())+08:00"))
            #expect(WireFormat.text(of: try #require(WireFormat.date(from: text))) == text)
        }
    }

    @Test(
        "is read in any offset, with or without a fraction",
        arguments: [
            "2026-10-13T16:00:00Z", "2026-10-13T16:00:00.000Z", "2026-10-14T00:00:00+08:00",
            "2026-10-13T09:00:00-07:00", "2026-10-13T21:30:00.000+05:30", "2026-10-13T16:00:00.000000+00:00",
        ]
    )
    func offsets(text: String) {
        #expect(WireFormat.date(from: text) == LocalDate("2026-10-14")?.start)
    }

    @Test(
        "is nothing where the text names none",
        arguments: [
            "", "soon", "2026-10-14", "00:00:00", "2026-10-14 00:00:00", "2026-10-14T00:00:00",
            "2026-13-01T00:00:00+08:00", "2026-02-30T00:00:00+08:00", "2026-10-14T25:00:00+08:00",
            "2026-10-14T00:61:00+08:00", "2026-10-14T00:00:00+08:00 or so", "14/10/2026 00:00:00", "1791907200",
            "2026-10-14T24:00:00+08:00",
            "2026-10-13T23:59:60+08:00", "2026-10-14T00:00:00.+08:00", "2026-10-14T00:00:00,5+08:00",
            "2026-10-14T00:00:00+0800", "2026-10-14T00:00:00+08:60", "+2026-10-14T00:00:00Z", "0000-01-01T00:00:00Z",
            "２０２６-10-14T00:00:00Z", " 2026-10-14T00:00:00Z", "2025-02-29T00:00:00Z",
        ]
    )
    func nonsense(text: String) {
        #expect(WireFormat.date(from: text) == nil)
    }

    @Test("that is none is refused with the path of its member")
    func refused() throws {
        let fixture = try Fixture("publicity.completed", PublicityCompleted.self).document.bytes
        let text = String(decoding: fixture, as: UTF8.self)
        let broken = text.replacing("\"effectiveAt\":\"2026-10-14T00", with: "\"effectiveAt\":\"2026-10-14 00")
        #expect(broken != text)
        #expect {
            _ = try WireFormat.decode(PublicityCompleted.self, from: Array(broken.utf8))
        } throws: { error in
            guard case DecodingError.dataCorrupted(let context) = error else { return false }
            return context.codingPath.map(\.stringValue) == ["effectiveAt"]
        }
    }

    @Test("stands in a value as it stands alone")
    func inside() throws {
        struct Value: Codable, Hashable {
            let at: Date
            let day: LocalDate
            let words: String
        }
        let day = try #require(LocalDate("2026-10-13"))
        let value = Value(at: day.end, day: day, words: "甲/乙")
        let bytes = try WireFormat.encode(value)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"at":"2026-10-14T00:00:00.000+08:00","day":"2026-10-13","words":"甲/乙"}"#
        )
        #expect(try WireFormat.decode(Value.self, from: bytes) == value)
    }
}
