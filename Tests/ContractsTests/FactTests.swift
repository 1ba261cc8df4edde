import Contracts
import Foundation
import Kernel
import Testing

@Suite("A fact")
struct FactTests {
    @Test("has a type made of its name and version", arguments: Catalogue.facts)
    func type(fact: FactCase) {
        #expect(fact.type.type == "gongjiang.\(fact.type.name).v1")
        #expect(fact.type.name.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil)
    }

    @Test("has a name of its own")
    func names() {
        let names = Catalogue.facts.map { $0.type.name }
        #expect(Set(names).count == names.count)
    }

    @Test("is one service's to say", arguments: Catalogue.facts)
    func speaker(fact: FactCase) {
        let speakers = ServiceName.allCases.filter { service in
            service.speaks.contains { fact.type.name.hasPrefix("\($0).") }
        }
        #expect(speakers.count == 1)
    }

    @Test("stands in the catalogue of these tests when it stands in the source")
    func catalogue() throws {
        let declared = /(?:struct|enum) (\w+): (?:Fact|IngressMessage) \{\s+package static let name = "([^"]+)"/
        let files = try SourceText.files(below: "Shared/Contracts")
        let found = files.flatMap { $0.matches(of: declared).map { String($0.output.2) } }
        let written = files.flatMap { $0.matches(of: /static let name = "([^"]+)"/).map { String($0.output.1) } }
        #expect(found.sorted() == written.sorted(), "a name is declared another way than the others")
        #expect(Set(found) == Set(Catalogue.facts.map { $0.type.name } + Catalogue.ingress.map { $0.name }))
    }

    @Test("tells an enterprise exactly the members it lists", arguments: Catalogue.facts)
    func enterprise(fact: FactCase) throws {
        guard let members = fact.type.enterpriseMembers else { return }
        let whole = try fact.fixture.document
        #expect(Set(members).isSubset(of: whole.names), "a member is listed that the fact does not have")
        #expect(Set(members).count == members.count)
        let copy = try Fixture("enterprise.\(fact.type.name)", FactCase.Nothing.self).document
        #expect(try copy.bytes == whole.only(members).bytes)
    }

    @Test("is told to enterprises where it is theirs to know")
    func told() {
        let told = Catalogue.facts.filter { $0.type.enterpriseMembers != nil }.map { $0.type.name }
        #expect(
            Set(told) == [
                "filing.changed", "filing.suspended", "filing.resumed", "filing.cancelled", "filing.set-aside",
                "filing.renewal-due", "publicity.opened", "publicity.end-moved", "publicity.completed",
                "certificate.issued", "certificate.corrected", "certificate.status-changed",
            ]
        )
    }

    @Test("of an objection is told to no enterprise", arguments: Catalogue.facts)
    func objections(fact: FactCase) throws {
        let members = try fact.fixture.document.names
        #expect(!members.contains("objection") || fact.type.enterpriseMembers == nil)
    }

    @Test("is about the aggregate, enterprise and person its members name")
    func outside() throws {
        func read<Value: Fact>(_ type: Value.Type) throws -> Value {
            try WireFormat.decode(from: Fixture(type.name, type).document.bytes)
        }
        let approved = try read(ListApproved.self)
        #expect(approved.subject == approved.list, "several determinations of one list are heard in order")
        #expect(approved.enterprise == approved.determiner)
        #expect(approved.person == nil)
        let cleared = try read(CandidateCleared.self)
        #expect(cleared.subject == cleared.about.notice)
        #expect(cleared.enterprise == cleared.about.publisher)
        #expect(cleared.person == cleared.candidate)
        let completed = try read(PublicityCompleted.self)
        #expect(completed.subject == completed.about.notice)
        #expect(completed.effectiveAt == completed.period.lastDay.end)
        #expect(completed.period.endsAt == completed.period.lastDay.end)
        let amended = try read(ListAmended.self)
        #expect(amended.subject == amended.list, "it is heard after the list was proposed")
        #expect(amended.enterprise == amended.proposer)
        let moved = try read(EndMoved.self)
        #expect(moved.subject == moved.about.notice)
        #expect(moved.person == moved.candidate)
        #expect(moved.old.lastDay < moved.new.lastDay)
        let issued = try read(CertificateIssued.self)
        #expect(issued.subject == issued.certificate)
        #expect(issued.person == issued.holder)
        #expect(try CertificateNumber(issued.number).text == issued.number)
        let appointed = try read(Appointed.self)
        #expect(appointed.subject == appointed.appointment)
        #expect(appointed.person == appointed.appointee)
        #expect(try read(CalendarPublished.self).enterprise == nil)
        let cancelled = try read(FilingCancelled.self)
        #expect(cancelled.subject == cancelled.standing.filing, "all that happens to a filing is heard in order")
        #expect(cancelled.enterprise == cancelled.standing.filer)
        let changed = try read(CertificateStatusChanged.self)
        #expect(changed.subject == changed.certificate, "it is heard after the certificate was issued")
        #expect(changed.person == changed.holder)
        let corrected = try read(CertificateCorrected.self)
        #expect(corrected.subject == corrected.certificate, "it is heard after the certificate was issued")
        #expect(corrected.person == corrected.holder)
        let closed = try read(RoundClosed.self)
        #expect(closed.subject == closed.round, "it is heard after the round was opened")
    }
}

extension FactCase {
    /// Stands where a document is only looked at.
    struct Nothing: Codable, Sendable {}
}
