import Contracts
import Testing

@testable import Operator

@Suite("What an enterprise's system may do")
struct EnterpriseAccessRights {
    @Test("is named by expressions in which a dot is a dot")
    func dotsAreDots() {
        #expect(EnterpriseAccess.escaped(Topology.ingress) == "gongjiang\\.ingress")
    }

    @Test("is to hand in the messages that services take")
    func messagesAreThePlanned() {
        #expect(EnterpriseAccess.messages == [ApplicationSubmitted.name, AttestationSubmitted.name])
    }
}
