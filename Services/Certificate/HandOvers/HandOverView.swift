import CertificateDomain
import Foundation
import Kernel
import Messaging

/// A handing-over as its enterprise and the offices see it.
struct HandOverView: Encodable {
    struct Undone: Encodable {
        let reason: String
        let by: String
        let on: LocalDate
    }

    let id: ID<HandOver>
    let certificate: ID<Certificate>
    let creditCode: String
    let on: LocalDate
    let receiver: String
    let onBehalf: String?
    let form: HandOver.Delivery.Form
    let formName: String
    let by: String
    /// Why it does not stand, where it does not.
    let undone: Undone?
    let version: Int

    init?(_ handOver: Stored<HandOver>) {
        guard let delivery = handOver.state.delivery else { return nil }
        id = ID(handOver.id)
        certificate = ID(delivery.certificate)
        creditCode = delivery.creditCode
        on = delivery.on
        receiver = delivery.receiver
        onBehalf = delivery.onBehalf
        form = delivery.form
        formName = delivery.form.chinese
        by = delivery.by
        undone = handOver.state.undoing.map { Undone(reason: $0.reason, by: $0.by, on: $0.on) }
        version = handOver.newVersion
    }
}
