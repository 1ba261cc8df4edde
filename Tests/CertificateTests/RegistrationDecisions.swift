import CertificateDomain
import Kernel
import TestSupport
import Testing

@Suite("A registration")
struct RegistrationDecisions {
    typealias Table = Decision<Registration>

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

    static let issueLate = Registration.Command.issueLate(on: later, numberedOn: numberedOn, today: later)

    static let table: [Table] =
        [
            .given(unopened, when: open, then: .opened(batch: batch)),
            .given(unopened, when: submit, refused: .notOpened),
            .given(unopened, when: passCity, refused: .notOpened),
            .given(unopened, when: passProvince, refused: .notOpened),
            .given(unopened, when: giveBack, refused: .notOpened), .given(unopened, when: issue, refused: .notOpened),

            .given(awaiting, when: open), .given(awaiting, when: submit, then: .submitted),
            .given(awaiting, when: passCity, refused: .notSubmitted),
            .given(awaiting, when: passProvince, refused: .notSubmitted),
            .given(awaiting, when: giveBack, refused: .notSubmitted),
            .given(awaiting, when: issue, refused: .notNumbered),

            .given(submitted, when: open), .given(submitted, when: submit, refused: .alreadySubmitted),
            .given(submitted, when: passCity, then: .municipallyPassed),
            .given(submitted, when: passProvince, refused: .notAuditedMunicipally),
            .given(submitted, when: giveBack, then: .returned(correction: byCity)),
            .given(submitted, when: issue, refused: .notNumbered),

            .given(returned, when: open), .given(returned, when: submit, then: .submitted),
            .given(returned, when: passCity, refused: .notSubmitted),
            .given(returned, when: passProvince, refused: .notSubmitted),
            .given(returned, when: giveBack, refused: .notSubmitted),
            .given(returned, when: issue, refused: .notNumbered),

            .given(audited, when: open), .given(audited, when: submit, refused: .alreadySubmitted),
            .given(audited, when: passCity, refused: .alreadyAudited(.municipal)),
            .given(audited, when: passProvince, then: .numbered(on: numberedOn)),
            .given(audited, when: giveBack, refused: .notThisOfficesTurn(turn: .provincial)),
            .given(audited, when: issue, refused: .notNumbered),

            .given(numbered, when: open), .given(numbered, when: submit, refused: .alreadyNumbered),
            .given(numbered, when: passCity, refused: .alreadyNumbered),
            .given(numbered, when: passProvince, refused: .alreadyNumbered),
            .given(numbered, when: giveBack, refused: .alreadyNumbered),
            .given(numbered, when: issue, then: .issued(on: later)),

            .given(issued, when: open), .given(issued, when: submit, refused: .alreadyIssued),
            .given(issued, when: passCity, refused: .alreadyIssued),
            .given(issued, when: passProvince, refused: .alreadyIssued),
            .given(issued, when: giveBack, refused: .alreadyIssued),
            .given(issued, when: issue, refused: .alreadyIssued),
        ] + late + rules

    /// What was held when the rest was issued.
    static let late: [Table] =
        [awaiting, submitted, returned, audited, numbered].map { .given($0, when: issueLate, refused: .notNumbered) }
        + [
            .given(unopened, when: issueLate, refused: .notOpened),
            .given(issued, when: issueLate, then: .issuedLate(on: later)),
            .given(
                issued,
                when: .issueLate(on: numberedOn, numberedOn: later, today: later),
                refused: .issuedBeforeNumbering(later)
            ),
            .given(
                issued,
                when: .issueLate(on: later, numberedOn: numberedOn, today: numberedOn),
                refused: .issuedInFuture(today: numberedOn)
            ),
        ]

    /// The rules beyond the diagram.
    static let rules: [Table] = [
        .given(submitted, when: .passMunicipally(filed: .unheard), then: .municipallyPassed),
        .given(
            submitted,
            when: .passMunicipally(filed: .code("Y000037160002")),
            refused: .agencyCodeDiffers(filed: "Y000037160002")
        ),
        .given(submitted, when: .giveBack(correction: byProvince), refused: .notThisOfficesTurn(turn: .municipal)),
        .given(audited, when: .giveBack(correction: byProvince), then: .returned(correction: byProvince)),
        .given(
            submitted,
            when: .giveBack(correction: .init(office: .municipal, reason: " \n")),
            refused: .reasonMissing
        ),
        .given(.municipallyAudited(batch: misnamed), when: passProvince, refused: .agencyCodeInvalid),
        .given(numbered, when: .issue(on: numberedOn, today: later), then: .issued(on: numberedOn)),
        .given(
            numbered,
            when: .issue(on: numberedOn.adding(days: -1), today: later),
            refused: .issuedBeforeNumbering(numberedOn)
        ),
        .given(numbered, when: .issue(on: later.adding(days: 1), today: later), refused: .issuedInFuture(today: later)),
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
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for every command in every state")
    func isComplete() { #expect(Set(Self.table.map(\.cell)).count == 7 * 7) }

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
