/// Whether a person's record may be in the provincial system now.
package enum UploadStanding: Hashable, Sendable {
    /// It is to be there.
    case due
    /// Not yet, or not just now: what is there stays, and nothing is sent.
    case waits
    /// It may not be there; what was sent is taken back, for this reason.
    case barred(String)
}

extension UploadMoment {
    /// Whether the record of a certificate is uploaded, as it and its registration stand.
    ///
    /// `isTakenBack`: the enterprise took its person back and has not handed the registration in since.
    package func standing(
        of certificate: Certificate.Stage,
        in registration: Registration.Stage,
        isTakenBack: Bool = false
    ) -> UploadStanding {
        switch certificate {
        case .held: return .barred("公示异议核查中")
        case .takenOut: return .barred("公示异议成立")
        case .revoked: return .barred("证书已撤销")
        case .cancelled: return .barred("证书已注销")
        case .prepared, .numbered, .issued, .suspended: break
        }
        // Whoever is there and has yet to be handed in was taken back by the enterprise.
        if registration == .awaitingSubmission || isTakenBack { return .barred("企业撤回") }
        return takes(certificate) && stages.contains(registration.rawValue) ? .due : .waits
    }
}
