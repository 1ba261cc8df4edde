import CertificateDomain
import Contracts
import DatedDocuments
import Kernel
import TestSupport
import Testing

@testable import CertificateService

@Suite("The order of a registration")
struct ProcedureTests {
    typealias Order = RegistrationProcedure

    @Test("is the province's of 2020 in what was opened before any was laid down, and that is the one brought along")
    func original() throws {
        #expect(try BuiltInConfiguration.document(of: Order.self) == .original)
        #expect(Samples.batch.order == .original)
    }

    @Test("written before the way was kept is read, and written again as it was")
    func oldRows() throws {
        let batch = String(decoding: try WireFormat.encode(Samples.batch), as: UTF8.self)
        #expect(!batch.contains("course") && !batch.contains("procedure"))
        let old = #"{"returned":{"batch":\#(batch),"correction":{"office":"municipal","reason":"材料不全"}}}"#
        let state: Registration = try WireFormat.decode(from: Array(old.utf8))
        #expect(state == .returned(batch: Samples.batch, correction: .init(office: .municipal, reason: "材料不全")))
        let events = [#"{"submitted":{}}"#, #"{"municipallyPassed":{}}"#, #"{"numbered":{"on":"2026-10-14"}}"#]
        let read: [Registration.Event] = try events.map { try WireFormat.decode(from: Array($0.utf8)) }
        #expect(read == [.submitted(), .municipallyPassed(), .numbered(on: Samples.day("2026-10-14"))])
    }

    /// Each order, what is filed where, and where it stands after it was handed in.
    static let orders: [(isProvincial: Bool, skips: Bool, stage: Registration.Stage)] = [
        (false, false, .submitted), (true, false, .municipallyAudited), (true, true, .submitted),
        (false, true, .submitted),
    ]

    @Test("passes the city centre over for firms filed with the province, unless it says otherwise", arguments: orders)
    func provincially(isProvincial: Bool, isMunicipalToo: Bool, stage: Registration.Stage) throws {
        var registration = Registration.initial
        let order = Self.order(isMunicipalAuditOfProvinciallyFiled: isMunicipalToo)
        _ = try registration.handle(.open(batch: Samples.batch(by: order)))
        let filed = FiledAgency.code(Samples.agencyCode, isProvincial: isProvincial)
        _ = try registration.handle(.submit(by: "人事1", filed: filed, today: Samples.day("2026-10-15")))
        #expect(registration.stage == stage)
        if stage == .municipallyAudited {
            let audit = Audit(office: .provincial, outcome: .passed, by: "省", on: Samples.day("2026-10-16"))
            let other = FiledAgency.code("Y000037160002", isProvincial: true)
            #expect(throws: Registration.Rejection.agencyCodeDiffers(filed: "Y000037160002")) {
                try registration.decide(.pass(audit, filed: other, today: Samples.day("2026-10-16")))
            }
            _ = try registration.handle(.pass(audit, filed: filed, today: Samples.day("2026-10-16")))
            #expect(registration.stage == .numbered)
        }
    }

    @Test("takes audits from where they are made alone, of a day between handing in and today")
    func places() throws {
        var registration = Registration.initial
        let order = Self.order(municipal: .recorded, provincial: .recorded, numbers: .province)
        _ = try registration.handle(.open(batch: Samples.batch(by: order)))
        let (handedIn, today) = (Samples.day("2026-10-15"), Samples.day("2026-10-20"))
        _ = try registration.handle(.submit(by: "人事1", filed: .unheard, today: handedIn))
        func audit(_ office: Registration.Office, on day: String, _ reference: String? = "SD-1") -> Registration.Command
        {
            let audit = Audit(
                office: office,
                outcome: .passed,
                by: "市",
                on: Samples.day(day),
                reference: reference
            )
            return .pass(audit, filed: .unheard, today: today)
        }
        let table: [(Registration.Command, Registration.Rejection)] = [
            (audit(.municipal, on: "2026-10-20", nil), .auditRecorded(.municipal)),
            (audit(.municipal, on: "2026-10-21"), .auditedInFuture(today: today)),
            (audit(.municipal, on: "2026-10-14"), .auditedBeforeSubmission(handedIn)),
        ]
        for (command, rejection) in table { #expect(throws: rejection) { try registration.decide(command) } }
        _ = try registration.handle(audit(.municipal, on: "2026-10-16"))
        _ = try registration.handle(audit(.provincial, on: "2026-10-19"))
        #expect(registration.stage == .audited)
        _ = try registration.handle(.number(on: today))
        #expect(registration.stage == .numbered)
        #expect(registration.batch?.audits.map(\.reference) == ["SD-1", "SD-1"])
        #expect(throws: Registration.Rejection.auditMadeHere(.municipal)) {
            try Registration.submitted(batch: Samples.batch).decide(audit(.municipal, on: "2026-10-16"))
        }
    }

    static func order(
        municipal: Order.Audit = .here,
        provincial: Order.Audit = .here,
        isMunicipalAuditOfProvinciallyFiled: Bool = false,
        numbers: Order.NumberSource = .afterAudit
    ) -> Order {
        Order(
            basis: "试行",
            inForceFrom: Samples.day("2026-01-01"),
            municipalAudit: municipal,
            provincialAudit: provincial,
            isMunicipalAuditOfProvinciallyFiled: isMunicipalAuditOfProvinciallyFiled,
            numbers: numbers,
            uploadDueDays: 10,
            correctionDueDays: 5
        )
    }
}

extension Samples {
    /// The batch by an order.
    static func batch(by order: RegistrationProcedure, due: Due? = nil) -> Batch {
        Batch(
            determination: batch.determination,
            list: batch.list,
            filing: batch.filing,
            issuer: batch.issuer,
            issuerName: batch.issuerName,
            agencyCode: batch.agencyCode,
            determinedOn: batch.determinedOn,
            persons: batch.persons,
            procedure: order,
            due: due
        )
    }
}
