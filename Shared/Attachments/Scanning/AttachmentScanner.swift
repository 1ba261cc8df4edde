/// What an outside scanner says of a file.
package enum ScanVerdict: Hashable, Sendable {
    /// Nothing was found.
    case clean
    /// What was found, in the scanner's words.
    case infected(String)
}

/// Somebody else who looks at a file before anybody can see it, like a virus scanner.
///
/// What every file must be (its kind, no programs, no macros, no bombs) is looked at before and needs no scanner. A file
/// waits while its scanner does not answer.
package protocol AttachmentScanner: Sendable {
    /// Looks at a file.
    ///
    /// - Parameters:
    ///   - size: Its length.
    ///   - read: Its bytes; asked for from front to back, in pieces.
    /// - Returns: What was found.
    /// - Throws: Where there is no verdict, so that the file must wait.
    func scan(size: Int, read: (Range<Int>) throws -> [UInt8]) throws -> ScanVerdict
}
