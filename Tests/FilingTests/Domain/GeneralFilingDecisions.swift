import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("A general filing")
struct GeneralFilingDecisions {
    typealias Table = Decision<GeneralFiling>
    typealias Outcome = Table.Outcome

    static let narrowed = GeneralApplication(
        filer: Sample.filer,
        occupations: [Sample.filed[0]],
        evaluationBody: Sample.general.evaluationBody,
        staff: Sample.general.staff,
        members: [StaffMember(name: "𬭎某", role: "考评员", qualification: "高级技师")],
        funding: Sample.general.funding,
        rules: Sample.general.rules
    )

    static func grant() throws -> GeneralGrant {
        GeneralGrant(
            agencyCode: try AgencyCode("Y000037160001"),
            term: try Sample.term("2026-01-01", "2028-12-31"),
            on: Sample.thursday
        )
    }

    /// Every state down; across draft, revise, submit, corrections, answer, resubmit, accept, refuse, withdraw, enter.
    static func commands() throws -> [GeneralFiling.Command] {
        [
            .draft(application: Sample.general), .revise(application: narrowed),
            .submit(application: Sample.general, on: Sample.monday),
            .requestCorrections(Sample.wrong, number: nil, on: Sample.tuesday),
            .answer(number: 1, text: "已补充", on: Sample.wednesday),
            .resubmit(attachments: [Sample.paper], on: Sample.wednesday), .accept(grant: try grant()),
            .refuse(Sample.refusal), .withdraw(Sample.withdrawal),
            .enter(application: Sample.general, submittedOn: Sample.monday, grant: try grant()),
        ]
    }

    static func table() throws -> [Table] {
        let (paper, told, grant) = (Sample.general, Sample.corrections, try grant())
        let straight = Course(submittedOn: Sample.monday)
        let corrected = Course(submittedOn: Sample.monday, corrections: told, resubmittedOn: Sample.wednesday)
        let submitted = GeneralFiling.submitted(application: paper, on: Sample.monday)
        let correcting = GeneralFiling.correcting(application: paper, corrections: told)
        let resubmitted = GeneralFiling.resubmitted(application: paper, corrections: told, on: Sample.wednesday)
        func withdrawn(_ course: Course?) -> Outcome {
            .becomes(.withdrawn(application: paper, course: course, withdrawal: Sample.withdrawal))
        }
        func accepted(_ course: Course) -> GeneralFiling { .accepted(application: paper, course: course, grant: grant) }
        func refused(_ course: Course) -> GeneralFiling {
            .refused(application: paper, course: course, refusal: Sample.refusal)
        }
        func all(_ reason: FilingRejection) -> [Outcome] { Array(repeating: .refused(reason), count: 10) }
        let answer = CorrectionAnswer(number: 1, text: "已补充", on: Sample.wednesday)
        let answered = Corrections(
            requests: told.requests,
            submittedOn: told.submittedOn,
            on: told.on,
            answers: [answer]
        )
        let rows: [(GeneralFiling, [Outcome])] = [
            (
                .notSubmitted,
                [.becomes(.draft(application: paper)), .refused(.notDrafted), .becomes(submitted)]
                    + Array(repeating: .refused(.notDrafted), count: 6) + [.becomes(accepted(straight))]
            ),
            (
                .draft(application: paper),
                [
                    .refused(.alreadyDrafted), .becomes(.draft(application: narrowed)), .becomes(submitted),
                    .refused(.notSubmitted), .refused(.nothingToCorrect), .refused(.nothingToCorrect),
                    .refused(.notSubmitted), .refused(.notSubmitted), withdrawn(nil), .refused(.alreadyDrafted),
                ]
            ),
            (
                submitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .becomes(correcting), .refused(.nothingToCorrect), .refused(.nothingToCorrect),
                    .becomes(accepted(straight)), .becomes(refused(straight)), withdrawn(straight),
                    .refused(.alreadyDrafted),
                ]
            ),
            (
                correcting,
                [
                    .refused(.alreadyDrafted), .becomes(.correcting(application: narrowed, corrections: told)),
                    .refused(.awaitingResubmission), .refused(.correctionsToldBefore),
                    .becomes(.correcting(application: paper, corrections: answered)),
                    .becomes(
                        .resubmitted(
                            application: paper.with([Sample.paper]),
                            corrections: told,
                            on: Sample.wednesday
                        )
                    ), .refused(.awaitingResubmission), .refused(.awaitingResubmission),
                    withdrawn(Course(submittedOn: Sample.monday, corrections: told)), .refused(.alreadyDrafted),
                ]
            ),
            (
                resubmitted,
                [
                    .refused(.alreadyDrafted), .refused(.alreadySubmitted), .refused(.alreadySubmitted),
                    .refused(.correctionsToldBefore), .refused(.nothingToCorrect), .refused(.nothingToCorrect),
                    .becomes(accepted(corrected)), .becomes(refused(corrected)), withdrawn(corrected),
                    .refused(.alreadyDrafted),
                ]
            ),
            (accepted(straight), all(.alreadyDecided)), (refused(corrected), all(.alreadyDecided)),
            (
                .withdrawn(application: paper, course: nil, withdrawal: Sample.withdrawal),
                all(.alreadyWithdrawn)
            ),
        ]
        let commands = try commands()
        return rows.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of eight states and ten commands")
    func isComplete() throws {
        let table = try Self.table()
        #expect(table.count == 80 && Set(table.map(\.cell)).count == 80)
        #expect(Set(table.map(\.state.phase)) == Set(GeneralPhase.allCases))
    }

