import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes applications into a round, each by itself; one application a person.
struct SubmitApplications {
    let stores: Stores
    private let read = ReadApplicationForm()

    init(stores: Stores) { self.stores = stores }

    /// What became of one form.
    enum Outcome: Sendable, Hashable {
        /// There is an application; `isNew` tells whether there was none before.
        case taken(application: UUID, isNew: Bool)
        /// Not taken; the application of the same person is named where there is one.
        case refused([FieldProblem], application: UUID?)
    }

    /// Takes forms, in order; nothing changes where the same particulars were handed in before.
    ///
    /// - Throws: `Round.Rejection` where the round takes none.
    func callAsFunction(
        _ forms: [ApplicationForm],
        in round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        let terms = try round.state.acceptingTerms()
        let units = try stores.units.names(of: terms.filing, in: tx)
        let readings = forms.map { form in
            Result { () throws(InvalidInput) in try read(form, under: terms, among: units) }
        }
        let persons = try enrol(readings, in: tx)
        let applicants = Set(persons.compactMap(\.self)).sorted { $0.uuidString < $1.uuidString }
        var known = try stores.applicationRegister.of(persons: applicants, in: round.id, in: tx)
        // Ids of one millisecond have no order of their own; lists shall show the rows as they were handed in.
        let ids = forms.map { _ in ID<Application>(NewID.v7()) }.sorted().map(\.uuid)
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
                let entry = Entry(round: round.id, person: person, particulars: reading.particulars)
                var application = known[person] ?? Stored(new: id)
                do {
                    try application.handle(.submit(entry))
                    outcomes.append(.taken(application: application.id, isNew: application.version == 0))
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
