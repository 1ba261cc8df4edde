import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes applications into a round, each by itself; one that stands a person.
struct SubmitApplications {
    let stores: Stores
    private let read = ReadApplicationForm()

    init(stores: Stores) { self.stores = stores }

    /// What became of one form.
    enum Outcome: Sendable, Hashable {
        /// There is an application, and what this made of it.
        case taken(application: UUID, Change)
        /// Not taken; the application of the same person is named where there is one.
        case refused([FieldProblem], application: UUID?)
    }

    /// What handing in a form did.
    enum Change: Sendable, Hashable {
        /// There was no application.
        case new
        /// There was one with other particulars, not judged yet; the change is on record.
        case changed
        /// There was one just so.
        case none
    }

    /// Who hands forms in.
    enum Voice: Sendable, Hashable {
        /// Human resources, a file of theirs or the enterprise's own system: the person has to confirm the data, unless the form
        /// names the day on which the person signed them.
        case enterprise
        /// The enterprise's own system: as by the enterprise, but it makes no application anew that was taken back.
        case system
        /// A file of the enterprise: it makes none anew either, and a day of signature in it counts with the signed papers alone.
        case file(papers: UUID?)
        /// The person, in the own account.
        case person(UUID, account: String)
    }

    /// Takes forms, in order; nothing changes where the same particulars were handed in before.
    ///
    /// - Parameters:
    ///   - forms: What was written.
    ///   - round: The round, locked.
    ///   - voice: Who hands them in.
    ///   - evidence: The files that prove clauses, for a single form; nil to leave those there are.
    ///   - id: The id a single new application gets; nil for any.
    ///   - cause: Who acts.
    ///   - tx: The transaction.
    /// - Returns: What became of each.
    /// - Throws: `Round.Rejection` where the round takes none, `WindowRejection` outside the days of its plan.
    func callAsFunction(
        _ forms: [ApplicationForm],
        in round: Stored<Round>,
        by voice: Voice = .enterprise,
        evidence: [ClauseEvidence]? = nil,
        as id: UUID? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        let readings = try self.readings(of: forms, in: round, on: cause.today, in: tx)
        return try take(readings, in: round, by: voice, evidence: evidence, as: id, because: cause, in: tx)
    }

    /// A form that was read, or what is wrong with it.
    typealias Read = Result<ReadApplicationForm.Reading, InvalidInput>

