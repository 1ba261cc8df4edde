import Attachments
import Contracts
import Importing
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            EnterpriseDirectory.changes,
            CalendarCopy.subscription,
            .on(ListApproved.self) { [recordDeterminations] lists, tx in try recordDeterminations(lists, in: tx) },
            .on(CertificateStatusChanged.self) { [followCertificates] facts, tx in
                try followCertificates.note(facts, in: tx)
            },
            .every(.seconds(30), "end appointments") { [endAppointments] now, tx in
                try endAppointments(at: now, in: tx)
            },
            .take(AttestationSubmitted.self) { [takeAttestation] sent, creditCode, tx in
                try takeAttestation(sent.message, from: creditCode, because: sent.cause, in: tx)
            },
            .every(.seconds(1), "enter files of attestations") { [imports] now, tx in try imports(at: now, in: tx) },
            .every(.seconds(3600), "let files of attestations go") { [imports] now, tx in
                try imports.store.forget(at: now, in: tx)
            },
            .every(.seconds(600), "remind of appointments") { [remindAppointments] now, tx in
                try remindAppointments(at: now, in: tx)
            },
            .every(.seconds(60), "list treatment items") { [keepTreatment] now, tx in
                try keepTreatment(at: now, in: tx)
            },
            .every(.seconds(3600), "list months to attest") { [countMonths] now, tx in
                try countMonths.list(at: now, in: tx)
            },
            .every(.seconds(20), "count attested months") { [countMonths] now, tx in try countMonths(at: now, in: tx) },
            .every(.seconds(1), "compare with benchmarks") { [sweepParity] now, tx in try sweepParity(at: now, in: tx)
            },
            .every(.seconds(30), "shortfalls overdue") { [keepShortfalls] now, tx in
                try keepShortfalls.fallOverdue(at: now, in: tx)
            },
            .on(CertificateIssued.self) { [recordCertificates] issued, tx in try recordCertificates(issued, in: tx) },
            .on(CertificateCorrected.self) { [recordCertificates] corrected, tx in
                try recordCertificates.correct(corrected, in: tx)
            },
            // Appointments are flagged by how their filing stands when they are looked at; nothing else follows.
        ] + FilingStandings.subscriptions { _, _ in } + files.subscriptions
    }
}
