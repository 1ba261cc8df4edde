/// The types of PostgreSQL this module knows by number (`pg_type.oid`; built-in numbers never change).
enum PostgresType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let name: UInt32 = 19
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let json: UInt32 = 114
    static let float4: UInt32 = 700
    static let float8: UInt32 = 701
    static let bpchar: UInt32 = 1042
    static let varchar: UInt32 = 1043
    static let timestamptz: UInt32 = 1184
    static let numeric: UInt32 = 1700
    static let uuid: UInt32 = 2950
    static let jsonb: UInt32 = 3802

    /// Array type → type of its elements.
    private static let elements: [UInt32: UInt32] = [
        1000: bool, 1001: bytea, 1003: name, 1016: int8, 1005: int2, 1007: int4, 1009: text, 199: json, 1022: float8,
        1015: varchar, 1014: bpchar, 1185: timestamptz, 2951: uuid, 3807: jsonb, 1231: numeric, 1021: float4,
    ]

    private static let arrays = Dictionary(uniqueKeysWithValues: elements.map { ($0.value, $0.key) })

    /// What the decoders read in binary form; a result with any other column comes as text.
    private static let binary: Set<UInt32> = [
        bool, bytea, name, int8, int2, int4, text, json, float8, bpchar, varchar, timestamptz, uuid, jsonb,
    ]

    private static let names: [UInt32: String] = [
        bool: "boolean", bytea: "bytea", name: "name", int8: "bigint", int2: "smallint", int4: "integer", text: "text",
        json: "json", float4: "real", float8: "double precision", bpchar: "character", varchar: "character varying",
        timestamptz: "timestamptz", numeric: "numeric", uuid: "uuid", jsonb: "jsonb", 1082: "date", 1114: "timestamp",
        1186: "interval",
    ]

    static func element(of array: UInt32) -> UInt32? { elements[array] }
    static func array(of element: UInt32) -> UInt32? { arrays[element] }
    static func isText(_ type: UInt32) -> Bool { [text, varchar, bpchar, name, json, jsonb].contains(type) }

    /// Whether a result column of this type can be asked for in binary form.
    static func isReadableInBinary(_ type: UInt32) -> Bool {
        binary.contains(type) || elements[type].map { binary.contains($0) } == true
    }

    /// What to call the type in an error.
    static func describe(_ type: UInt32) -> String {
        if let name = names[type] { return name }
        if let element = elements[type] { return describe(element) + "[]" }
        return "type \(type)"
    }
}
