/// How large an enterprise is, by the people of the units it covers (统计上大中小微型企业划分办法, industry).
package enum EnterpriseSize: String, Hashable, Comparable, Codable, CaseIterable, Sendable {
    case large, medium, small, micro
    /// The register says nothing of its people.
    case unknown

    /// The size of an enterprise with so many people.
    package init(employees: Int) {
        switch employees {
        case 1000...: self = .large
        case 300...: self = .medium
        case 20...: self = .small
        case 1...: self = .micro
        default: self = .unknown
        }
    }

    package static func < (one: EnterpriseSize, other: EnterpriseSize) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
}
