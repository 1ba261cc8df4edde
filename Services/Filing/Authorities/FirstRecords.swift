import Contracts
import FilingDomain
import Kernel
import Messaging
import ServiceKit

/// What the first records of the authorities leave to configuration: the notice names Binzhou's and leaves their numbers out.
///
/// Another city's names are settings too, for as long as nobody has changed the record. What a record says itself goes
/// before. The settings are called as publicity-timer's are, so that one of each for all services is enough.
struct FirstRecords: Sendable {
    /// What the settings say of one authority.
    private struct Words: Sendable {
        var name: String?
        /// The names of its offices; empty where nothing is said.
        var offices: [String] = []
        var telephone: String?
        var address: String?
        var email: String?
    }

    private let bureau: Words
    private let centre: Words

    /// Reads `GONGJIANG_SUGGESTIONS_AUTHORITY`, `…_SECTIONS` (with commas: the bureau's, then the centre's), `…_TELEPHONE`,
    /// `…_ADDRESS`, `…_EMAIL`, and `GONGJIANG_AUTHORITY_NAME`, `…_TELEPHONE`, `…_ADDRESS`, `…_EMAIL`.
    init(_ environment: ServiceEnvironment) {
        func setting(_ name: String) -> String? { environment.setting(name).flatMap { $0.isEmpty ? nil : $0 } }
        let sections = (setting("suggestions.sections") ?? "").split(whereSeparator: { ",，、".contains($0) })
        bureau = Words(
            name: setting("suggestions.authority"),
            offices: sections.prefix(1).map(String.init),
            telephone: setting("suggestions.telephone"),
            address: setting("suggestions.address"),
            email: setting("suggestions.email")
        )
        centre = Words(
            name: setting("authority.name"),
            offices: sections.dropFirst().map(String.init),
            telephone: setting("authority.telephone"),
            address: setting("authority.address"),
            email: setting("authority.email")
        )
    }

    /// An authority's versions as others see them.
    func complete(_ authority: Stored<Authority>) -> [AuthorityVersion] {
        authority.state.versions.enumerated().map { index, version in
            complete(version, of: authority.state.kind, isFirst: index == 0)
        }
    }

    /// The version of a day as others see it; nil where none is in force.
    func complete(_ authority: Stored<Authority>, on day: LocalDate) -> AuthorityVersion? {
        complete(authority).last { $0.holds(on: day) }
    }

    private func complete(_ version: Authority.Version, of kind: Authority.Kind?, isFirst: Bool) -> AuthorityVersion {
        let words: Words =
            switch kind {
            case .bureau: bureau
            case .centre: centre
            case .provinceCentre, nil: Words()
            }
        let isNamed = isFirst && !words.offices.isEmpty
        let offices = isNamed ? words.offices.map { Authority.Office(name: $0) } : version.offices
        return AuthorityVersion(
            name: (isFirst ? words.name : nil) ?? version.name,
            offices: offices.enumerated().map { index, office in
                let fallback = index == 0 ? words : Words()
                return AuthorityVersion.Office(
                    name: office.name,
                    telephone: office.telephone ?? fallback.telephone,
                    address: office.address ?? fallback.address,
                    email: office.email ?? fallback.email
                )
            },
            validFrom: version.from,
            validUntil: version.until
        )
    }
}
