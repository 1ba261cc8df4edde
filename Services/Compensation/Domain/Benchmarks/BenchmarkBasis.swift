extension Benchmark {
    /// What a benchmark rests on.
    package enum Basis: Hashable, Codable, Sendable {
        /// The enterprise has 正高级工程师, and pays them in the band.
        case seniorEngineers
        /// It has none: its 评价结果应用管理办法 says in a clause how the band is set.
        case declaredMethod(clause: String, method: String)

        /// The name of a case, for bodies and views.
        package enum Kind: String, Codable, CaseIterable, Sendable {
            case seniorEngineers = "senior-engineers"
            case declaredMethod = "declared-method"
        }

        /// Which it is.
        package var kind: Kind {
            switch self {
            case .seniorEngineers: .seniorEngineers
            case .declaredMethod: .declaredMethod
            }
        }
    }
}
