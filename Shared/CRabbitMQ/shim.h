#pragma once

// Debian 12 has <amqp.h>; newer releases have <rabbitmq-c/amqp.h>.
#if __has_include(<rabbitmq-c/amqp.h>)
#include <rabbitmq-c/amqp.h>
#include <rabbitmq-c/framing.h>
#include <rabbitmq-c/tcp_socket.h>
#include <rabbitmq-c/ssl_socket.h>
#else
#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_tcp_socket.h>
#include <amqp_ssl_socket.h>
#endif

#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

static inline amqp_table_entry_t gongjiang_true_entry(const char *key) {
    amqp_table_entry_t entry;
    memset(&entry, 0, sizeof entry);
    entry.key = amqp_cstring_bytes(key);
    entry.value.kind = AMQP_FIELD_KIND_BOOLEAN;
    entry.value.value.boolean = 1;
    return entry;
}

static inline amqp_table_entry_t gongjiang_text_entry(const char *key, const char *text) {
    amqp_table_entry_t entry;
    memset(&entry, 0, sizeof entry);
    entry.key = amqp_cstring_bytes(key);
    entry.value.kind = AMQP_FIELD_KIND_UTF8;
    entry.value.value.bytes = amqp_cstring_bytes(text);
    return entry;
}

/// Logs in and says what this client understands.
///
/// Exists because `amqp_login_with_properties` is variadic, which Swift cannot call; and because without these
/// capabilities the broker neither tells that a queue was deleted under its consumer nor that it has stopped reading.
static inline amqp_rpc_reply_t gongjiang_login(amqp_connection_state_t connection, const char *virtual_host,
                                               int frame_max, int heartbeat, const char *connection_name,
                                               const char *user, const char *password) {
    amqp_table_entry_t capability[5];
    capability[0] = gongjiang_true_entry("consumer_cancel_notify");
    capability[1] = gongjiang_true_entry("connection.blocked");
    capability[2] = gongjiang_true_entry("publisher_confirms");
    capability[3] = gongjiang_true_entry("basic.nack");
    capability[4] = gongjiang_true_entry("authentication_failure_close");

    amqp_table_entry_t property[3];
    property[0] = gongjiang_text_entry("product", "gongjiang");
    property[1] = gongjiang_text_entry("connection_name", connection_name);
    memset(&property[2], 0, sizeof property[2]);
    property[2].key = amqp_cstring_bytes("capabilities");
    property[2].value.kind = AMQP_FIELD_KIND_TABLE;
    property[2].value.value.table.num_entries = 5;
    property[2].value.value.table.entries = capability;

    amqp_table_t properties;
    properties.num_entries = 3;
    properties.entries = property;
    return amqp_login_with_properties(connection, virtual_host, 0, frame_max, heartbeat, &properties,
                                      AMQP_SASL_METHOD_PLAIN, user, password);
}

/// Exists because `SIG_IGN` is a cast macro, which Swift does not import.
static inline void gongjiang_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

/// Exists because `<sys/eventfd.h>` is not in Swift's module map of the C library.
static inline int gongjiang_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
