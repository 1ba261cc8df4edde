import CertificateDomain
import Kernel
import Testing

@Suite("A record on its way into the provincial system")
struct UploadDecisions {
    private typealias S = UploadSamples

    @Test("goes from queued to visible nationally, each stage with its instant and source")
    func way() throws {
        let upload = try S.upload([
            .send(at: S.noon), .hear(S.receipt(.received)), .hear(S.receipt(.accepted, number: S.number)),
            .hear(S.receipt(.visibleInProvince)), .hear(S.receipt(.visibleNationally)),
        ])
        let progress = try #require(upload.progress)
        #expect(progress.trail.map(\.stage) == [.queued, .sent, .accepted, .visibleInProvince, .visibleNationally])
        #expect(progress.trail.map(\.source) == [nil, nil, .connector, .connector, .connector])
        #expect(progress.number == S.number)
    }

    @Test("is made again after a rejection, and what was said of the first sending is late then")
    func resubmission() throws {
        let again = Upload.Command.queue(S.subject, digest: "b", number: nil, at: S.noon)
        var upload = try S.upload([.send(at: S.noon), .hear(S.receipt(.rejected)), again])
        #expect(upload.progress?.stage == .resubmitted)
        #expect(upload.progress?.revision == 2)
        #expect(upload.progress?.reason == nil)
        #expect(try upload.decide(.hear(S.receipt(.rejected))) == [])
        #expect(try upload.decide(again) == [])
        for event in try upload.decide(.send(at: S.noon)) { upload.apply(event) }
        #expect(upload.progress?.stage == .sent)
        #expect(throws: Upload.Rejection.underWay) { try upload.decide(again) }
    }

    struct Harmless: CustomTestStringConvertible {
        let before: [Receipt]
        let late: Receipt
        var testDescription: String { "\(before.map(\.outcome)) then \(late.outcome)" }
    }

    static let harmless: [Harmless] = [
        .init(before: [S.receipt(.accepted)], late: S.receipt(.accepted)),
        .init(before: [S.receipt(.accepted)], late: S.receipt(.received)),
        .init(before: [S.receipt(.visibleNationally)], late: S.receipt(.accepted)),
        .init(before: [S.receipt(.visibleNationally)], late: S.receipt(.visibleInProvince)),
        .init(before: [S.receipt(.rejected)], late: S.receipt(.rejected)),
        .init(before: [S.receipt(.rejected)], late: S.receipt(.received)),
        .init(before: [S.receipt(.accepted, number: S.number)], late: S.receipt(.accepted, number: S.number)),
    ]

    @Test("is changed by nothing that is late or said before", arguments: harmless)
    func late(_ one: Harmless) throws {
        let upload = try S.upload([.send(at: S.noon)] + one.before.map { .hear($0) })
        #expect(try upload.decide(.hear(one.late)) == [])
    }

    struct Contradicting: CustomTestStringConvertible {
        let before: Receipt
        let after: Receipt
        let what: Upload.Contradiction
        var testDescription: String { "\(before.outcome) then \(after.outcome): \(what)" }
    }

    static let contradicting: [Contradicting] = [
        .init(before: S.receipt(.accepted), after: S.receipt(.rejected), what: .outcome),
        .init(before: S.receipt(.rejected), after: S.receipt(.accepted), what: .outcome),
        .init(before: S.receipt(.visibleNationally), after: S.receipt(.rejected), what: .outcome),
        .init(
            before: S.receipt(.accepted, number: S.number),
            after: S.receipt(.visibleInProvince, number: S.otherNumber),
            what: .number
        ),
        .init(before: S.receipt(.received), after: S.receipt(.accepted, revision: 2), what: .revision),
    ]

    @Test("keeps what is settled when it is contradicted, and says so once", arguments: contradicting)
    func contradiction(_ one: Contradicting) throws {
        var upload = try S.upload([.send(at: S.noon), .hear(one.before)])
        let settled = upload.progress
        let events = try upload.decide(.hear(one.after))
        #expect(events == [.contradicted(one.after, by: one.what)])
        for event in events { upload.apply(event) }
        #expect(upload.progress?.stage == settled?.stage)
        #expect(upload.progress?.number == settled?.number)
        #expect(upload.progress?.trail == settled?.trail)
        #expect(try upload.decide(.hear(one.after)) == [])
    }

    @Test("takes no other number than the one it was sent with")
    func number() throws {
        let upload = try S.upload([.send(at: S.noon)], number: S.number)
        let other = S.receipt(.accepted, number: S.otherNumber)
        #expect(try upload.decide(.hear(other)) == [.contradicted(other, by: .number)])
        let own = S.receipt(.accepted, number: S.number)
        #expect(try upload.decide(.hear(own)) == [.heard(own)])
    }

    @Test("takes the next number told where the first is none, and keeps both")
    func doubted() throws {
        let first = S.receipt(.accepted, number: "X")
        var upload = try S.upload([.send(at: S.noon), .hear(first), .doubt(number: "X", code: "agency")])
        #expect(try upload.decide(.doubt(number: "X", code: "agency")) == [])
        #expect(try upload.decide(.hear(first)) == [])
        for event in try upload.decide(.hear(S.receipt(.accepted, number: S.number))) { upload.apply(event) }
        #expect(upload.progress?.number == S.number)
        #expect(upload.progress?.formerNumbers?.map(\.number) == ["X"])
        #expect(upload.progress?.numberRefusal == nil)
        #expect(upload.progress?.trail.map(\.stage) == [.queued, .sent, .accepted])
        let decided = Upload.Command.renumber(S.otherNumber, by: "a", reason: "已核实", at: S.noon)
        for event in try upload.decide(decided) { upload.apply(event) }
        #expect(upload.progress?.formerNumbers?.map(\.by) == [nil, "a"])
        #expect(try upload.decide(decided) == [])
    }

