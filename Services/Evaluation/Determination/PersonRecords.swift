import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What the talent database records of persons who were determined; it leaves sealed for the certificate service alone.
struct PersonRecords {
    let stores: Stores

    /// The records, by person, one for each name whose application there is; the round's scores count, and years in the post are those
    /// up to the day.
    func callAsFunction(
        of names: [ListedName],
        in round: UUID,
        on day: LocalDate,
        _ tx: borrowing Transaction
    ) throws -> [UUID: PersonRecord] {
        let entries = Dictionary(
            try stores.applications.read(names.map(\.application), in: tx).map { ($0.id, $0.state.entry) },
            uniquingKeysWith: { $1 }
        )
        let telephones = try stores.persons.telephones(of: names.map(\.person), in: tx)
        let scores = try scores(of: round, in: tx)
        var records: [UUID: PersonRecord] = [:]
        for name in names {
            guard let particulars = entries[name.application]??.particulars else { continue }
            let honours = [particulars.honour, particulars.honourDocument].compactMap { $0 }.filter { !$0.isEmpty }
            records[name.person] = PersonRecord(
                telephone: telephones[name.person],
                education: particulars.education,
                position: particulars.position.isEmpty ? nil : particulars.position,
                prior: .init(
                    number: particulars.prior.number.text,
                    level: particulars.prior.levelText,
                    issuedOn: particulars.prior.issuedOn,
                    issuer: particulars.prior.issuer
                ),
                seniorSince: particulars.seniorPosts.served.first?.from,
                seniorYears: particulars.seniorPosts.length(by: day).years,
                honours: honours.isEmpty ? nil : honours.joined(separator: ","),
                scores: scores[name.application]
            )
        }
        return records
    }

    /// What each application came to by each method; none where nobody was scored here.
    private func scores(of round: UUID, in tx: borrowing Transaction) throws -> [UUID: [PersonRecord.Score]] {
        let scoring = try stores.scorings.read(of: round, in: tx).state
        guard let terms = scoring.terms, let results = scoring.results else { return [:] }
        return Dictionary(
            results.map { result in
                let scores = zip(terms.methods, result.methods).map {
                    PersonRecord.Score(method: $0.name, hundredths: $1.hundredths)
                }
                return (result.application, scores)
            },
            uniquingKeysWith: { $1 }
        )
    }
}
