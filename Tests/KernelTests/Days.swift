import Kernel
import Testing

/// The day of a literal in a test.
func day(_ text: String) throws -> LocalDate { try #require(LocalDate(text), "\(text) is no day") }
