import ServiceKit

/// Whom to turn to with problems and suggestions about the trial itself (通知: 遇到的问题及建议); configuration of the city.
///
/// The notice names the sections and this project leaves out the persons: their numbers are the city's to set.
struct SuggestionContact: Hashable {
    /// The bureau.
    let authority: String
    /// The sections to ask for (联系科室).
    let sections: [String]
    let telephone: String?
    let address: String?
    let email: String?

    /// Reads `GONGJIANG_SUGGESTIONS_…`: `AUTHORITY`, `SECTIONS` (with commas), `TELEPHONE`, `ADDRESS`, `EMAIL`.
    init(_ environment: ServiceEnvironment) {
        authority = environment.setting("suggestions.authority") ?? "滨州市人力资源和社会保障局"
        let sections = environment.setting("suggestions.sections") ?? "职业能力建设科,市职业技能鉴定服务中心"
        self.sections = sections.split(whereSeparator: { ",，、".contains($0) }).map(String.init)
        telephone = environment.setting("suggestions.telephone")
        address = environment.setting("suggestions.address")
        email = environment.setting("suggestions.email")
    }
}
