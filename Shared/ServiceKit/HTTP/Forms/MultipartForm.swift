/// A form with files, `multipart/form-data` (RFC 7578).
///
/// Read strictly: lines end in CRLF, the closing delimiter must be there, and every part has a name. What stands before the
/// first delimiter and after the last is passed over, as RFC 2046 says.
package struct MultipartForm: Hashable, Sendable {
    /// One part.
    package struct Part: Hashable, Sendable {
        /// The name of the field.
        package let name: String
        /// The name of the file as the sender gave it, never to be trusted as a path; nil where it is no file.
        package let fileName: String?
        /// What the sender says the bytes are; nil where it says nothing.
        package let contentType: String?
        /// The bytes as they came.
        package let bytes: [UInt8]

        /// The bytes as a text.
        ///
        /// - Throws: ``FormRefusal/notText``.
        package func text() throws(FormRefusal) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
            return text
        }
    }

    /// How much of a form is read.
    package struct Limits: Hashable, Sendable {
        /// The most parts.
        package var parts = 200
        /// The most bytes of one part's headers.
        package var headerBytes = 8 << 10
        /// The most bytes of one part; what a route takes at all limits the whole.
        package var partBytes = Int.max

        package init(parts: Int = 200, headerBytes: Int = 8 << 10, partBytes: Int = .max) {
            self.parts = parts
            self.headerBytes = headerBytes
            self.partBytes = partBytes
        }
    }

    /// The parts in the order they came.
    package let parts: [Part]

    /// Reads a form.
    ///
    /// - Parameters:
    ///   - bytes: The body.
    ///   - contentType: The body's media type, which names the boundary.
    ///   - limits: How much is read.
    /// - Throws: ``FormRefusal``.
    package init(_ bytes: [UInt8], contentType: String, limits: Limits = Limits()) throws(FormRefusal) {
        guard let type = HeaderParameters(contentType), type.value == "multipart/form-data",
            let boundary = type.parameters["boundary"], (1...70).contains(boundary.utf8.count)
        else { throw .notAForm }
        var reader = MultipartReader(bytes, boundary: boundary)
        var parts: [Part] = []
        guard reader.skipPreamble() else { throw .malformed }
        while try reader.hasNextPart() {
            guard parts.count < limits.parts else { throw .tooMany(most: limits.parts) }
            let headers = try reader.headers(most: limits.headerBytes)
            let content = try reader.content()
            let part = try Self.part(headers, content)
            guard part.bytes.count <= limits.partBytes else { throw .tooLarge(part: part.name) }
            parts.append(part)
        }
        self.parts = parts
    }

    private static func part(_ headers: [String: String], _ content: ArraySlice<UInt8>) throws(FormRefusal) -> Part {
        guard let disposition = headers["content-disposition"].flatMap(HeaderParameters.init),
            disposition.value == "form-data", let name = disposition.parameters["name"]
        else { throw .malformed }
        let encoded = disposition.parameters["filename*"].flatMap(extended)
        return Part(
            name: unescaped(name),
            fileName: encoded ?? disposition.parameters["filename"].map(unescaped),
            contentType: headers["content-type"],
            bytes: Array(content)
        )
    }

    /// Browsers write `"`, CR and LF in names as `%22`, `%0D`, `%0A`, and nothing else so.
    private static func unescaped(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// `UTF-8''%E8%AF%81.pdf` (RFC 8187); nil where it is in another encoding or none.
    private static func extended(_ text: String) -> String? {
        let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3, pieces[0].lowercased() == "utf-8" else { return nil }
        return String(validating: PercentCoding.decode(Array(pieces[2].utf8)), as: UTF8.self)
    }
}
