/// Who hears whom, and what enterprises may send to whom.
///
/// The broker's topology is made from it; each service's tests prove that its subscriptions agree with it.
package enum Plan {
    /// The speakers a service hears.
    ///
    /// It hears a speaker whole, so that the numbering of facts has no holes.
    package static func heard(by service: ServiceName) -> [ServiceName] {
        switch service {
        // Everybody keeps a copy of the calendar of publicity-timer; filing sees from the rest what a decision would touch.
        case .filing: [.evaluation, .publicityTimer, .certificate, .compensation]
        case .evaluation: [.filing, .publicityTimer]
        case .publicityTimer: [.filing, .evaluation]
        case .certificate: [.filing, .evaluation, .publicityTimer]
        case .compensation: [.filing, .evaluation, .publicityTimer, .certificate]
        }
    }

    /// The messages of enterprise systems a service takes.
    package static func takenFromEnterprises(by service: ServiceName) -> [String] {
        switch service {
        case .evaluation: [ApplicationSubmitted.name]
        case .compensation: [AttestationSubmitted.name]
        default: []
        }
    }

    /// Whether anybody hears this speaker; what nobody hears goes to the archive unsent.
    package static func hasHearer(_ speaker: ServiceName) -> Bool {
        ServiceName.allCases.contains { heard(by: $0).contains(speaker) }
    }
}
