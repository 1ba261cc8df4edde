import Foundation
import Kernel
import ServiceKit

/// A list as it is handed in: a form with a file, or the file alone with its name in the query.
package struct ImportUpload: Sendable {
    package let bytes: [UInt8]
    package let name: String
    /// Whether nothing is to be entered, only told what would be (预检).
    package let isRehearsal: Bool

    /// Reads a call.
    ///
    /// - Throws: `FormRefusal`, `InvalidInput` where there is no file.
    package init(_ call: Call) throws {
        let type = call.contentType?.prefix { $0 != ";" }.lowercased() ?? ""
        var rehearsal = call.query("dryRun")
        if type == "multipart/form-data" {
            let form = try call.form()
            guard let file = form.files.first else { throw InvalidInput(field: "file", code: "common.missing-member") }
            (bytes, name) = (file.bytes, file.fileName ?? "")
            rehearsal = rehearsal ?? form["dryRun"]
        } else {
            (bytes, name) = (call.bytes, call.query("name") ?? "")
        }
        guard !bytes.isEmpty else { throw InvalidInput(field: "file", code: "common.missing-member") }
        isRehearsal = ["true", "1", "on"].contains(rehearsal ?? "")
    }
}

extension String {
    /// The name of a file without its ending; nil where it has none.
    package var nameWithoutEnding: String? {
        guard let dot = lastIndex(of: "."), dot != startIndex else { return isEmpty ? nil : self }
        return String(self[..<dot])
    }
}
