import CompensationDomain
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Who is appointed to which post, and how it goes on.
    var appointmentRoutes: [Route] {
        [
            Route("POST /appointments") { [appoint, posts] call, tx in
                let request = try call.body(AppointmentBody.self).validated()
                try call.require(enterprise: posts.employer(of: request.post, in: tx))
                return try created(appoint(request, because: call.cause, in: tx), call)
            },
            Route("GET /appointments") { [appointments, filings] call, tx in
                let page = call.page
                let found = try appointments.page(
                    creditCode: call.enterprise(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let isOwn = call.caller.role == .enterpriseHR
                let flags = try filings.flags(of: found.map(\.id), today: call.cause.today, in: tx)
                return try .page(
                    found.compactMap {
                        AppointmentView($0, today: call.cause.today, showsAmounts: isOwn, flag: flags[$0.id])
                    },
                    next: page.next(found)
                )
            },
            Route("POST /appointments/{id}/assessments") { [changeAppointment] call, tx in
                let assessment = try call.body(AssessmentBody.self).validated()
                let (id, version) = try own(call, in: tx)
                let changed = try changeAppointment(
                    id,
                    .assess(assessment, today: call.cause.today),
                    seen: version,
                    because: call.cause,
                    in: tx
                )
                return try ok(changed, call)
            },
            Route("POST /appointments/{id}/renewal") { [renewAppointment] call, tx in
                let terms = try call.body(RenewalBody.self).validated()
                let (id, version) = try own(call, in: tx)
                return try created(renewAppointment(id, seen: version, terms, because: call.cause, in: tx), call)
            },
            Route("POST /appointments/{id}/end") { [endAppointments] call, tx in
                let body = try call.body(EndBody.self).validated()
                let (id, version) = try own(call, in: tx)
                let ended = try endAppointments.end(
                    id,
                    seen: version,
                    reason: body.reason,
                    last: body.on,
                    because: call.cause,
                    in: tx
                )
                return try ok(ended, call)
            },
            Route("PUT /appointments/{id}/expected-retirement") { [changeAppointment] call, tx in
                let day = try call.body(RetirementBody.self).on
                let (id, version) = try own(call, in: tx)
                let changed = try changeAppointment(
                    id,
                    .expectRetirement(on: day),
                    seen: version,
                    because: call.cause,
                    in: tx
                )
                return try ok(changed, call)
            },
            Route("GET /reminders") { [appointments] call, tx in
                let days = try ConfigurationStore().inForce(TreatmentProcedure.self, on: call.cause.today, in: tx)
                    .endReminderDays
                let found = try appointments.ending(
                    by: call.cause.today.adding(days: days),
                    creditCode: call.enterprise(),
                    limit: call.page.limit,
                    in: tx
                )
                return try .page(found.compactMap(EndingView.init), next: nil)
            },
        ]
    }

    /// An appointment of the caller's own enterprise, and the version the caller saw.
    func own(_ call: Call, in tx: borrowing Transaction) throws -> (id: UUID, version: Int) {
        let id = try call.id()
        try call.require(enterprise: appointments.employer(of: id, in: tx))
        return (id, try call.expectedVersion())
    }

    func ok(_ appointment: Stored<Appointment>, _ call: Call) throws -> Answer {
        let view = AppointmentView(appointment, today: call.cause.today, showsAmounts: true)
        return try .ok(view, version: appointment.newVersion)
    }

    private func created(_ appointment: Stored<Appointment>, _ call: Call) throws -> Answer {
        let view = AppointmentView(appointment, today: call.cause.today, showsAmounts: true)
        return try .created(view, version: appointment.newVersion)
    }
}
