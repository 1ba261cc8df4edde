import CompensationDomain
import DatedDocuments
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Letters of appointment.
    var letterRoutes: [Route] {
        [
            Route("GET /appointments/{id}/letter") { [appointments, posts, holders, directory] call, tx in
                let appointment = try appointments.find(call.id(), in: tx)
                guard let letter = appointment.state.letter, let measure = appointment.state.measure else {
                    throw NotFound("appointment")
                }
                try call.require(enterprise: letter.employer.creditCode)
                if call.caller.role == .employee, call.caller.person != letter.person { throw NotFound("appointment") }
                let holder = try holders.find(appointment: appointment.id, person: letter.person, in: tx)
                let template = try ConfigurationStore().inForce(LetterTemplate.self, on: letter.term.from, in: tx)
                let paper = LetterPaper(
                    template: template,
                    letter: letter,
                    name: letter.name ?? holder?.name ?? "",
                    employer: try directory.find(creditCode: letter.employer.creditCode, in: tx)?.name
                        ?? letter.employer.creditCode,
                    unit: try posts.find(letter.post, in: tx).state.terms?.unit ?? "",
                    certificate: letter.certificate == nil ? nil : holder?.certificate?.number,
                    benchmark: measure.declaration.band.code,
                    showsAmount: call.caller.role == .enterpriseHR && call.query("amounts") == "true"
                )
                return .file(
                    try paper.document().printed(),
                    type: "application/pdf",
                    name: "\(template.title)-\(letter.number).pdf",
                    isShown: true
                )
            }
        ]
    }
}
