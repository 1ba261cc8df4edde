extension AttachmentStore {
    /// Looks at a small file as ``add(_:name:purpose:of:uploadedBy:because:in:)`` would, and keeps nothing.
    ///
    /// For a form that is told everything that is wrong before anything is written.
    ///
    /// - Throws: ``AttachmentRefusal``, also for a name that is none.
    package func check(_ bytes: [UInt8], name: String, purpose: String) throws {
        guard let purpose = purposes[purpose], let name = FileName(name), !bytes.isEmpty else {
            throw AttachmentRefusal.noFile
        }
        guard bytes.count <= purpose.mostBytes else { throw AttachmentRefusal.tooLarge(most: purpose.mostBytes) }
        if let ending = name.ending, ScriptSigns.endings.contains(ending) { throw AttachmentRefusal.executable }
        let inspection = try Inspection(size: bytes.count, name: name, allowed: purpose.kinds) { Array(bytes[$0]) }
        if case .refused(let refusal) = inspection.outcome { throw refusal }
    }
}
