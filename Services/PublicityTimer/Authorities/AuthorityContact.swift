import Contracts
import ServiceKit

/// The filing authority as papers name it.
struct AuthorityContact: Codable, Hashable {
    /// The office that keeps the filing, 备案机构.
    let name: String
    /// Who watches over that office.
    let superior: String
    let telephone: String?
    let address: String?

    /// Reads the settings `AUTHORITY_NAME`, `…_SUPERIOR`, `…_TELEPHONE` and `…_ADDRESS`, which hold until the filing service
    /// has told of the authority.
    init(_ environment: ServiceEnvironment) {
        name = environment.setting("authority.name") ?? "滨州市职业技能鉴定服务中心"
        superior = environment.setting("authority.superior") ?? "滨州市人力资源和社会保障局"
        telephone = environment.setting("authority.telephone")
        address = environment.setting("authority.address")
    }

    /// What was heard of the centre and of the bureau, and the settings where nothing was.
    init(centre: AuthorityVersion?, bureau: AuthorityVersion?, over settings: AuthorityContact) {
        name = centre?.name ?? settings.name
        superior = bureau?.name ?? settings.superior
        telephone = centre.map { $0.offices.lazy.compactMap(\.telephone).first } ?? settings.telephone
        address = centre.map { $0.offices.lazy.compactMap(\.address).first } ?? settings.address
    }
}
