import ServiceKit

/// How often those may ask whom nobody knows.
struct PublicLimits: Hashable, Sendable {
    /// So many questions a minute from one address.
    let perMinute: Int
    /// So many a minute about one number, wherever they come from, so that names are not tried out.
    let perNumber: Int

    /// Reads `GONGJIANG_PUBLIC_PER_MINUTE` (60) and `GONGJIANG_PUBLIC_PER_NUMBER` (20).
    ///
    /// - Throws: `VerificationAddress.BadSetting`.
    init(_ environment: ServiceEnvironment) throws {
        func number(_ key: String, _ variable: String, else usual: Int) throws -> Int {
            guard let text = environment.setting(key), !text.isEmpty else { return usual }
            guard let number = Int(text), (1...1_000_000).contains(number) else {
                throw VerificationAddress.BadSetting(
                    description: "GONGJIANG_PUBLIC_\(variable) is \(text), not 1 to 1000000 a minute"
                )
            }
            return number
        }
        perMinute = try number("public.perMinute", "PER_MINUTE", else: 60)
        perNumber = try number("public.perNumber", "PER_NUMBER", else: 20)
    }
}
