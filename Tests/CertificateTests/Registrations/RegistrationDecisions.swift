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
    static let municipal = Registration.municipallyAudited(batch: batch)
    static let audited = Registration.audited(batch: batch)
    static let numbered = Registration.numbered(batch: batch, on: numberedOn)
    static let issued = Registration.issued(batch: batch, on: later)

    static let filed = FiledAgency.code(Samples.agencyCode)
    static let cityPassed = Audit(office: .municipal, outcome: .passed, by: "市中心1", on: numberedOn)
    static let provincePassed = Audit(office: .provincial, outcome: .passed, by: "省中心1", on: numberedOn)
    static let cityReturned = Audit(office: .municipal, outcome: .returned, by: "市中心1", on: numberedOn)
    static let provinceReturned = Audit(office: .provincial, outcome: .returned, by: "省中心1", on: numberedOn)
    static let recordedReturn = Audit(
        office: .provincial,
        outcome: .returned,
        by: "市中心1",
        on: numberedOn,
        reference: "SD-1"
    )
    static let due = Due(from: batch.determinedOn, workingDays: 10, by: WorkingCalendar(days: [], version: "1"))
    static let apart = SetApart(persons: [Samples.uuid(21)], into: Samples.uuid(31), ground: .takenBack, reason: "出国")
    static let change = PersonChange(person: Samples.uuid(20), fields: [.unit])

    static let open = Registration.Command.open(batch: batch)
    static let openReturned = Registration.Command.openReturned(batch: batch, correction: byCity)
    static let submit = Registration.Command.submit(by: "人事1", filed: filed, today: numberedOn)
    static let passCity = Registration.Command.pass(cityPassed, filed: filed, today: numberedOn)
    static let passProvince = Registration.Command.pass(provincePassed, filed: filed, today: numberedOn)
    static let giveBack = Registration.Command.giveBack(byCity, cityReturned, today: numberedOn)
    static let giveBackByProvince = Registration.Command.giveBack(byProvince, provinceReturned, today: numberedOn)
    static let setApart = Registration.Command.setApart(apart)
    static let correct = Registration.Command.correct(change)
    static let reckon = Registration.Command.reckon(due, today: numberedOn)
    static let number = Registration.Command.number(on: numberedOn)
    static let issue = Registration.Command.issue(on: later, today: later)
    static let issueLate = Registration.Command.issueLate(on: later, numberedOn: numberedOn, today: later)

    static let handedIn = Registration.Event.submitted(submission: Submission(by: "人事1", on: numberedOn))

    static let table: [Table] = enterprise + offices + numbering + rules

    /// What the enterprise does, and what is told.
    static let enterprise: [Table] =
        [
            .given(unopened, when: open, then: .opened(batch: batch)),
            .given(unopened, when: openReturned, then: .opened(batch: batch), .returned(correction: byCity)),
            .given(unopened, when: reckon), .given(awaiting, when: reckon, then: .dueMoved(due: due)),
            .given(returned, when: reckon, then: .dueMoved(due: due)),
            .given(awaiting, when: submit, then: handedIn), .given(returned, when: submit, then: handedIn),
            .given(submitted, when: submit, refused: .alreadySubmitted),
            .given(municipal, when: submit, refused: .alreadySubmitted),
            .given(awaiting, when: correct, then: .corrected(change: change)),
            .given(returned, when: correct, then: .corrected(change: change)),
            .given(submitted, when: correct, refused: .alreadySubmitted),
            .given(municipal, when: correct, refused: .alreadySubmitted),
        ]
        + [awaiting, submitted, returned, municipal, audited, numbered, issued].flatMap { state -> [Table] in
            [.given(state, when: open), .given(state, when: openReturned)]
        }
        + [submitted, municipal, audited, numbered, issued].map { .given($0, when: reckon) }
        + [awaiting, submitted, returned, municipal, audited].map { .given($0, when: setApart, then: .setApart(apart)) }
        + [submit, passCity, giveBack, setApart, correct, number, issue, issueLate].map {
            .given(unopened, when: $0, refused: .notOpened)
        }

    /// What the offices do.
    static let offices: [Table] =
        [
            .given(submitted, when: passCity, then: .municipallyPassed(audit: cityPassed)),
            .given(submitted, when: passProvince, refused: .notAuditedMunicipally),
            .given(submitted, when: giveBack, then: .returned(correction: byCity, audit: cityReturned)),
            .given(municipal, when: passCity, refused: .alreadyAudited(.municipal)),
            .given(municipal, when: passProvince, then: .numbered(on: numberedOn, audit: provincePassed)),
            .given(municipal, when: giveBack, refused: .notThisOfficesTurn(turn: .provincial)),
            .given(audited, when: giveBack, refused: .notThisOfficesTurn(turn: .provincial)),
        ]
        + [awaiting, returned].flatMap { state -> [Table] in
            [passCity, passProvince, giveBack].map { .given(state, when: $0, refused: .notSubmitted) }
        }
        + [passCity, passProvince, submit, correct].map {
            .given(audited, when: $0, refused: .alreadyAudited(.provincial))
        }
        + [passCity, passProvince, giveBack, submit, setApart, correct].flatMap { command -> [Table] in
            [
                .given(numbered, when: command, refused: .alreadyNumbered),
                .given(issued, when: command, refused: .alreadyIssued),
            ]
        }

    /// Numbers that come from elsewhere, and the issue.
    static let numbering: [Table] =
        [
            .given(audited, when: number, then: .numbered(on: numberedOn)), .given(numbered, when: number),
            .given(issued, when: number), .given(numbered, when: issue, then: .issued(on: later)),
            .given(issued, when: issue, refused: .alreadyIssued),
            .given(numbered, when: issueLate, refused: .notNumbered),
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
        + [awaiting, submitted, returned, municipal].map { .given($0, when: number, refused: .notAudited) }
        + [awaiting, submitted, returned, municipal, audited].flatMap { state -> [Table] in
            [.given(state, when: issue, refused: .notNumbered), .given(state, when: issueLate, refused: .notNumbered)]
        }

    /// The rules beyond the diagram.
    static let rules: [Table] = [
        .given(
            submitted,
            when: .pass(cityPassed, filed: .unheard, today: numberedOn),
            then: .municipallyPassed(audit: cityPassed)
        ),
        .given(
            submitted,
            when: .pass(cityPassed, filed: .code("Y000037160002"), today: numberedOn),
            refused: .agencyCodeDiffers(filed: "Y000037160002")
        ),
        .given(submitted, when: giveBackByProvince, refused: .notThisOfficesTurn(turn: .municipal)),
        .given(audited, when: giveBackByProvince, then: .returned(correction: byProvince, audit: provinceReturned)),
        .given(
            audited,
            when: .giveBack(byProvince, recordedReturn, today: numberedOn),
            then: .returned(correction: byProvince, audit: recordedReturn)
        ),
        .given(municipal, when: giveBackByProvince, then: .returned(correction: byProvince, audit: provinceReturned)),
        .given(
            submitted,
            when: .giveBack(.init(office: .municipal, reason: " \n"), cityReturned, today: numberedOn),
            refused: .reasonMissing
        ),
        .given(
            submitted,
            when: .giveBack(
                .init(
                    office: .municipal,
                    reason: "材料不全",
                    findings: [.init(person: Samples.uuid(99), field: .name, reason: "错字")]
                ),
                cityReturned,
                today: numberedOn
            ),
            refused: .notOfBatch
        ),
        .given(.municipallyAudited(batch: misnamed), when: passProvince, refused: .agencyCodeInvalid),
        .given(numbered, when: .issue(on: numberedOn, today: later), then: .issued(on: numberedOn)),
        .given(
            numbered,
            when: .issue(on: numberedOn.adding(days: -1), today: later),
            refused: .issuedBeforeNumbering(numberedOn)
        ),
        .given(numbered, when: .issue(on: later.adding(days: 1), today: later), refused: .issuedInFuture(today: later)),
        .given(
            awaiting,
            when: .setApart(SetApart(persons: batch.persons, into: Samples.uuid(31), ground: .takenBack, reason: "出国")),
            refused: .nobodyLeft
        ),
        .given(
            awaiting,
            when: .setApart(
                SetApart(persons: [Samples.uuid(99)], into: Samples.uuid(31), ground: .takenBack, reason: "出国")
            ),
            refused: .notOfBatch
        ),
        .given(
            awaiting,
            when: .setApart(
                SetApart(persons: [Samples.uuid(21)], into: Samples.uuid(31), ground: .takenBack, reason: " ")
            ),
            refused: .reasonMissing
        ),
        .given(
            awaiting,
            when: .correct(PersonChange(person: Samples.uuid(99), fields: [.unit])),
            refused: .notOfBatch
        ),
        .given(awaiting, when: .correct(PersonChange(person: Samples.uuid(20), fields: []))),
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
    func isComplete() { #expect(Set(Self.table.map(\.cell)).count == 8 * 11) }

    @Test("goes through a correction to its issue")
    func story() throws {
        var registration = Registration.initial
        let commands = [
            Self.open, Self.submit, Self.giveBack, Self.submit, Self.passCity, Self.giveBackByProvince, Self.submit,
            Self.passCity, Self.passProvince, Self.issue,
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
        #expect(registration.batch?.persons == Self.batch.persons)
        #expect(registration.batch?.audits.map(\.outcome) == [.returned, .passed, .returned, .passed, .passed])
        #expect(registration.batch?.submissions.map(\.by) == ["人事1", "人事1", "人事1"])
    }
}
