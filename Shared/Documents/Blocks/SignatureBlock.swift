/// Who issues the paper and when, at the right below the text, with the place for the stamp.
package struct SignatureBlock: Hashable, Sendable {
    /// The issuer's name; several when several issue it together.
    package var names: [String]
    package var date: String
    /// The words in the circle where the stamp goes; empty draws none.
    package var stamp: String

    /// Makes a signature.
    package init(_ names: [String], date: String, stamp: String = "签章处") {
        self.names = names
        self.date = date
        self.stamp = stamp
    }

    /// Makes the signature of one issuer.
    package init(_ name: String, date: String, stamp: String = "签章处") {
        self.init([name], date: date, stamp: stamp)
    }
}
