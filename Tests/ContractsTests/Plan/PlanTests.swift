import Contracts
import Kernel
import Testing

@Suite("The plan of who hears whom")
struct PlanTests {
    @Test("gives each first word of a fact to one service")
    func speaks() {
        let words = ServiceName.allCases.flatMap(\.speaks)
        #expect(Set(words).count == words.count)
        #expect(words.allSatisfy { $0.wholeMatch(of: /[a-z]+/) != nil }, "it is one word of a routing key")
    }

    @Test("lets every first word be said by some fact")
    func said() {
        let said = Set(Catalogue.facts.map { String($0.type.name.prefix { $0 != "." }) })
        #expect(said == Set(ServiceName.allCases.flatMap(\.speaks)))
    }

    @Test("lets no service hear itself, or another twice", arguments: ServiceName.allCases)
    func heard(service: ServiceName) {
        let heard = Plan.heard(by: service)
        #expect(!heard.contains(service))
        #expect(Set(heard).count == heard.count)
    }

    @Test("gives every speaker somebody who hears it")
    func unheard() {
        #expect(ServiceName.allCases.filter { !Plan.hasHearer($0) }.isEmpty)
    }

    @Test("lets every service hear of the calendar it keeps a copy of", arguments: ServiceName.allCases)
    func calendar(service: ServiceName) {
        #expect(Plan.heard(by: service).contains(.publicityTimer) == (service != .publicityTimer))
    }

    @Test("lets each message of enterprises be taken by one service")
    func taken() {
        let taken = ServiceName.allCases.flatMap(Plan.takenFromEnterprises)
        #expect(taken.sorted() == Catalogue.ingress.map { $0.name }.sorted())
    }

    @Test(
        "names services as their executables, sources and databases are named",
        arguments: [
            (ServiceName.filing, "filing", "filing"), (.evaluation, "evaluation", "evaluation"),
            (.publicityTimer, "publicity-timer", "publicity_timer"), (.certificate, "certificate", "certificate"),
            (.compensation, "compensation", "compensation"),
        ]
    )
    func names(service: ServiceName, executable: String, database: String) {
        #expect(service.rawValue == executable)
        #expect(service.source == "/gongjiang/\(executable)")
        #expect(service.database == database)
        #expect(ServiceName(source: service.source) == service)
    }

    @Test(
        "knows no speaker by another source",
        arguments: ["", "filing", "/gongjiang/", "/enterprise/filing", "/gongjiang/filing/"]
    )
    func strangers(source: String) {
        #expect(ServiceName(source: source) == nil)
    }
}
