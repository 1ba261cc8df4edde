/// The value as one of a type, nil where it is of another.
///
/// The types are compared first: most values are of another, and a cast that fails is looked up at length.
@inline(__always)
func same<Value, Known>(_ value: Value, as known: Known.Type) -> Known? {
    Value.self == Known.self ? value as? Known : nil
}
