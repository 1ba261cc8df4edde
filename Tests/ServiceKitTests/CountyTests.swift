import Foundation
import Postgres
import TestSupport
import Testing

@testable import ServiceKit

@Suite("An officer of a county")
struct CountyTests {
    @Test("is let in where the thing is theirs, refused elsewhere, and no route may forget to say where it is")
    func scope() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            func ask(_ path: String, of county: String) async -> PlainResponse {
                await service.call("GET", path, as: .countyOfficer, county: county)
            }
            #expect(await ask("/counties/371602", of: "371602").status == 204)
            #expect(await ask("/counties/371602", of: "BZ-KFQ").status == 204)
            let other = await ask("/counties/371602", of: "371681")
            #expect(other.status == 403)
            #expect(other.member("code") == "common.other-county")
            #expect(await ask("/careless-counties/371602", of: "371602").status == 500)
            #expect(await ask("/half-careless-counties/371602", of: "371602").status == 500)
            #expect(await service.call("GET", "/counties/371602", as: .bureauOfficer).status == 204)
        }
    }

    @Test("is none without a county in the token")
    func withoutCounty() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            #expect(await service.call("GET", "/counties/371602", as: .countyOfficer).status == 403)
        }
    }

    @Test("does not make the same route wider for an enterprise, whose units' people may be let in")
    func enterprises() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            for (own, status) in [
                ("91371600MA3N00011J", 204), ("9137160270000001X7", 204), ("9137162100000002XX", 403),
            ] {
                let answer = await service.call("GET", "/counties/371602", as: .enterpriseHR, of: own)
                #expect(answer.status == status)
            }
        }
    }
}

@Suite("Where a request comes from")
struct SourceTests {
    @Test(
        "is the peer, or the last address a proxy of ours names",
        arguments: [
            (peer: "203.0.113.7", forwarded: nil as String?, source: "203.0.113.7"),
            ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
            ("10.0.0.2", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.2", "192.0.2.66, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.2", "", "10.0.0.2"),
            ("10.0.0.2", nil, "10.0.0.2"),
        ]
    )
    func proxies(peer: String, forwarded: String?, source: String) {
        #expect(FrontDoor.source(peer, forwarded: forwarded, by: ["10.0.0.2"]) == source)
    }

    @Test("is told to the route")
    func told() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            let answer = await service.call("GET", "/source", from: "203.0.113.7")
            #expect(answer.member("source") == "203.0.113.7")
        }
    }
}
