import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Inspections: opened, drawn, recorded and closed by officers, read by whom they are about.
    var inspectionRoutes: [Route] {
        [
            Route("POST /inspections") { [inspect, directory] call, tx in
                let body = try call.body(InspectionBody.self)
                var checks = Checks()
                let creditCode = checks.creditCode(body.creditCode)
                try checks.finish()
                guard let known = try directory.find(creditCode: creditCode, in: tx) else {
                    throw NotFound("enterprise")
                }
                let request = try body.validated(employer: known.enterprise, because: call.cause)
                let inspection = try inspect.open(request, because: call.cause, in: tx)
                return try .created(InspectionView(inspection), version: inspection.newVersion)
            },
            Route("GET /inspections") { [inspect] call, tx in
                let page = call.page
                let found = try inspect.store.page(
                    creditCode: call.enterprise(),
                    county: call.countyAskedFor(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(found.compactMap(InspectionView.init), next: page.next(found))
            },
            Route("GET /inspections/{id}") { [inspect, self] call, tx in
                let inspection = try inspect.store.find(call.id(), in: tx)
                let creditCode = inspection.state.opening?.employer.creditCode ?? ""
                try call.require(enterprise: creditCode)
                try requireCounty(of: creditCode, call, in: tx)
                return try .ok(InspectionView(inspection), version: inspection.newVersion)
            },
            Route("POST /inspections/{id}/draw") { [inspect, self] call, tx in
                let body = try call.body(InspectionDrawBody.self).validated()
                return try shown(
                    inspect.draw(
                        seen(call, in: tx),
                        word: body.word,
                        witness: body.witness,
                        because: call.cause,
                        in: tx
                    )
                )
            },
            Route("POST /inspections/{id}/findings") { [inspect, self] call, tx in
                let body = try call.body(InspectionFindingBody.self)
                let finding = try body.validated(because: call.cause)
                return try shown(
                    inspect.record(seen(call, in: tx), finding, of: body.appointment, because: call.cause, in: tx)
                )
            },
            Route("POST /inspections/{id}/closure") { [inspect, self] call, tx in
                try shown(inspect.close(seen(call, in: tx), because: call.cause, in: tx))
            },
        ]
    }

    /// The inspection of a call, in the version the caller saw.
    private func seen(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Inspection> {
        let inspection = try inspect.store.load(call.id(), in: tx)
        try inspection.expect(version: call.expectedVersion())
        return inspection
    }

    private func shown(_ inspection: Stored<Inspection>) throws -> Answer {
        try .ok(InspectionView(inspection), version: inspection.newVersion)
    }
}