    struct TakenBack: CustomTestStringConvertible {
        let testDescription: String
        let before: [Upload.Command]
        var mayBeThere = false
        let stage: Upload.Stage
    }

    static let sent = Upload.Command.send(at: S.noon)
    static let revised = Upload.Command.revise(digest: "b", number: nil, at: S.noon)
    static let takenBack: [TakenBack] = [
        .init(testDescription: "never sent", before: [], stage: .shelved),
        .init(testDescription: "perhaps sent", before: [], mayBeThere: true, stage: .withdrawing),
        .init(testDescription: "sent", before: [sent], stage: .withdrawing),
        .init(testDescription: "accepted", before: [sent, .hear(S.receipt(.accepted))], stage: .withdrawing),
        .init(testDescription: "rejected", before: [sent, .hear(S.receipt(.rejected))], stage: .rejected),
        .init(testDescription: "corrected after it was sent", before: [sent, revised], stage: .withdrawing),
        .init(
            testDescription: "corrected after it was rejected",
            before: [sent, .hear(S.receipt(.rejected)), revised],
            stage: .shelved
        ),
        .init(testDescription: "refused", before: [.refuse(reason: "x", at: S.noon)], stage: .refused),
        .init(
            testDescription: "made anew while the first was on its way",
            before: [revised, .send(revision: 1, at: S.noon)],
            stage: .withdrawing
        ),
        .init(
            testDescription: "taken back and not taken out",
            before: [
                sent, .withdraw(reason: "x", mayBeThere: false, at: S.noon), sent,
                .hear(S.receipt(.rejected, revision: 2)),
            ],
            stage: .withdrawing
        ),
    ]

    @Test("is taken back where it may be there, and kept here where it is not", arguments: takenBack)
    func withdrawal(_ one: TakenBack) throws {
        var upload = try S.upload(one.before)
        for event in try upload.decide(.withdraw(reason: "企业撤回", mayBeThere: one.mayBeThere, at: S.noon)) {
            upload.apply(event)
        }
        #expect(upload.progress?.stage == one.stage)
    }

    @Test("taken back, contradicts whoever takes it in, and goes anew when it may")
    func afterWithdrawal() throws {
        let back = Upload.Command.withdraw(reason: "企业撤回", mayBeThere: false, at: S.noon)
        let asked = try S.upload([Self.sent, back, Self.sent])
        #expect(asked.progress?.stage == .withdrawalSent)
        let accepted = S.receipt(.accepted, revision: 2)
        #expect(try asked.decide(.hear(accepted)) == [.contradicted(accepted, by: .outcome)])
        #expect(try asked.decide(.hear(S.receipt(.accepted))) == [])
        let gone = try S.upload([Self.sent, back, Self.sent, .hear(S.receipt(.withdrawn, revision: 2))])
        #expect(gone.progress?.stage == .withdrawn)
        #expect(gone.progress?.withdrawal == "企业撤回")
        let anew = try S.upload([Self.sent, back, Self.sent, .hear(S.receipt(.withdrawn, revision: 2)), Self.revised])
        #expect(anew.progress?.stage == .resubmitted)
        #expect(anew.progress?.withdrawal == nil)
        // Nobody takes out what was not asked for.
        let word = S.receipt(.withdrawn)
        let there = try S.upload([Self.sent, .hear(S.receipt(.accepted))])
        #expect(try there.decide(.hear(word)) == [.contradicted(word, by: .outcome)])
    }

    @Test("is not sent over again once it is taken")
    func taken() throws {
        let upload = try S.upload([.send(at: S.noon), .hear(S.receipt(.accepted))])
        #expect(throws: Upload.Rejection.taken) {
            try upload.decide(.queue(S.subject, digest: "b", number: nil, at: S.noon))
        }
        #expect(throws: Upload.Rejection.unknown) { try Upload.initial.decide(.send(at: S.noon)) }
    }

    @Test(
        "is uploaded when the procedure wants it",
        arguments: [
            (
                RegistrationProcedure.Audit.here, RegistrationProcedure.Audit.here,
                RegistrationProcedure.NumberSource.afterAudit, UploadMoment.afterIssue
            ),
            (.here, .recorded, .afterAudit, .forAudit), (.recorded, .recorded, .reserved, .forBothAudits),
            (.here, .here, .province, .forAudit), (.recorded, .here, .afterAudit, .afterIssue),
        ]
    )
    func moment(
        municipal: RegistrationProcedure.Audit,
        provincial: RegistrationProcedure.Audit,
        numbers: RegistrationProcedure.NumberSource,
        moment: UploadMoment
    ) {
        let procedure = RegistrationProcedure(
            basis: "x",
            inForceFrom: .earliest,
            municipalAudit: municipal,
            provincialAudit: provincial,
            isMunicipalAuditOfProvinciallyFiled: false,
            numbers: numbers,
            uploadDueDays: 10,
            correctionDueDays: 5
        )
        #expect(UploadMoment(of: procedure) == moment)
        #expect(moment.stages.allSatisfy { Registration.Stage(rawValue: $0) != nil })
    }

    @Test("is tried again ever later, spread, and never later than an hour")
    func patience() {
        #expect(Patience.seconds(afterAttempt: 1, spread: 0) == 1)
        #expect(Patience.seconds(afterAttempt: 1, spread: 1) == 2)
        #expect(Patience.seconds(afterAttempt: 5, spread: 1) == 32)
        for attempts in [0, 12, 63, 64, 1000, Int.max] {
            let seconds = Patience.seconds(afterAttempt: attempts, spread: 1)
            #expect(seconds > 0 && seconds <= Patience.longest)
        }
    }
}
