import Contracts
import Testing

@testable import Operator

@Suite("Calls of services")
struct Requests {
    @Test("encode what stands in a query")
    func encodeQueries() {
        let request = ServiceRequest.get(
            "/certificates",
            of: .certificate,
            query: [("name", "赵𬭎 &"), ("number", "Y-1")],
            token: nil
        )
        #expect(request.path == "/certificates?name=%E8%B5%B5%F0%AC%AD%8E%20%26&number=Y-1")
    }

    @Test("carry one key, the same for every attempt")
    func carryOneKey() throws {
        let first = try ServiceRequest.send("/rounds", of: .evaluation, ["plan": "x"], token: "t")
        let second = try ServiceRequest.send("/rounds", of: .evaluation, ["plan": "x"], token: "t")
        #expect(first.idempotencyKey != nil)
        #expect(first.idempotencyKey != second.idempotencyKey)
    }

    @Test("tell a refusal in the service's words, with each field's")
    func tellRefusals() {
        let answer = ServiceAnswer(
            status: 400,
            version: nil,
            body: Array(
                """
                {"title":"请求有误","code":"common.malformed","errors":[{"field":"a.b","code":"x","message":"必填"}]}
                """.utf8
            )
        )
        #expect(answer.problem.description == "请求有误;a.b 必填(400 common.malformed)")
        #expect(answer.problem.code == "common.malformed")
    }
}
