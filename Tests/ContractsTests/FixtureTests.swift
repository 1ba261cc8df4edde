import Contracts
import Foundation
import Testing

/// The documents in Fixtures are the contract: what one side writes and the other reads, to the byte.
@Suite("A message written by hand")
struct FixtureTests {
    @Test("is read, and written again the same", arguments: Catalogue.fixtures)
    func same(fixture: Fixture) throws {
        let written = try fixture.document.bytes
        let rewritten = try fixture.rewrite(written)
        #expect(String(decoding: rewritten, as: UTF8.self) == String(decoding: written, as: UTF8.self))
    }

    @Test("is read with members nobody knows yet, and they are passed over", arguments: Catalogue.fixtures)
    func tolerant(fixture: Fixture) throws {
        let document = try fixture.document
        let rewritten = try fixture.rewrite(document.withUnknownMembers.bytes)
        #expect(try document.bytes == rewritten)
    }

    @Test("is refused when a member is missing, and the member named", arguments: Catalogue.fixtures)
    func complete(fixture: Fixture) throws {
        let optional = try fixture.optionalMembers
        let cuts = try fixture.document.cuts.filter { !optional.contains($0.path) }
        #expect(!cuts.isEmpty)
        for cut in cuts {
            #expect("\(cut.path) is missing") {
                _ = try fixture.rewrite(cut.document.bytes)
            } throws: { error in
                guard case DecodingError.keyNotFound(let key, _) = error else { return false }
                return key.stringValue == cut.member
            }
        }
    }

    @Test("is read without the members that may be missing", arguments: Catalogue.fixtures)
    func optional(fixture: Fixture) throws {
        let optional = try fixture.optionalMembers
        let cuts = try fixture.document.cuts.filter { optional.contains($0.path) }
        #expect(Set(cuts.map(\.path)) == optional, "each of them stands in the fixture")
        for cut in cuts {
            let bytes = try cut.document.bytes
            #expect(try fixture.rewrite(bytes) == bytes, "\(cut.path)")
        }
    }

    @Test("stands there for every message, and for nothing else")
    func complete() throws {
        let enterprise = Catalogue.facts.filter { $0.type.enterpriseMembers != nil }.map {
            "enterprise.\($0.type.name)"
        }
        #expect(try Fixture.written == Set(Catalogue.fixtures.map(\.name) + enterprise))
    }
}
