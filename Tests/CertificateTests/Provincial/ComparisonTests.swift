import CertificateDomain
import Foundation
import Kernel
import Testing

@Suite("Comparing both systems")
struct ComparisonTests {
    private static func record(
        _ id: Int,
        _ stage: Upload.Stage = .accepted,
        revision: Int = 1,
        number: String? = nil,
        fields: [String: String] = ["name": "1"]
    ) -> ComparedRecord {
        ComparedRecord(
            upload: Samples.uuid(id),
            creditCode: "X",
            revision: revision,
            stage: stage,
            number: number,
            fields: fields
        )
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let ours: [ComparedRecord]
        let theirs: [ComparedRecord]
        let kinds: [Drift.Kind]
    }

    static let cases: [Case] = [
        .init(testDescription: "nothing differs", ours: [record(1)], theirs: [record(1)], kinds: []),
        .init(testDescription: "missing there", ours: [record(1)], theirs: [], kinds: [.missingThere]),
        .init(testDescription: "missing here", ours: [], theirs: [record(1)], kinds: [.missingHere]),
        .init(testDescription: "waits to be sent", ours: [record(1, .queued)], theirs: [], kinds: []),
        .init(
            testDescription: "a field",
            ours: [record(1)],
            theirs: [record(1, fields: ["name": "2"])],
            kinds: [.field]
        ),
        .init(testDescription: "a number", ours: [record(1, number: "1")], theirs: [record(1)], kinds: [.field]),
        .init(testDescription: "behind", ours: [record(1, .sent)], theirs: [record(1)], kinds: [.behind]),
        .init(
            testDescription: "a rejection unheard",
            ours: [record(1, .sent)],
            theirs: [record(1, .rejected)],
            kinds: [.behind]
        ),
        .init(testDescription: "ahead", ours: [record(1)], theirs: [record(1, .sent)], kinds: [.ahead]),
        .init(
            testDescription: "corrected and on its way",
            ours: [record(1, .sent, revision: 2)],
            theirs: [record(1, .rejected)],
            kinds: []
        ),
        .init(testDescription: "kept here", ours: [record(1, .shelved)], theirs: [], kinds: []),
        .init(testDescription: "not taken in", ours: [record(1, .refused)], theirs: [], kinds: []),
        .init(testDescription: "taken out", ours: [record(1, .withdrawn)], theirs: [], kinds: []),
        .init(
            testDescription: "asked to be taken out",
            ours: [record(1, .withdrawalSent)],
            theirs: [record(1)],
            kinds: []
        ),
        .init(
            testDescription: "taken out and there",
            ours: [record(1, .withdrawn)],
            theirs: [record(1)],
            kinds: [.ahead]
        ),
    ]

    @Test("finds", arguments: cases)
    func finds(_ one: Case) {
        let findings = Comparison.findings(ours: one.ours, theirs: one.theirs, at: UploadSamples.noon)
        #expect(findings.map(\.kind) == one.kinds)
    }

    @Test("brings a difference up once, lets it be settled with a reason, or vanish")
    func drift() throws {
        let finding = Drift.Finding(
            .missingThere,
            of: Samples.uuid(1),
            creditCode: "X",
            ours: "sent",
            theirs: "",
            at: UploadSamples.noon
        )
        var drift = Drift.initial
        for event in try drift.decide(.find(finding)) { drift.apply(event) }
        #expect(drift.stage == .open)
        #expect(try drift.decide(.find(finding)) == [])
        #expect(throws: Drift.Rejection.reasonMissing) {
            try drift.decide(.settle(.init(reason: " ", by: "a", at: UploadSamples.noon)))
        }
        var settled = drift
        for event in try drift.decide(.settle(.init(reason: "省系统已补录", by: "a", at: UploadSamples.noon))) {
            settled.apply(event)
        }
        #expect(settled.stage == .settled)
        #expect(try settled.decide(.find(finding)) == [])
        #expect(try settled.decide(.miss(at: UploadSamples.noon)) == [])
        for event in try drift.decide(.miss(at: UploadSamples.noon)) { drift.apply(event) }
        #expect(drift.stage == .vanished)
        #expect(try drift.decide(.find(finding)) == [.found(finding)])
    }
}
