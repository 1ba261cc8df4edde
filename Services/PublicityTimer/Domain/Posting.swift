import Foundation
import Kernel

/// What a notice shows besides its names.
package struct Posting: Hashable, Codable, Sendable {
    package let list: UUID
    package let round: UUID
    /// The enterprise inside which it is shown.
    package let publisher: EnterpriseRef
    package let enterpriseName: String
    package let title: String
    /// SHA-256 of the list's canonical bytes, in hex: what is determined later must be this list.
    package internal(set) var listDigest: String
    package let handlingOffice: HandlingOffice
    /// The instant it went on show.
    package let publishedAt: Date
    package internal(set) var period: PublicityPeriod
    /// Why there are more names than posts (岗位职数), a sentence for each occupation; nil where there are not.
    package let postsExceeded: [String]?

    /// A posting of a list for a period.
    package init(
        list: UUID,
        round: UUID,
        publisher: EnterpriseRef,
        enterpriseName: String,
        title: String,
        listDigest: String,
        handlingOffice: HandlingOffice,
        publishedAt: Date,
        period: PublicityPeriod,
        postsExceeded: [String]? = nil
    ) {
        self.list = list
        self.round = round
        self.publisher = publisher
        self.enterpriseName = enterpriseName
        self.title = title
        self.listDigest = listDigest
        self.handlingOffice = handlingOffice
        self.publishedAt = publishedAt
        self.period = period
        self.postsExceeded = postsExceeded
    }
}
