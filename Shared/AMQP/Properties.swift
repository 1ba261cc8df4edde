import CRabbitMQ
import Foundation

extension String {
    /// Copies text out of the C library's memory; broken UTF-8 is repaired.
    init(copying bytes: amqp_bytes_t) {
        let buffer = unsafe UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.len)
        self = unsafe String(decoding: buffer, as: UTF8.self)
    }
}

extension Message {
    /// Copies the properties out of the C library's memory.
    ///
    /// - Parameters:
    ///   - properties: The library's properties.
    ///   - memory: What the last message said.
    /// - Returns: The number our own publish had given the message, if there is one.
    mutating func take(
        _ properties: UnsafePointer<amqp_basic_properties_t>,
        _ memory: inout TextMemory
    ) -> UInt64? {
        let flags = unsafe properties.pointee._flags
        func has(_ flag: Int32) -> Bool { flags & UInt32(flag) != 0 }
        if has(AMQP_BASIC_MESSAGE_ID_FLAG) { messageID = unsafe memory.take(properties.pointee.message_id) }
        if has(AMQP_BASIC_TYPE_FLAG) { type = unsafe memory.take(properties.pointee.type) }
        if has(AMQP_BASIC_APP_ID_FLAG) { appID = unsafe memory.take(properties.pointee.app_id) }
        if has(AMQP_BASIC_USER_ID_FLAG) { userID = unsafe memory.take(properties.pointee.user_id) }
        if has(AMQP_BASIC_CONTENT_TYPE_FLAG) {
            contentType = unsafe memory.take(properties.pointee.content_type)
        }
        if has(AMQP_BASIC_CORRELATION_ID_FLAG) {
            correlationID = unsafe memory.take(properties.pointee.correlation_id)
        }
        if has(AMQP_BASIC_TIMESTAMP_FLAG) {
            timestamp = unsafe Date(timeIntervalSince1970: Double(properties.pointee.timestamp))
        }
        return has(AMQP_BASIC_HEADERS_FLAG) ? unsafe take(properties.pointee.headers) : nil
    }

    private mutating func take(_ table: amqp_table_t) -> UInt64? {
        var sequence: UInt64?
        let count = unsafe Int(table.num_entries)
        var index = 0
        while index < count {
            let entry = unsafe table.entries.advanced(by: index)
            index += 1
            let name = unsafe UnsafeRawBufferPointer(start: entry.pointee.key.bytes, count: entry.pointee.key.len)
            switch unsafe amqp_field_value_kind_t(rawValue: UInt32(entry.pointee.value.kind)) {
            case AMQP_FIELD_KIND_UTF8, AMQP_FIELD_KIND_BYTES:
                let text = unsafe entry.pointee.value.value.bytes
                unsafe fields.append(name, text: UnsafeRawBufferPointer(start: text.bytes, count: text.len))
            default:
                guard let value = unsafe HeaderValue(copying: entry.pointee.value) else { continue }
                if case .int(let number) = value, unsafe name.elementsEqual(Message.sequenceHeader.utf8) {
                    sequence = UInt64(exactly: number)
                } else {
                    unsafe fields.append(name, value)
                }
            }
        }
        return sequence
    }
}

extension HeaderValue {
    /// Copies a field that is no text; nil for kinds that are left out.
    init?(copying field: amqp_field_value_t) {
        switch unsafe amqp_field_value_kind_t(rawValue: UInt32(field.kind)) {
        case AMQP_FIELD_KIND_BOOLEAN: self = unsafe .bool(field.value.boolean != 0)
        case AMQP_FIELD_KIND_I8: self = unsafe .int(Int64(field.value.i8))
        case AMQP_FIELD_KIND_U8: self = unsafe .int(Int64(field.value.u8))
        case AMQP_FIELD_KIND_I16: self = unsafe .int(Int64(field.value.i16))
        case AMQP_FIELD_KIND_U16: self = unsafe .int(Int64(field.value.u16))
        case AMQP_FIELD_KIND_I32: self = unsafe .int(Int64(field.value.i32))
        case AMQP_FIELD_KIND_U32: self = unsafe .int(Int64(field.value.u32))
        case AMQP_FIELD_KIND_I64: self = unsafe .int(field.value.i64)
        case AMQP_FIELD_KIND_U64, AMQP_FIELD_KIND_TIMESTAMP:
            self = unsafe .int(Int64(clamping: field.value.u64))
        default: return nil
        }
    }
}
