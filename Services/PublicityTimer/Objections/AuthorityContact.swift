import ServiceKit

/// The filing authority as papers name it; configuration of the city.
struct AuthorityContact: Hashable {
    /// The office that keeps the filing, 备案机构.
    let name: String
    /// Who watches over that office.
    let superior: String
    let telephone: String?
    let address: String?

    /// Reads the settings `AUTHORITY_NAME`, `…_SUPERIOR`, `…_TELEPHONE` and `…_ADDRESS`.
    init(_ environment: ServiceEnvironment) {
        name = environment.setting("authority.name") ?? "滨州市职业技能鉴定服务中心"
        superior = environment.setting("authority.superior") ?? "滨州市人力资源和社会保障局"
        telephone = environment.setting("authority.telephone")
        address = environment.setting("authority.address")
    }
}
