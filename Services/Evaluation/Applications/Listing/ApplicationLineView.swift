import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit

/// A page of a round's list, with how many there are of each state.
struct ApplicationLinesView: Encodable {
    let items: [ApplicationLineView]
    let next: String?
    /// How many the other filters find in each state; every state is named.
    let totals: [String: Int]

    /// What was read with one more than the limit.
    init(_ lines: [ApplicationLines.Line], limit: Int, totals: [Application.Stage: Int]) {
        items = lines.prefix(limit).map(ApplicationLineView.init)
        next = lines.count > limit ? lines.prefix(limit).last?.application.lowercase : nil
        self.totals = Dictionary(
            uniqueKeysWithValues: Application.Stage.allCases.map { ($0.rawValue, totals[$0] ?? 0) }
        )
    }
}

/// A line of a round's list.
struct ApplicationLineView: Encodable {
    struct OccupationView: Encodable {
        let code: String
        let name: String
        let specialty: String?
    }

    let id: ID<Application>
    let person: ID<PersonalIdentity>
    let name: String
    let state: Application.Stage
    let isConfirmed: Bool
    let unit: String
    let workshop: String
    let position: String
    let occupation: OccupationView
    let wantsRelaxation: Bool
    /// Members in favour and members present, once the panel has voted.
    let approvals: Int?
    let present: Int?
    let version: Int

    init(_ line: ApplicationLines.Line) {
        id = ID(line.application)
        person = ID(line.person)
        name = line.name
        state = line.stage
        isConfirmed = line.isConfirmed
        unit = line.unit
        workshop = line.workshop
        position = line.position
        occupation = OccupationView(code: line.occupationCode, name: line.occupationName, specialty: line.specialty)
        wantsRelaxation = line.wantsRelaxation
        approvals = line.approvals
        present = line.present
        version = line.version
    }
}

extension Call {
    /// Which lines of a round's list are asked for.
    ///
    /// - Throws: `InvalidInput` where the state is none.
    func lineFilter() throws -> ApplicationLines.Filter {
        var filter = ApplicationLines.Filter()
        if let state = query("state") {
            guard let stage = Application.Stage(rawValue: state) else {
                throw InvalidInput(field: "state", code: "evaluation.application-state")
            }
            filter.stage = stage
        }
        filter.occupation = query("occupation")
        filter.unit = query("unit")
        filter.words = (query("q") ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(5).map(String.init)
        return filter
    }
}
