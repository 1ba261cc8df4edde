import AMQP
import Testing

@Suite("The broker's address")
struct ConfigurationTests {
    @Test("is read with its defaults and its percent encoding")
    func reads() throws {
        let plain = try AMQPConfiguration(url: "amqp://broker", connectionName: "a")
        #expect(plain.host == "broker" && plain.port == 5672 && plain.virtualHost == "/" && plain.user == "guest")
        let full = try AMQPConfiguration(url: "amqp://us%40er:p%2Fw@h:5/a%2Fb", connectionName: "a", heartbeat: 0)
        #expect(full.user == "us@er" && full.password == "p/w" && full.virtualHost == "a/b" && full.heartbeat == 1)
        #expect(!"\(full)".contains("p/w"))
        let secure = try AMQPConfiguration(url: "amqps://h/v?cacertfile=/etc/ca.pem", connectionName: "a")
        #expect(secure.port == 5671 && secure.usesTLS && secure.authorities == "/etc/ca.pem")
    }

    @Test("is refused when it is none", arguments: ["", "http://h/", "amqp://", "amqps://h/v", "amqp://h:x/"])
    func refuses(_ url: String) {
        #expect(throws: AMQPError.self) { try AMQPConfiguration(url: url, connectionName: "a") }
    }
}
