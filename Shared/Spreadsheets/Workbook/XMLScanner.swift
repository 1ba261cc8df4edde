import CLibXML2

/// What hears the elements of a part.
protocol XMLTarget: AnyObject {
    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) throws(SpreadsheetError)
    func end(_ tag: XMLTag) throws(SpreadsheetError)
    /// Text between two tags, possibly in pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError)
}

/// Reads XML as it comes, by libxml2's push parser, holding no more than the element at hand.
///
/// A document type is refused before anything it declares is used, nothing outside the part is ever loaded, and depth
/// and length of names and values are libxml2's usual, small ones.
@safe final class XMLScanner {
    private let context: xmlParserCtxtPtr
    private let hearer: Hearer
    private let name: String

    /// Where the parser's calls arrive.
    private final class Hearer {
        let target: any XMLTarget
        var failure: SpreadsheetError?
        var stop: () -> Void = {}

        init(_ target: any XMLTarget) { self.target = target }

        func run(_ body: () throws(SpreadsheetError) -> Void) {
            guard failure == nil else { return }
            do { try body() } catch {
                failure = error
                stop()
            }
        }
    }

    init(_ target: any XMLTarget, part name: String) throws(SpreadsheetError) {
        _ = Self.isReady
        hearer = Hearer(target)
        self.name = name
        var calls = unsafe Self.calls()
        let user = unsafe Unmanaged.passUnretained(hearer).toOpaque()
        guard let made = unsafe xmlCreatePushParserCtxt(&calls, user, nil, 0, nil) else {
            throw .damaged("no parser")
        }
        unsafe context = unsafe made
        unsafe xmlCtxtUseOptions(made, Int32(XML_PARSE_NONET.rawValue))
        hearer.stop = { unsafe xmlStopParser(made) }
    }

    deinit {
        if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(context)
        withExtendedLifetime(hearer) {}
    }

    /// Takes the next bytes.
    func take(_ bytes: ArraySlice<UInt8>) throws(SpreadsheetError) {
        let outcome = unsafe bytes.withUnsafeBytes { piece in
            unsafe xmlParseChunk(context, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), 0)
        }
        try check(outcome)
    }

    /// Ends the part.
    func finish() throws(SpreadsheetError) { try check(unsafe xmlParseChunk(context, nil, 0, 1)) }

    private func check(_ outcome: Int32) throws(SpreadsheetError) {
        if let failure = hearer.failure { throw failure }
        guard outcome == 0 else { throw .damaged("\(name): XML error \(outcome)") }
    }

    /// libxml2 wants to be made ready before several threads use it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    private static func hearer(_ user: UnsafeMutableRawPointer?) -> Hearer? {
        guard let user = unsafe user else { return nil }
        return unsafe Unmanaged<Hearer>.fromOpaque(user).takeUnretainedValue()
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }

    private static func calls() -> xmlSAXHandler {
        var calls = unsafe xmlSAXHandler()
        unsafe calls.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe calls.startElementNs = { user, name, _, _, _, _, count, _, attributes in
            guard let hearer = unsafe XMLScanner.hearer(user) else { return }
            let tag = unsafe XMLTag(XMLScanner.bytes(name))
            let attributes = unsafe XMLAttributes(attributes, count: Int(count))
            hearer.run { () throws(SpreadsheetError) in try hearer.target.begin(tag, attributes) }
        }
        unsafe calls.endElementNs = { user, name, _, _ in
            guard let hearer = unsafe XMLScanner.hearer(user) else { return }
            let tag = unsafe XMLTag(XMLScanner.bytes(name))
            hearer.run { () throws(SpreadsheetError) in try hearer.target.end(tag) }
        }
        let text: charactersSAXFunc = { user, bytes, count in
            guard let hearer = unsafe XMLScanner.hearer(user) else { return }
            let bytes = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
            hearer.run { () throws(SpreadsheetError) in unsafe try hearer.target.text(bytes) }
        }
        unsafe calls.characters = text
        unsafe calls.ignorableWhitespace = text
        unsafe calls.cdataBlock = text
        unsafe calls.internalSubset = { user, _, _, _ in
            guard let hearer = unsafe XMLScanner.hearer(user) else { return }
            hearer.run { () throws(SpreadsheetError) in throw .entities }
        }
        // Without one, libxml2 prints what is wrong.
        unsafe calls.serror = { _, _ in }
        return unsafe calls
    }
}
