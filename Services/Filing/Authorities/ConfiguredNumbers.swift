import Contracts
import FilingDomain
import Kernel
import ServiceKit

/// How the first authorities are reached: the notice names them and leaves their numbers out, so these are configuration.
///
/// They fill what a record leaves open; what a record says itself goes before. The names of the settings are those of
/// publicity-timer, so that one setting for all services is enough.
struct ConfiguredNumbers: Sendable {
    private let bureau: AuthorityVersion.Office
    private let centre: AuthorityVersion.Office

    /// Reads `GONGJIANG_SUGGESTIONS_TELEPHONE`, `…_ADDRESS`, `…_EMAIL` for the bureau, `GONGJIANG_AUTHORITY_TELEPHONE`,
    /// `…_ADDRESS`, `…_EMAIL` for the centre.
    init(_ environment: ServiceEnvironment) {
        func office(_ word: String) -> AuthorityVersion.Office {
            func setting(_ name: String) -> String? {
                environment.setting("\(word).\(name)").flatMap { $0.isEmpty ? nil : $0 }
            }
            return AuthorityVersion.Office(
                name: "",
                telephone: setting("telephone"),
                address: setting("address"),
                email: setting("email")
            )
        }
        bureau = office("suggestions")
        centre = office("authority")
    }

    /// An authority's version as others see it: what its first office leaves open is taken from the settings.
    func complete(_ version: Authority.Version, of kind: Authority.Kind) -> AuthorityVersion {
        let settings: AuthorityVersion.Office? =
            switch kind {
            case .bureau: bureau
            case .centre: centre
            case .provinceCentre: nil
            }
        let offices = version.offices.enumerated().map { index, office in
            let fallback = index == 0 ? settings : nil
            return AuthorityVersion.Office(
                name: office.name,
                telephone: office.telephone ?? fallback?.telephone,
                address: office.address ?? fallback?.address,
                email: office.email ?? fallback?.email
            )
        }
        return AuthorityVersion(
            name: version.name,
            offices: offices,
            validFrom: version.from,
            validUntil: version.until
        )
    }
}
