import Contracts
import Testing

@testable import Operator

@Suite("The environment file")
struct EnvironmentFiles {
    @Test("is lines KEY=VALUE; remarks, empty lines and the rest are passed over")
    func isRead() {
        let text = """
            # made by deploy/up
            GONGJIANG_FILING_URL=http://127.0.0.1:28001/

            GONGJIANG_MANAGEMENT_URL=http://admin:a=b@127.0.0.1:25673
            nonsense
            GONGJIANG_VHOST = gongjiang
            """
        #expect(
            SystemEnvironment.lines(of: text) == [
                "GONGJIANG_FILING_URL": "http://127.0.0.1:28001/",
                "GONGJIANG_MANAGEMENT_URL": "http://admin:a=b@127.0.0.1:25673",
                "GONGJIANG_VHOST": "gongjiang",
            ]
        )
    }

    @Test("gives a service's address without a slash at its end")
    func givesAddresses() throws {
        let system = SystemEnvironment(["GONGJIANG_PUBLICITY_TIMER_URL": "http://127.0.0.1:28003/"])
        #expect(try system.address(of: .publicityTimer) == "http://127.0.0.1:28003")
    }

    @Test("that lacks a setting is told so by the setting's name")
    func namesWhatIsMissing() {
        let error = #expect(throws: OperatorError.self) {
            try SystemEnvironment(["GONGJIANG_VHOST": ""]).required("GONGJIANG_VHOST")
        }
        #expect(error?.description.contains("GONGJIANG_VHOST") == true)
    }
}
