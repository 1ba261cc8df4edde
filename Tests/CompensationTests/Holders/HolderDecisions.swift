import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A holder")
struct HolderDecisions {
    typealias Table = Decision<Holder>

    static let (determination, certificate) = (Sample.determination(), Sample.certificate())
    static let unknown = Holder.initial
    static let determined = Holder.determined(determination)
    static let certified = Holder.certified(certificate)
    static let qualified = Holder.qualified(determination, certificate)
    static let appointed: Holder = {
        var holder = qualified
        _ = try? holder.handle(
            .appoint(
                Sample.id(90),
                to: Sample.welder,
                term: Sample.three,
                payFrom: Sample.three.from,
                elsewhere: []
            )
        )
        return holder
    }()

    static let determine = Holder.Command.determine(determination)
    static let certify = Holder.Command.certify(certificate)
    static func appoint(
        to occupation: Occupation = Sample.welder,
        _ term: Term = Sample.three,
        payFrom: LocalDate? = nil,
        elsewhere: [Term] = []
    ) -> Holder.Command {
        .appoint(Sample.id(91), to: occupation, term: term, payFrom: payFrom ?? term.from, elsewhere: elsewhere)
    }

    static func engage(_ term: Term = Sample.three, payFrom: LocalDate? = nil) -> Holder.Command {
        .engage(Sample.id(91), to: Sample.welder, term: term, payFrom: payFrom ?? term.from, elsewhere: [])
    }

    static let engaged: Holder = {
        var holder = determined
        _ = try? holder.handle(engage())
        return holder
    }()

    static let correct = Holder.Command.correct(
        certificate: certificate.id,
        name: "赵一一",
        occupation: certificate.occupation
    )
    static let same = Holder.Command.correct(
        certificate: certificate.id,
        name: certificate.name,
        occupation: certificate.occupation
    )
    static let corrected = Holder.Event.corrected(name: "赵一一", occupation: certificate.occupation)

    /// Pay from before the term, never before the determination of 2026-10-14.
    static let (payEarly, payTooEarly) = (Sample.day("2026-10-14"), Sample.day("2026-10-13"))
    static let (seat, other) = (Sample.id(91), Sample.id(99))
    static let lastDay = Sample.day("2027-06-30")

    static let early = Sample.term("2026-10-13", "2029-10-12")
    static let onTheDay = Sample.term("2026-10-14", "2029-10-13")
    static let after = Sample.term("2029-11-01", "2032-10-31")

    static let table: [Table] = [
        .given(unknown, when: determine, then: .determined(determination: determination)),
        .given(unknown, when: certify, then: .certified(certificate: certificate)),
        .given(unknown, when: appoint(), refused: .notDetermined),
        .given(determined, when: determine),
        .given(determined, when: certify, then: .certified(certificate: certificate)),
        .given(determined, when: appoint(), refused: .noCertificate),
        .given(certified, when: determine, then: .determined(determination: determination)),
        .given(certified, when: certify),
        .given(certified, when: appoint(), refused: .notDetermined),
        .given(unknown, when: engage(), refused: .notDetermined),
        .given(certified, when: engage(), refused: .notDetermined),
        .given(determined, when: engage(), then: .appointed(appointment: seat, term: Sample.three)),
        .given(determined, when: engage(early), refused: .beforeDetermination),
        .given(determined, when: engage(payFrom: payTooEarly), refused: .beforeDetermination),
        .given(engaged, when: engage(), refused: .alreadyAppointed),
        .given(engaged, when: engage(after), then: .appointed(appointment: seat, term: after)),
        .given(engaged, when: determine), .given(engaged, when: appoint(), refused: .noCertificate),
        .given(engaged, when: certify, then: .certified(certificate: certificate)),
        .given(qualified, when: engage(), refused: .certificateThere),
        .given(appointed, when: engage(), refused: .certificateThere),
        .given(qualified, when: appoint(payFrom: payEarly), then: .appointed(appointment: seat, term: Sample.three)),
        .given(qualified, when: appoint(payFrom: payTooEarly), refused: .beforeDetermination),
        .given(unknown, when: .release(appointment: seat, last: lastDay)),
        .given(determined, when: .release(appointment: seat, last: lastDay)),
        .given(certified, when: .release(appointment: seat, last: lastDay)),
        .given(qualified, when: .release(appointment: seat, last: lastDay)),
        .given(
            engaged,
            when: .release(appointment: seat, last: lastDay),
            then: .released(appointment: seat, last: lastDay)
        ),
        .given(appointed, when: .release(appointment: other, last: lastDay)),
        .given(
            appointed,
            when: .release(appointment: Sample.id(90), last: lastDay),
            then: .released(appointment: Sample.id(90), last: lastDay)
        ),
        .given(qualified, when: determine), .given(qualified, when: certify),
        .given(qualified, when: appoint(), then: .appointed(appointment: Sample.id(91), term: Sample.three)),
        .given(qualified, when: appoint(onTheDay), then: .appointed(appointment: Sample.id(91), term: onTheDay)),
        .given(qualified, when: appoint(early), refused: .beforeDetermination),
        .given(qualified, when: appoint(to: Sample.turner), refused: .otherOccupation),
        .given(qualified, when: appoint(elsewhere: [onTheDay]), refused: .alreadyAppointed),
        .given(
            qualified,
            when: appoint(elsewhere: [after]),
            then: .appointed(appointment: Sample.id(91), term: Sample.three)
        ),
        .given(appointed, when: determine), .given(appointed, when: certify),
        .given(unknown, when: correct), .given(determined, when: correct), .given(engaged, when: correct),
        .given(certified, when: correct, then: corrected), .given(qualified, when: correct, then: corrected),
        .given(appointed, when: correct, then: corrected), .given(appointed, when: same),
        .given(appointed, when: appoint(), refused: .alreadyAppointed),
        .given(appointed, when: appoint(after), then: .appointed(appointment: Sample.id(91), term: after)),
    ]

    private static func appoint(_ term: Term) -> Holder.Command { appoint(to: Sample.welder, term) }

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("comes to the same whichever fact comes first")
    func anyOrder() throws {
        var (first, second) = (Holder.initial, Holder.initial)
        for command in [Self.determine, Self.certify] { _ = try first.handle(command) }
        for command in [Self.certify, Self.determine] { _ = try second.handle(command) }
        #expect(first == Self.qualified)
        #expect(second == Self.qualified)
    }

    @Test("is called what the certificate says since it was corrected, with posts and determination as they were")
    func isRenamed() throws {
        var holder = Self.appointed
        _ = try holder.handle(Self.correct)
        #expect(holder.name == "赵一一")
        #expect(holder.seats == Self.appointed.seats)
        #expect(holder.determination == Self.determination)
    }

    @Test("fits a post that names no 工种, and only the same 工种 where one is named")
    func fitsBySpecialty() throws {
        var holder = Holder.qualified(
            Sample.determination(occupation: Sample.turner),
            Sample.certificate(occupation: Sample.turner)
        )
        #expect(try !holder.handle(Self.appoint(to: Sample.plainTurner)).isEmpty)
        var plain = Holder.qualified(
            Sample.determination(occupation: Sample.plainTurner),
            Sample.certificate(occupation: Sample.plainTurner)
        )
        #expect(throws: Holder.Rejection.otherOccupation) { try plain.handle(Self.appoint(to: Sample.turner)) }
    }
}
