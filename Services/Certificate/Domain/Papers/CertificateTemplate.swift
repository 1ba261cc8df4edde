import Kernel

/// What a certificate says beside its holder's data, and how it is shown (证书样式).
///
/// The certificate is the enterprise's: neither the national emblem, nor an authority's seal, name or logo has a place on it
/// (人社鉴发〔2021〕1号), and no field of this can bring one there.
package struct CertificateTemplate: DatedDocument {
    package static let kind = ConfigurationKind.template

    /// A text in Chinese, and in English where the certificate is printed in both.
    package struct Words: Codable, Hashable, Sendable {
        package let zh: String
        package let en: String
    }

    /// Where something can be looked up, as printed at the foot.
    package struct Query: Codable, Hashable, Sendable {
        /// 证书信息查询网址.
        package let label: String
        package let address: String
    }

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// What stands at its head, 特级技师证书.
    package let title: Words
    /// How the level is printed, 特级技师; it has no numbered level.
    package let levelLine: Words
    /// The text of the certificate (证书正文); `{issuer}` stands for the enterprise.
    package let body: Words
    /// Whether the English stands beside the Chinese.
    package let isBilingual: Bool
    /// The addresses at the foot.
    package let queries: [Query]
    /// What the form's own code leads to; none is printed where it is nil.
    package let officialCode: String?
    /// Whether the signed statement is printed as a code, apart from the official one.
    package let printsStatement: Bool

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, words, most) in [("title", title, 20), ("levelLine", levelLine, 20), ("body", body, 200)] {
            if words.zh.allSatisfy(\.isWhitespace) || words.zh.count > most {
                problems.append(
                    FieldProblem(
                        field: "\(field).zh",
                        code: "certificate.template-words",
                        arguments: ["most": String(most)]
                    )
                )
            }
            if isBilingual, words.en.allSatisfy(\.isWhitespace) || words.en.count > 3 * most {
                problems.append(
                    FieldProblem(
                        field: "\(field).en",
                        code: "certificate.template-words",
                        arguments: ["most": String(3 * most)]
                    )
                )
            }
        }
        if !body.zh.contains("{issuer}") {
            problems.append(FieldProblem(field: "body.zh", code: "certificate.template-issuer"))
        }
        if queries.count > 3 { problems.append(FieldProblem(field: "queries", code: "certificate.template-queries")) }
        let addresses = queries.map(\.address) + (officialCode.map { [$0] } ?? [])
        // A longer one would be a code nobody can read from paper.
        if !addresses.allSatisfy({ ($0.hasPrefix("http://") || $0.hasPrefix("https://")) && $0.utf8.count <= 200 }) {
            problems.append(FieldProblem(field: "queries", code: "certificate.template-address"))
        }
        // Words that make a certificate look as if an authority had issued it.
        for (field, words) in [("title", title.zh), ("body", body.zh), ("levelLine", levelLine.zh)] {
            if let word = ["中华人民共和国", "国家", "全国", "职业资格"].first(where: words.contains) {
                problems.append(
                    FieldProblem(field: "\(field).zh", code: "certificate.template-official", arguments: ["word": word])
                )
            }
        }
        return problems
    }
}
