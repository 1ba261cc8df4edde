import Contracts
import Cryptography
import Foundation

/// The page that checks certificates in a browser, from a server or from a file: HTML and script of its own, and the lists of its day.
package struct VerificationPage: Sendable {
    /// A list, or an empty object where there is none.
    private let trust: String
    private let status: String
    private let anchors: [String]?

    /// A page with these lists inside.
    ///
    /// - Parameters:
    ///   - trust: The signed trust list in JSON; nil where there is none.
    ///   - status: The signed status list in JSON; nil where there is none.
    ///   - anchors: Fingerprints of the bureau's keys; nil believes the trust list's own.
    package init(trust: String?, status: String?, anchors: [String]?) {
        self.trust = trust ?? "{}"
        self.status = status ?? "{}"
        self.anchors = anchors
    }

    /// The script: what checks, and what the page does with it.
    package static let script = String(decoding: PackageResources.check_js + PackageResources.page_js, as: UTF8.self)

    /// What checks alone, for other pages.
    package static let check = String(decoding: PackageResources.check_js, as: UTF8.self)

    /// The script as a content security policy names it.
    package static let scriptSource =
        "'sha256-\(Data(Digest.sha256(Array(script.utf8))).base64EncodedString())'"

    private static let template = String(decoding: PackageResources.verify_html, as: UTF8.self)

    /// The page; `answer` is what is said before all else, in HTML.
    package func html(answer: String = "") -> String {
        let keys = anchors.map { "[\($0.map { "\"\($0)\"" }.joined(separator: ","))]" } ?? "null"
        // In a script element `<` would end it; JSON can write it otherwise.
        let data = "{\"trust\":\(trust),\"status\":\(status),\"anchors\":\(keys)}".replacing("<", with: "\\u003c")
        return Self.template.replacing("<!--answer-->", with: answer)
            .replacing("/*data*/", with: data)
            .replacing("/*script*/", with: Self.script)
    }
}
