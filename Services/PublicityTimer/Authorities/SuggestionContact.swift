import Contracts
import ServiceKit

/// Whom to turn to with problems and suggestions about the trial itself (通知: 遇到的问题及建议).
///
/// The notice names the sections and this project leaves out the persons: their numbers are the city's to set.
struct SuggestionContact: Hashable {
    /// The bureau and the sections to ask for (联系科室).
    let block: ContactBlock

    /// Reads `GONGJIANG_SUGGESTIONS_…`: `AUTHORITY`, `SECTIONS` (with commas), `TELEPHONE`, `ADDRESS`, `EMAIL`, which hold until
    /// the filing service has told of the authorities.
    init(_ environment: ServiceEnvironment) {
        let names = (environment.setting("suggestions.sections") ?? "职业能力建设科,市职业技能鉴定服务中心")
            .split(whereSeparator: { ",，、".contains($0) }).map(String.init)
        let sections = names.enumerated().map { index, name in
            AuthorityVersion.Office(
                name: name,
                telephone: index == 0 ? environment.setting("suggestions.telephone") : nil,
                address: index == 0 ? environment.setting("suggestions.address") : nil,
                email: index == 0 ? environment.setting("suggestions.email") : nil
            )
        }
        block = ContactBlock(
            name: environment.setting("suggestions.authority") ?? "滨州市人力资源和社会保障局",
            sections: sections
        )
    }

    /// What was heard of the bureau and of the centre, and the settings where nothing was: their first section is the bureau's.
    init(bureau: AuthorityVersion?, centre: AuthorityVersion?, over settings: SuggestionContact) {
        let sections = settings.block.sections
        block = ContactBlock(
            name: bureau?.name ?? settings.block.name,
            sections: (bureau?.offices ?? Array(sections.prefix(1)))
                + (centre?.offices ?? Array(sections.dropFirst()))
        )
    }
}
