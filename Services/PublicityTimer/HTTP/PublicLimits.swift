import ServiceKit

/// How often those may ask whom nobody knows: who follows an objection by its receipt code, or objects on a page.
struct PublicLimits: Hashable {
    /// So many requests a minute from one address, to each route; a whole enterprise may stand behind one address.
    let perMinute: Int
    /// So many a minute with one receipt code, wherever they come from.
    let perCode: Int

    /// Reads `GONGJIANG_PUBLIC_PER_MINUTE` (60) and `GONGJIANG_PUBLIC_PER_CODE` (20).
    ///
    /// - Throws: `PublicAddress.BadSetting`.
    init(_ environment: ServiceEnvironment) throws {
        func number(_ key: String, _ variable: String, else usual: Int) throws -> Int {
            guard let text = environment.setting(key), !text.isEmpty else { return usual }
            guard let number = Int(text), (1...100_000).contains(number) else {
                throw PublicAddress.BadSetting(
                    description: "GONGJIANG_PUBLIC_\(variable) is \(text), not 1 to 100000 a minute"
                )
            }
            return number
        }
        perMinute = try number("public.perMinute", "PER_MINUTE", else: 60)
        perCode = try number("public.perCode", "PER_CODE", else: 20)
    }
}
