/// What is wrong with an identifier, told so that who typed it can mend it; positions count from 1.
package enum IdentifierError: Rejection, Hashable {
    /// There is nothing.
    case empty
    /// It has the wrong number of characters.
    case length(expected: Int, found: Int)
    /// It is a citizen id of the first generation, with 15 digits.
    case firstGeneration
    /// A character cannot stand at its place.
    case character(at: Int)
    /// The check character does not fit the others.
    case checkCharacter(expected: Character)
    /// The date of birth does not exist.
    case date
    /// Excel turned it into a number and lost its last digits.
    case roundedByExcel
    /// The level character is in no table.
    case level(Character)
    /// The year is outside 2000 to 2099.
    case year(Int)
    /// The running number is outside 1 to 999999.
    case sequence(Int)

    package var code: String {
        switch self {
        case .empty: "identifier.empty"
        case .length: "identifier.length"
        case .firstGeneration: "identifier.first-generation"
        case .character: "identifier.character"
        case .checkCharacter: "identifier.check-character"
        case .date: "identifier.date"
        case .roundedByExcel: "identifier.rounded-by-excel"
        case .level: "identifier.level"
        case .year: "identifier.year"
        case .sequence: "identifier.sequence"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .empty, .firstGeneration, .date, .roundedByExcel: [:]
        case .length(let expected, let found): ["expected": String(expected), "found": String(found)]
        case .character(let position): ["position": String(position)]
        case .checkCharacter(let expected): ["expected": String(expected)]
        case .level(let character): ["level": String(character)]
        case .year(let year): ["year": String(year)]
        case .sequence(let sequence): ["sequence": String(sequence)]
        }
    }

    /// One sentence that says what to do.
    package var chinese: String {
        switch self {
        case .empty: "号码为空,请填写。"
        case .length(let expected, let found): "应为\(expected)位,实为\(found)位,请对照证件检查是否漏填或多填。"
        case .firstGeneration: "这是15位的旧身份证号码,请填写现行的18位公民身份号码。"
        case .character(let position): "第\(position)位的字符不合规定,请对照证件逐位核对。"
        case .checkCharacter(let expected): "校验码不符(按其余各位应为\(expected)),某一位录入有误,请对照证件逐位核对,不要只改末位。"
        case .date: "号码中的出生日期不存在,请核对第7至14位。"
        case .roundedByExcel:
            "号码被Excel当作数字舍入,末几位已丢失,无法还原;请先把该列的单元格格式设为“文本”,再重新录入完整号码。"
        case .level(let character): "第16位的等级代码“\(character)”不在等级代码表中(特级技师为T),请核对。"
        case .year(let year): "年份\(year)不在2000至2099年之间。"
        case .sequence(let sequence): "证书序列号\(sequence)不在000001至999999之间。"
        }
    }
}
