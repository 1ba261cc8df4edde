import CertificateDomain
import Kernel
import Testing

@Suite("A registration")
struct RegistrationDecisions {
    struct Row: Sendable, CustomTestStringConvertible {
        let given: Registration
        let when: Registration.Command
        let outcome: Result<[Registration.Event], Registration.Rejection>

        var testDescription: String {
            "\(given.stage?.rawValue ?? "unopened") — \(String(describing: when).prefix { $0 != "(" })"
        }
    }

    static let batch = Samples.batch
    static let numberedOn = Samples.day("2026-10-14")
    static let later = Samples.day("2026-10-16")
    static let byCity = Registration.Correction(office: .municipal, reason: "材料不全")
    static let byProvince = Registration.Correction(office: .provincial, reason: "编码有误")

    static let unopened = Registration.unopened
    static let awaiting = Registration.awaitingSubmission(batch: batch)
    static let submitted = Registration.submitted(batch: batch)
    static let returned = Registration.returned(batch: batch, correction: byCity)
    static let audited = Registration.municipallyAudited(batch: batch)
    static let numbered = Registration.numbered(batch: batch, on: numberedOn)
    static let issued = Registration.issued(batch: batch, on: later)

    static let open = Registration.Command.open(batch: batch)
    static let submit = Registration.Command.submit
    static let passCity = Registration.Command.passMunicipally(filed: .code(Samples.agencyCode))
    static let passProvince = Registration.Command.passProvincially(on: numberedOn)
    static let giveBack = Registration.Command.giveBack(correction: byCity)
    static let issue = Registration.Command.issue(on: later, today: later)

    static func told(_ given: Registration, _ when: Registration.Command, _ then: Registration.Event...) -> Row {
        Row(given: given, when: when, outcome: .success(then))
    }

    static func refused(
        _ given: Registration,
        _ when: Registration.Command,
        _ why: Registration.Rejection
    ) -> Row {
        Row(given: given, when: when, outcome: .failure(why))
    }

    static let table: [Row] =
        [
            told(unopened, open, .opened(batch: batch)), refused(unopened, submit, .notOpened),
            refused(unopened, passCity, .notOpened), refused(unopened, passProvince, .notOpened),
            refused(unopened, giveBack, .notOpened), refused(unopened, issue, .notOpened),

            told(awaiting, open), told(awaiting, submit, .submitted), refused(awaiting, passCity, .notSubmitted),
            refused(awaiting, passProvince, .notSubmitted), refused(awaiting, giveBack, .notSubmitted),
            refused(awaiting, issue, .notNumbered),

            told(submitted, open), refused(submitted, submit, .alreadySubmitted),
            told(submitted, passCity, .municipallyPassed), refused(submitted, passProvince, .notAuditedMunicipally),
            told(submitted, giveBack, .returned(correction: byCity)), refused(submitted, issue, .notNumbered),

            told(returned, open), told(returned, submit, .submitted), refused(returned, passCity, .notSubmitted),
            refused(returned, passProvince, .notSubmitted), refused(returned, giveBack, .notSubmitted),
            refused(returned, issue, .notNumbered),

            told(audited, open), refused(audited, submit, .alreadySubmitted),
            refused(audited, passCity, .alreadyAudited(.municipal)),
            told(audited, passProvince, .numbered(on: numberedOn)),
            refused(audited, giveBack, .notThisOfficesTurn(turn: .provincial)),
            refused(audited, issue, .notNumbered),

            told(numbered, open), refused(numbered, submit, .alreadyNumbered),
            refused(numbered, passCity, .alreadyNumbered), refused(numbered, passProvince, .alreadyNumbered),
            refused(numbered, giveBack, .alreadyNumbered), told(numbered, issue, .issued(on: later)),

            told(issued, open), refused(issued, submit, .alreadyIssued), refused(issued, passCity, .alreadyIssued),
            refused(issued, passProvince, .alreadyIssued), refused(issued, giveBack, .alreadyIssued),
            refused(issued, issue, .alreadyIssued),
        ] + rules

    /// The rules beyond the diagram.
    static let rules: [Row] = [
        told(submitted, .passMunicipally(filed: .unheard), .municipallyPassed),
        refused(
            submitted,
            .passMunicipally(filed: .code("Y000037160002")),
            .agencyCodeDiffers(filed: "Y000037160002")
        ),
        refused(
            submitted,
            .giveBack(correction: byProvince),
            .notThisOfficesTurn(turn: .municipal)
        ),
        told(audited, .giveBack(correction: byProvince), .returned(correction: byProvince)),
        refused(
            submitted,
            .giveBack(correction: .init(office: .municipal, reason: " \n")),
            .reasonMissing
        ),
        refused(
            .municipallyAudited(batch: misnamed),
            passProvince,
            .agencyCodeInvalid
        ),
        told(numbered, .issue(on: numberedOn, today: later), .issued(on: numberedOn)),
        refused(
            numbered,
            .issue(on: numberedOn.adding(days: -1), today: later),
            .issuedBeforeNumbering(numberedOn)
        ),
        refused(numbered, .issue(on: later.adding(days: 1), today: later), .issuedInFuture(today: later)),
    ]

    private static let misnamed = Batch(
        determination: batch.determination,
        list: batch.list,
        filing: batch.filing,
        issuer: batch.issuer,
        issuerName: batch.issuerName,
        agencyCode: "Y0000371600",
        determinedOn: batch.determinedOn,
        persons: batch.persons
    )

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Row) {
        let answer = Result { () throws(Registration.Rejection) in try row.given.decide(row.when) }
        #expect(answer == row.outcome)
    }

    @Test("has a row for every command in every state")
    func complete() {
        let pairs = Set(Self.table.map(\.testDescription))
        #expect(pairs.count == 7 * 6)
    }

    @Test("goes through a correction to its issue")
    func story() throws {
        var registration = Registration.initial
        let commands = [
            Self.open, .submit, Self.giveBack, .submit, Self.passCity,
            .giveBack(correction: Self.byProvince), .submit, Self.passCity, Self.passProvince, Self.issue,
        ]
        var stages: [Registration.Stage?] = []
        for command in commands {
            _ = try registration.handle(command)
            stages.append(registration.stage)
        }
        #expect(
            stages == [
                .awaitingSubmission, .submitted, .returned, .submitted, .municipallyAudited, .returned, .submitted,
                .municipallyAudited, .numbered, .issued,
            ]
        )
        #expect(registration.batch == Self.batch)
    }
}
