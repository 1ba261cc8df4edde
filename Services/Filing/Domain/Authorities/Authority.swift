import Kernel

/// An authority as a dated record: what it is called and how it is reached, from a day to a day.
package enum Authority: Decider, Hashable, Codable {
    /// Not on record. Can transition to: kept.
    case unknown
    /// On record; a change adds a version.
    case kept(kind: Kind, versions: [Version])

    /// What an authority is for.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// 市职业技能鉴定服务中心: accepts and audits.
        case centre
        /// 省职业技能鉴定指导中心: the same for those that filed with the province.
        case provinceCentre = "province-centre"
        /// The city's bureau (职业能力建设科): suspends, cancels, supervises.
        case bureau

        /// Whether enterprises can file with it (通知二: 经省中心或市中心备案).
        package var takesFilings: Bool { self != .bureau }
    }

    package enum Command: Hashable, Sendable {
        case establish(kind: Kind, Version)
        /// From the version's first day on.
        case change(Version, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case established(kind: Kind, version: Version)
        case changed(version: Version, on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It is on record already.
        case alreadyEstablished
        /// It is not on record.
        case unknown
        /// A version begins on that day or later: what was said of days past stays.
        case laterVersion(from: LocalDate)

        package var code: String {
            switch self {
            case .alreadyEstablished: "filing.authority-already-established"
            case .unknown: "filing.authority-unknown"
            case .laterVersion: "filing.authority-later-version"
            }
        }

        package var arguments: [String: String] {
            guard case .laterVersion(let day) = self else { return [:] }
            return ["from": day.description]
        }
    }

    package static let initial = Authority.unknown

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .establish(let kind, let version)): return [.established(kind: kind, version: version)]
        case (.kept, .establish): throw .alreadyEstablished
        case (.unknown, .change): throw .unknown
        case (.kept(_, let versions), .change(let version, let day)):
            guard let last = versions.last else { return [.changed(version: version, on: day)] }
            guard last.name != version.name || last.offices != version.offices else { return [] }
            guard version.from > last.from else { throw .laterVersion(from: last.from) }
            return [.changed(version: version, on: day)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .established(let kind, let version)): self = .kept(kind: kind, versions: [version])
        case (.kept(let kind, let versions), .changed(let version, _)):
            var ended = versions
            if let last = ended.indices.last { ended[last].until = version.from.adding(days: -1) }
            self = .kept(kind: kind, versions: ended + [version])
        case (.unknown, .changed): break  // never decided, so never told
        }
    }

    /// What it is for, once it is on record.
    package var kind: Kind? {
        guard case .kept(let kind, _) = self else { return nil }
        return kind
    }

    /// All versions, in the order of their days.
    package var versions: [Version] {
        guard case .kept(_, let versions) = self else { return [] }
        return versions
    }

    /// The version in force on a day.
    package func version(on day: LocalDate) -> Version? {
        versions.last { $0.from <= day && ($0.until.map { day <= $0 } ?? true) }
    }
}

extension Authority {
    /// An authority between two days.
    package struct Version: Hashable, Sendable, Codable {
        /// The full name, as on papers.
        package let name: String
        /// At least one; the first is where questions go.
        package let offices: [Office]
        package let from: LocalDate
        /// The last day, nil while no other follows.
        package internal(set) var until: LocalDate?

        /// An authority from a day on.
        package init(name: String, offices: [Office], from: LocalDate, until: LocalDate? = nil) {
            self.name = name
            self.offices = offices
            self.from = from
            self.until = until
        }
    }

    /// An office of an authority; no person is named, as the notice does.
    package struct Office: Hashable, Sendable, Codable {
        package let name: String
        package let telephone: String?
        package let address: String?
        package let email: String?

        /// An office and how to reach it.
        package init(name: String, telephone: String? = nil, address: String? = nil, email: String? = nil) {
            self.name = name
            self.telephone = telephone
            self.address = address
            self.email = email
        }
    }
}
