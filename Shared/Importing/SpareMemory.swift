import CMalloc

/// Memory that was used for a file and is free again.
enum SpareMemory {
    /// Gives it back to the system.
    ///
    /// A large file takes many times its size while it is read, sealed and stored, in many small pieces; the allocator would
    /// keep the pages for the next one, and a service that took one large file would look large for good.
    static func giveBack() { _ = malloc_trim(0) }
}
