import Foundation
import Kernel

/// What the talent database records of a person beside the identity document (人才数据库上传项): personal, and told sealed alone.
///
/// Everything can be missing: applications of before did not ask for all of it.
package struct PersonRecord: Codable, Hashable, Sendable {
    /// 手机.
    package var telephone: String?
    /// 文化程度.
    package var education: String?
    /// 岗位.
    package var position: String?
    /// 原证书.
    package var prior: Prior?
    /// The first day in the post of 高级技师.
    package var seniorSince: LocalDate?
    /// Whole years in that post on the last day of publicity, interruptions taken off.
    package var seniorYears: Int?
    /// The awards the application rests on, with their documents.
    package var honours: String?
    /// What the evaluation came to by each method, in the plan's order; nil where nothing was scored.
    package var scores: [Score]?

    /// The certificate the person held before.
    package struct Prior: Codable, Hashable, Sendable {
        package var number: String?
        /// In the applicant's words.
        package var level: String?
        package var issuedOn: LocalDate?
        package var issuer: String?

        /// A certificate held.
        package init(number: String?, level: String?, issuedOn: LocalDate?, issuer: String?) {
            self.number = number
            self.level = level
            self.issuedOn = issuedOn
            self.issuer = issuer
        }
    }

    /// A score by one method.
    package struct Score: Codable, Hashable, Sendable {
        /// 业绩评审, 现场答辩, 综合评审 …; as the plan calls it.
        package let method: String
        /// In hundredths of a point of 100.
        package let hundredths: Int

        /// A score in hundredths of a point.
        package init(method: String, hundredths: Int) {
            self.method = method
            self.hundredths = hundredths
        }
    }

    /// A record; what is not known is nil.
    package init(
        telephone: String? = nil,
        education: String? = nil,
        position: String? = nil,
        prior: Prior? = nil,
        seniorSince: LocalDate? = nil,
        seniorYears: Int? = nil,
        honours: String? = nil,
        scores: [Score]? = nil
    ) {
        self.telephone = telephone
        self.education = education
        self.position = position
        self.prior = prior
        self.seniorSince = seniorSince
        self.seniorYears = seniorYears
        self.honours = honours
        self.scores = scores
    }
}
