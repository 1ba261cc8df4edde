import PublicityTimerDomain
import ServiceKit

extension ObjectionPolicy {
    /// A setting that cannot be; the service does not start with it.
    struct BadSetting: Error, CustomStringConvertible {
        let description: String
    }

    /// The most working days any step may be given.
    private static let mostDays = 60

    /// The policy of the city, from `GONGJIANG_OBJECTION_…`.
    ///
    /// - Throws: ``BadSetting`` naming the one that cannot be.
    init(_ environment: ServiceEnvironment) throws {
        self.init()
        func flag(_ key: String, _ variable: String, else standard: Bool) throws -> Bool {
            switch environment.setting(key) {
            case nil, "": return standard
            case "true": return true
            case "false": return false
            case let text?:
                throw BadSetting(description: "GONGJIANG_OBJECTION_\(variable) is \(text), not true or false")
            }
        }
        func days(_ key: String, _ variable: String, else standard: Int) throws -> Int {
            guard let text = environment.setting(key), !text.isEmpty else { return standard }
            guard let days = Int(text), (1...Self.mostDays).contains(days) else {
                throw BadSetting(
                    description: "GONGJIANG_OBJECTION_\(variable) is \(text), not 1 to \(Self.mostDays) working days"
                )
            }
            return days
        }
        realNameHoldsAtOnce = try flag("objection.realNameHolds", "REAL_NAME_HOLDS", else: realNameHoldsAtOnce)
        anonymousHoldsAtOnce = try flag("objection.anonymousHolds", "ANONYMOUS_HOLDS", else: anonymousHoldsAtOnce)
        screeningDays = try days("objection.screeningDays", "SCREENING_DAYS", else: screeningDays)
        handlingDays = try days("objection.handlingDays", "HANDLING_DAYS", else: handlingDays)
        extensionDays = try days("objection.extensionDays", "EXTENSION_DAYS", else: extensionDays)
    }
}
