extension PaperDocument {
    /// The document as PDF, whole in memory; for one paper of a few pages.
    ///
    /// Blocks its thread while it sets and draws, about 10 to 100 ms for a paper: call it on a `BlockingExecutor`
    /// (Shared/Executors), never on a thread of the cooperative pool. It may run on several threads at once; each thread
    /// keeps its own fonts in memory, so that few threads which print much are best.
    package func pdf() throws(DocumentError) -> [UInt8] {
        var whole: [UInt8] = []
        do {
            try write { whole += $0 }
        } catch let error as DocumentError {
            throw error
        } catch {
            throw .library("\(error)")
        }
        return whole
    }

    /// Prints the document and hands out the bytes as they come, at least 64 KiB at a time but for the last.
    ///
    /// Memory stays the same however many pages there are. A document of more than a few pages whose foot says
    /// `共 m 页` is set twice: to count, then to print. Blocks like `pdf()`.
    ///
    /// - Parameter sink: Takes the next bytes of the file; what it throws ends the printing and is thrown here.
    /// - Throws: `DocumentError`, or what `sink` throws. Bytes handed out before are then no PDF.
    package func write(to sink: ([UInt8]) throws -> Void) throws {
        try DocumentBatch(information: information, count: 1) { _ in self }.write(to: sink)
    }
}
