import Kernel
import ServiceKit

/// What refusals of dated documents say; a service that keeps them takes these in with `MessageCatalogue.including`.
///
/// The codes begin with the name of the service, as its clients have known them from the first.
package func configurationMessages<Kind: DatedDocumentKind>(of _: Kind.Type) -> MessageCatalogue {
    [
        .init(
            "\(Kind.service).configuration-too-large",
            413,
            zh: "文件超过 {most} KB,不予接收。",
            en: "The document is larger than {most} KB."
        ),
        .init(
            "\(Kind.service).configuration-in-past",
            422,
            zh: "施行日期不能早于今天({today}):已按旧规定办理的事项不受影响。",
            en: "It cannot be followed from a day before today ({today}): what was done stays as it was done."
        ),
        .init(
            "\(Kind.service).configuration-days",
            422,
            zh: "工作日数应在 1 至 250 之间。",
            en: "The number of working days has to be between 1 and 250."
        ),
    ]
}
