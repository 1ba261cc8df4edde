import Contracts
import Foundation
import Testing

@Suite("Ids on the wire")
struct LowerCaseIDTests {
    private struct Sample: Codable, Equatable {
        var id = UUID(uuidString: "0192E5D0-ABCD-7EF0-8A6B-7C8D9E0F1A01")
        var text: String
    }

    @Test(
        "are lower case, and nothing else is touched",
        arguments: ["ABCDEF", "X0192E5D0-ABCD-7EF0-8A6B-7C8D9E0F1A01", "0192E5D0-ABCD-7EF0-8A6B-7C8D9E0F1A0G", ""]
    )
    func lower(text: String) throws {
        let bytes = try WireFormat.encode(Sample(text: text))
        let expected = #"{"id":"0192e5d0-abcd-7ef0-8a6b-7c8d9e0f1a01","text":"\#(text)"}"#
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(try WireFormat.decode(Sample.self, from: bytes) == Sample(text: text))
    }
}
