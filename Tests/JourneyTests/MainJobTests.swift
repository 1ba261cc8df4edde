import Testing

/// The whole main job, by the command a newcomer types, on the executables of this build.
@Suite("The main job", .serialized, .timeLimit(.minutes(30)))
struct MainJobTests {
    private let totals = "导入14行 驳回2 申报14 符合10 建议9 异议2 核准8 移除1 证书8 聘用7"

    @Test("ends with the right totals")
    func endsRight() async throws {
        let outcome = try await Deployment.demo()
        #expect(outcome.status == 0, "\(outcome.lastLines)")
        #expect(outcome.output.contains(totals), "\(outcome.lastLines)")
    }

    @Test("goes on to an exit that does what its preview said, and is undone by a set-aside")
    func exits() async throws {
        let outcome = try await Deployment.demo(["--exit"])
        #expect(outcome.status == 0, "\(outcome.lastLines)")
        let line = "批次2 公示1 未颁证1 已颁证7 聘用6 预览与效果相符,撤销后恢复原状"
        #expect(outcome.output.contains(line), "\(outcome.lastLines)")
    }

    @Test("ends with the same totals though every service is killed on the way")
    func survivesKilling() async throws {
        let killer = Killer(["evaluation", "publicity-timer", "certificate", "compensation", "filing"])
        let outcome = try await Deployment.demo { killer.look(at: $0) }
        #expect(outcome.status == 0, "\(outcome.lastLines)")
        #expect(outcome.output.contains(totals), "\(outcome.lastLines)")
        #expect(killer.killed == 5)
    }
}