    @Test("may be incomplete as a draft, and names what is missing when it is handed in")
    func draftsMayBeIncomplete() throws {
        let bare = GeneralApplication(
            filer: Sample.filer,
            occupations: [FiledOccupation(occupation: Sample.welder, levels: [])],
            evaluationBody: "",
            staff: "",
            funding: "有",
            rules: ""
        )
        var filing = GeneralFiling.initial
        _ = try filing.handle(.draft(application: bare))
        let missing = FilingRejection.incomplete([.occupations, .evaluationBody, .staff, .rules])
        #expect(throws: missing) { _ = try filing.handle(.submit(application: bare, on: Sample.monday)) }
        #expect(missing.arguments["parts"] == "职业(工种)及等级、评价机构、评价人员、制度")
    }

    @Test("is not accepted for a term that is over, but on the term's last day")
    func acceptsOnTheLastDay() throws {
        let code = try AgencyCode("Y000037160001")
        let term = try Sample.term("2026-01-01", "2026-08-04")
        var filing = GeneralFiling.submitted(application: Sample.general, on: Sample.monday)
        let late = GeneralGrant(agencyCode: code, term: term, on: Sample.wednesday)
        #expect(throws: FilingRejection.termOver(through: Sample.tuesday)) {
            _ = try filing.handle(.accept(grant: late))
        }
        _ = try filing.handle(.accept(grant: GeneralGrant(agencyCode: code, term: term, on: Sample.tuesday)))
        #expect(filing.basis?.term == term)
    }

    @Test("that existed before is entered with a term that is over, and with nothing but its occupations")
    func entersOldFilings() throws {
        let sparse = GeneralApplication(
            filer: Sample.filer,
            occupations: Sample.filed,
            evaluationBody: "",
            staff: "",
            funding: "",
            rules: ""
        )
        let grant = GeneralGrant(
            agencyCode: try AgencyCode("Y000037160001"),
            term: try Sample.term("2019-01-01", "2021-12-31"),
            on: Sample.day("2018-12-20"),
            imported: .init(on: Sample.monday, source: "备案台账.xlsx 第2行")
        )
        var filing = GeneralFiling.initial
        _ = try filing.handle(
            .enter(application: sparse, submittedOn: Sample.day("2018-12-01"), grant: grant)
        )
        #expect(filing.grant?.imported?.source == "备案台账.xlsx 第2行" && filing.grant?.on == Sample.day("2018-12-20"))
        let nothing = GeneralApplication(
            filer: Sample.filer,
            occupations: [],
            evaluationBody: "",
            staff: "",
            funding: "",
            rules: ""
        )
        #expect(throws: FilingRejection.incomplete([.occupations])) {
            try GeneralFiling.notSubmitted.decide(
                .enter(application: nothing, submittedOn: Sample.monday, grant: grant)
            )
        }
    }

    @Test("written again with the same words has not changed")
    func sameIsNoChange() {
        Table.given(.draft(application: Sample.general), when: .revise(application: Sample.general)).verify()
        let told = GeneralFiling.correcting(application: Sample.general, corrections: Sample.corrections)
        Table.given(told, when: .revise(application: Sample.general)).verify()
    }

    @Test("gives nothing to rest on before it is accepted")
    func hasNoBasis() {
        #expect(GeneralFiling.submitted(application: Sample.general, on: Sample.monday).basis == nil)
    }

    @Test("has no term that ends before it begins; terms overlap by a day or not at all")
    func termsRunForward() throws {
        #expect(Term(from: Sample.tuesday, through: Sample.monday) == nil)
        #expect(Term(from: Sample.monday, through: Sample.monday)?.contains(Sample.monday) == true)
        let year = try Sample.term("2026-01-01", "2026-12-31")
        #expect(year.overlaps(try Sample.term("2026-12-31", "2027-12-31")))
        #expect(!year.overlaps(try Sample.term("2027-01-01", "2027-12-31")))
    }
}
