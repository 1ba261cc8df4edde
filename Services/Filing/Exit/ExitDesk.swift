import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// What an exit case needs of its surroundings: its periods, its numbers, its words.
struct ExitRules: Sendable {
    /// 听证申请期限, in working days after the notice arrived (行政处罚法 64（一）).
    let hearingDays = 5
    /// A hearing is told so many working days before it is held (64（二）).
    let hearingNoticeDays = 7
    /// A publication is taken down so many working days after its decision was set aside (48).
    let takeDownDays = 3
    /// What becomes of each class unless a preview chooses otherwise.
    let usual: Consequences
    /// The words of the numbers of notices, decisions and set-asides.
    let words: (notice: String, decision: String, undoing: String)

    /// The rules as set for a city.
    init(_ environment: ServiceEnvironment) {
        func set<Choice: RawRepresentable<String>>(_ name: String, _ usual: Choice) -> Choice {
            environment.setting("exit.\(name)").flatMap(Choice.init) ?? usual
        }
        let usual = Consequences.usual
        self.usual = Consequences(
            rounds: set("rounds", usual.rounds),
            notices: set("notices", usual.notices),
            unissued: set("unissued", usual.unissued),
            issued: set("issued", usual.issued),
            appointments: set("appointments", usual.appointments)
        )
        let word = environment.setting("exit.word") ?? "滨人社退"
        words = ("\(word)告", word, "\(word)撤")
    }

    /// The last day for asking to be heard.
    func hearingEnds(servedOn day: LocalDate, in tx: borrowing Transaction) throws -> Deadline {
        try deadline(hearingDays, after: day, in: tx)
    }

    /// The first day on which a hearing that is told today can be held.
    func earliestHearing(toldOn day: LocalDate, in tx: borrowing Transaction) throws -> Deadline {
        let last = try deadline(hearingNoticeDays, after: day, in: tx)
        return Deadline(lastDay: last.lastDay.adding(days: 1), isProvisional: last.isProvisional)
    }

    /// The last day for taking a publication down.
    func takeDownEnds(setAsideOn day: LocalDate, in tx: borrowing Transaction) throws -> Deadline {
        try deadline(takeDownDays, after: day, in: tx)
    }

    private func deadline(_ days: Int, after day: LocalDate, in tx: borrowing Transaction) throws -> Deadline {
        let found = try CalendarCopy.current(in: tx).lastDay(published: day, workingDays: days)
        return Deadline(lastDay: found.lastDay, isProvisional: found.authority == .provisional)
    }
}

/// Opens cases and takes them as far as the decision.
struct ExitDesk: Sendable {
    let store: ExitStore
    let tenures: Tenures
    let enterprises: EnterpriseStore
    let authorities: Authorities
    let counter: DocumentCounter
    let rules: ExitRules
    let journal: Journal

    /// Opens a case about a filing that is not cancelled yet.
    ///
    /// - Throws: `NotFound`, `Tenure.Rejection.cancelled`, ``ExitPending``.
    func open(
        _ filing: UUID,
        _ proposal: ExitFile.Proposal,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        let (tenure, _) = try tenures.store.find(filing, in: tx)
        guard let life = tenure.state.life else { throw NotFound("tenure") }
        if case .cancelled = tenure.state.standing { throw Tenure.Rejection.cancelled }
        let file = ExitFile(
            filing: filing,
            kind: life.kind,
            filer: life.filer,
            proposal: proposal,
            investigator: officer
        )
        return try handle(Stored(new: NewID.v7()), .open(file: file), because: cause, in: tx)
    }

    /// Draws up the written notice.
    func tell(
        _ one: Stored<ExitCase>,
        _ text: ExitText,
        intending intended: ExitOutcome,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        // Drawn up again before it is served it keeps its number.
        let kept = one.state.file?.notice?.number
        let number = try kept ?? counter.next(rules.words.notice, in: cause.today.year, in: tx)
        let notice = ExitFile.Notice(
            number: number,
            ends: try ends(one, on: cause.today, in: tx),
            facts: text.facts,
            reasons: text.reasons,
            basis: text.basis,
            intended: intended,
            officer: officer,
            on: cause.today
        )
        return try handle(one, .tell(notice: notice), because: cause, in: tx)
    }

    /// Calls the hearing the enterprise asked for.
    func callHearing(
        _ one: Stored<ExitCase>,
        on day: LocalDate,
        place: String,
        chair: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        let hearing = ExitFile.Hearing(heldOn: day, place: place, chair: chair, toldOn: cause.today)
        let earliest = try rules.earliestHearing(toldOn: cause.today, in: tx)
        return try handle(one, .callHearing(hearing: hearing, earliest: earliest), because: cause, in: tx)
    }

    /// The enterprise asks to be heard.
    func requestHearing(
        _ one: Stored<ExitCase>,
        reasons: String,
        by name: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        guard let service = one.state.file?.service else { throw ExitCase.Rejection.notServed }
        let until = try rules.hearingEnds(servedOn: service.on, in: tx)
        let request = ExitFile.HearingRequest(reasons: reasons, by: name, on: cause.today)
        return try handle(one, .requestHearing(request: request, until: until), because: cause, in: tx)
    }

    /// Who writes and to whom, as they are called on a day; the paper keeps it.
    func ends(_ one: Stored<ExitCase>, on day: LocalDate, in tx: borrowing Transaction) throws -> Ends {
        guard let filer = one.state.file?.filer, let block = try authorities.contactBlock(on: day, in: tx) else {
            throw NotFound("authority")
        }
        return Ends(
            addressee: try enterprises.find(filer.id, in: tx).state.particulars?.name ?? filer.creditCode,
            bureau: block.name,
            section: block.sectionNames,
            telephone: block.telephone,
            address: block.address
        )
    }

    /// Any step that needs nothing but the case.
    func handle(
        _ one: Stored<ExitCase>,
        _ command: ExitCase.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ExitCase> {
        var one = one
        try one.handle(command)
        try store.save(one, in: tx)
        try journal.append(one, of: "exit_case", because: cause, in: tx)
        return one
    }
}

/// The three things a notice and a decision must say.
struct ExitText: Hashable, Sendable {
    let facts: String
    let reasons: String
    let basis: String
}