    /// Reads forms under the plan of a round.
    ///
    /// - Throws: `Round.Rejection` where the round takes none.
    func readings(
        of forms: [ApplicationForm],
        in round: Stored<Round>,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> [Read] {
        let terms = try round.state.acceptingTerms()
        let units = try stores.units.names(of: terms.filing, in: tx)
        let rules = try PrepareJudging(stores: stores).rules(under: terms, in: tx).relaxation
        return forms.map { form in
            Result { () throws(InvalidInput) in
                try read(form, under: terms, by: rules, among: units, on: day)
            }
        }
    }

    /// The terms of a round that takes applications on a day.
    ///
    /// - Throws: `Round.Rejection`, `WindowRejection` where it takes none.
    func acceptingTerms(
        of round: Stored<Round>,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> PlanTerms {
        let terms = try round.state.acceptingTerms()
        try terms.requireApplicationsOpen(
            on: day,
            givingBack: stores.frozenDays.days(of: terms.filing.filing, through: day, in: tx)
        )
        return terms
    }

    /// Takes forms that were read, in order.
    func take(
        _ readings: [Read],
        in round: Stored<Round>,
        by voice: Voice,
        evidence: [ClauseEvidence]? = nil,
        as id: UUID? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        _ = try acceptingTerms(of: round, on: cause.today, in: tx)
        let persons = try enrol(readings, in: tx)
        let applicants = Set(persons.compactMap(\.self)).sorted { $0.uuidString < $1.uuidString }
        var known = try stores.applicationRegister.of(persons: applicants, in: round.id, in: tx)
        let gone =
            voice.revivesNothing
            ? try stores.applicationRegister.withdrawn(of: applicants.filter { known[$0] == nil }, in: round.id, in: tx)
            : [:]
        // Ids of one millisecond have no order of their own; lists shall show the rows as they were handed in.
        var ids = readings.map { _ in ID<Application>(NewID.v7()) }.sorted().map(\.uuid)
        if let id, ids.count == 1 { ids = [id] }
        var inThisBatch: Set<UUID> = []
        var outcomes: [Outcome] = []
        var taken: [PersonalIdentity] = []
        for ((reading, person), id) in zip(zip(readings, persons), ids) {
            switch reading {
            case .failure(let invalid): outcomes.append(.refused(invalid.problems, application: nil))
            case .success(let reading):
                guard let person else {
                    outcomes.append(
                        .refused([FieldProblem(field: "name", code: "evaluation.name-differs")], application: nil)
                    )
                    continue
                }
                guard inThisBatch.insert(person).inserted else {
                    let problem = FieldProblem(field: "documentNumber", code: "evaluation.person-twice")
                    outcomes.append(.refused([problem], application: known[person]?.id))
                    continue
                }
                if let withdrawn = gone[person] {
                    let problem = FieldProblem(field: "documentNumber", Application.Rejection.withdrawn)
                    outcomes.append(.refused([problem], application: withdrawn))
                    continue
                }
                if case .person(let own, _) = voice, own != person {
                    outcomes.append(.refused([FieldProblem(field: "documentNumber", NotYourself())], application: nil))
                    continue
                }
                let entry = Entry(
                    round: round.id,
                    person: person,
                    particulars: reading.particulars,
                    confirmation: voice.confirmation(of: reading.particulars, because: cause),
                    evidence: evidence,
                    by: cause.actor
                )
                var application = known[person] ?? Stored(new: id)
                do {
                    let decided = try application.handle(.submit(entry))
                    let change: Change = decided.isEmpty ? .none : application.version == 0 ? .new : .changed
                    outcomes.append(.taken(application: application.id, change))
                    known[person] = application
                    taken.append(reading.identity)
                } catch let rejection as Application.Rejection {
                    let problem = FieldProblem(field: "documentNumber", rejection)
                    outcomes.append(.refused([problem], application: application.id))
                }
            }
        }
        try stores.persons.renewTelephones(of: taken, in: tx)
        try stores.applications.save(Array(known.values), because: cause, in: tx)
        return outcomes
    }

    /// The person of each form that could be read, nil where the document belongs to another name or nothing was read.
    private func enrol(
        _ readings: [Result<ReadApplicationForm.Reading, InvalidInput>],
        in tx: borrowing Transaction
    ) throws -> [UUID?] {
        let read = readings.compactMap { try? $0.get().identity }
        var found = try stores.persons.enrol(read, in: tx).makeIterator()
        return readings.map { reading in
            guard case .success = reading else { return nil }
            return found.next() ?? nil
        }
    }
}

extension SubmitApplications.Voice {
    /// What this voice says about the person's own word.
    fileprivate func confirmation(of particulars: Particulars, because cause: Cause) -> DataConfirmation {
        switch self {
        case .person(_, let account): .byPerson(account: account, on: cause.today)
        case .enterprise, .system:
            particulars.confirmedOn.map { .onPaper(signedOn: $0, recordedBy: cause.actor, file: nil) } ?? .awaited
        case .file(let papers):
            particulars.confirmedOn.map { day in
                papers.map { .onPaper(signedOn: day, recordedBy: cause.actor, file: $0) }
                    ?? .paperAwaited(signedOn: day)
            } ?? .awaited
        }
    }

    /// Whether an application that was taken back stays so: what sends everything again does not mean to apply again.
    fileprivate var revivesNothing: Bool {
        switch self {
        case .system, .file: true
        case .enterprise, .person: false
        }
    }
}

/// An employee hands in only the own application.
struct NotYourself: Rejection {
    var code: String { "evaluation.not-yourself" }
}
