import CPangoCairo
import Synchronization

/// Which font families this machine has.
enum InstalledFonts {
    /// A family does not go away while the process runs; one that was missing is asked for again.
    private static let known = Mutex<[String: Set<String>]>([:])

    static func has(_ family: String) -> Bool { !names(of: family).isEmpty }

    /// All names of the files that have this name: 花園明朝A is HanaMinA; none when it is not installed.
    static func names(of family: String) -> Set<String> {
        if let names = known.withLock({ $0[family] }) { return names }
        let names = ask(family)
        if !names.isEmpty { known.withLock { $0[family] = names } }
        return names
    }

    private static func ask(_ family: String) -> Set<String> {
        let pattern = unsafe FcPatternCreate()
        defer { unsafe FcPatternDestroy(pattern) }
        let objects = unsafe FcObjectSetCreate()
        defer { unsafe FcObjectSetDestroy(objects) }
        _ = unsafe FcPatternAddString(pattern, FC_FAMILY, family)
        _ = unsafe FcObjectSetAdd(objects, FC_FAMILY)
        guard let found = unsafe FcFontList(nil, pattern, objects) else { return [] }
        defer { unsafe FcFontSetDestroy(found) }
        var names: Set<String> = []
        for index in 0..<Int(unsafe found.pointee.nfont) {
            var name: UnsafeMutablePointer<FcChar8>?
            var place: Int32 = 0
            while unsafe FcPatternGetString(found.pointee.fonts?[index], FC_FAMILY, place, &name) == FcResultMatch {
                if let name = unsafe name { unsafe names.insert(String(cString: name)) }
                place += 1
            }
        }
        return names
    }
}
