import Testing

@testable import Messaging

@Suite("The members of an object, found without reading their values")
struct MemberReaderTests {
    static let objects: [(String, [String])] = [
        ("{}", []), (#"{"a":1}"#, ["a"]), (#"{"a":{"b":[1,{"c":"}"}]},"d":"x,\"y\\"}"#, ["a", "d"]),
        (#"{"名":"赵一","b":null,"c":[],"d":true,"e":-1.5e3}"#, ["名", "b", "c", "d", "e"]), (#"{"a":"\\"}"#, ["a"]),
    ]

    @Test("are all found, in order", arguments: objects)
    func finds(object: String, names: [String]) {
        #expect(MemberReader(Array(object.utf8))?.members.map(\.name) == names)
        #expect(MemberReader.keep(names, of: Array(object.utf8)) == Array(object.utf8))
    }

    @Test(
        "are not guessed where the bytes are something else",
        arguments: [
            "", "{", "[]", "1", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a":1}}"#, #"{"a":"x}"#,
            #"{"a":[1}"#,
            #"{"\u0061":1}"#, #"{ "a":1}"#, #"{"a":1]"#, #"{"a":"\"}"#,
        ]
    )
    func refuses(text: String) {
        #expect(MemberReader(Array(text.utf8)) == nil)
    }

    @Test("can be kept in part, byte for byte")
    func keeps() {
        let object = Array(#"{"a":{"x":1.50},"b":"赵\"一","c":[1,2]}"#.utf8)
        #expect(MemberReader.keep(["c", "a"], of: object) == Array(#"{"a":{"x":1.50},"c":[1,2]}"#.utf8))
        #expect(MemberReader.keep([], of: object) == Array("{}".utf8))
    }
}
