/// How much of a file is read before it is refused; memory stays far below what the file unpacks to.
package struct ReadingLimits: Hashable, Sendable {
    /// The longest file, in bytes.
    package var fileBytes = 50 << 20
    /// The most bytes all parts that are read may unpack to.
    package var unpackedBytes = 600 << 20
    /// The most bytes of text a workbook shares between its cells; these are held while rows are read.
    package var sharedTextBytes = 64 << 20
    /// The most times larger than it is a part may get; deflate itself ends at 1032.
    package var ratio = 300
    /// The most rows with anything in them.
    package var rows = 100_000
    /// The most columns.
    package var columns = 512
    /// The most bytes of one cell's text: Excel's 32,767 characters.
    package var cellBytes = 4 * 32_767

    /// The limits a person's file never meets.
    package init() {}

    /// The same with another number of rows.
    package func with(rows: Int) -> ReadingLimits {
        var limits = self
        limits.rows = rows
        return limits
    }
}
