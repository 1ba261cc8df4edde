/// The kinds of documents that a service follows as they were laid down, instead of a program.
package protocol DatedDocumentKind: RawRepresentable, Codable, Hashable, Sendable where RawValue == String {
    /// The service, as the codes of its refusals begin.
    static var service: String { get }

    /// The kind in words.
    var chinese: String { get }

    /// What a document of this kind is read as.
    var document: any DatedDocument<Self>.Type { get }
}
