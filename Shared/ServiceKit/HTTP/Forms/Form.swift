/// What a page's form sent, with or without files.
package struct Form: Hashable, Sendable {
    /// The fields that are no files, in the order they came.
    package let fields: [FormBody.Field]
    /// The files that were chosen, in the order they came; a file field left empty is none.
    package let files: [MultipartForm.Part]

    /// Reads a form by its media type.
    ///
    /// - Throws: ``FormRefusal``, ``FormRefusal/notAForm`` where the media type is another.
    package init(_ bytes: [UInt8], contentType: String?, limits: MultipartForm.Limits) throws(FormRefusal) {
        switch contentType.flatMap(HeaderParameters.init)?.value {
        case "application/x-www-form-urlencoded":
            fields = try FormBody(bytes, most: limits.parts).fields
            files = []
        case "multipart/form-data":
            let parts = try MultipartForm(bytes, contentType: contentType ?? "", limits: limits).parts
            var fields: [FormBody.Field] = []
            for part in parts where part.fileName == nil {
                fields.append(FormBody.Field(name: part.name, value: try part.text()))
            }
            self.fields = fields
            files = parts.filter { $0.fileName != nil && !($0.fileName == "" && $0.bytes.isEmpty) }
        default:
            throw .notAForm
        }
    }

    /// The first value of a field, without zero bytes; nil where there is none or it is empty.
    package subscript(name: String) -> String? { values(name).first { !$0.isEmpty } }

    /// All values of a field, in the order they came.
    package func values(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map { $0.value.replacing("\0", with: "") }
    }

    /// The first file of a field, or nil where none was chosen.
    package func file(_ name: String) -> MultipartForm.Part? { files(name).first }

    /// All files of a field, in the order they came.
    package func files(_ name: String) -> [MultipartForm.Part] { files.filter { $0.name == name } }
}

extension Call {
    /// The body as a form, with or without files.
    ///
    /// - Throws: ``FormRefusal``, answered 400.
    package func form(limits: MultipartForm.Limits = MultipartForm.Limits()) throws(FormRefusal) -> Form {
        try Form(bytes, contentType: contentType, limits: limits)
    }
}
