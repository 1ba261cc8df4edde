// The least a C program must do to publish safely and to consume safely: what the Swift relay and consumer are held against.
//
//   messaging publish HOST PORT USER PASSWORD VHOST EXCHANGE KEY COUNT BYTES
//   messaging consume HOST PORT USER PASSWORD VHOST QUEUE COUNT
//   messaging store HOST PORT USER PASSWORD VHOST QUEUE COUNT DATABASE
//
// Publishing: persistent, mandatory, with confirms and a window of 500. Consuming: prefetch 1000, one acknowledgement for
// every 100 deliveries. Storing: the same, but 200 deliveries are first written to the table `inbox` of DATABASE, ids and
// digests alone, in one statement which is one transaction. Prints the seconds from the first message to the last confirm or acknowledgement.
#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_tcp_socket.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { window = 500, prefetch = 1000, acknowledge_every = 100, store_every = 200 };

static void die(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void expect(amqp_rpc_reply_t reply, const char *what) {
    if (reply.reply_type != AMQP_RESPONSE_NORMAL) die(what);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static amqp_connection_state_t open_connection(char **argument) {
    amqp_connection_state_t connection = amqp_new_connection();
    amqp_socket_t *socket = amqp_tcp_socket_new(connection);
    if (!socket || amqp_socket_open(socket, argument[0], atoi(argument[1]))) die("cannot connect");
    expect(amqp_login(connection, argument[4], 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, argument[2], argument[3]), "login");
    amqp_channel_open(connection, 1);
    expect(amqp_get_rpc_reply(connection), "channel");
    return connection;
}

// Reads until fewer than `limit` are unconfirmed.
static void await_confirms(amqp_connection_state_t connection, uint64_t sent, uint64_t *confirmed, uint64_t limit) {
    static unsigned char pending[1 << 16]; // a ring: confirmed out of order, beyond `*confirmed`
    while (sent - *confirmed >= limit) {
        amqp_frame_t frame;
        if (amqp_simple_wait_frame(connection, &frame) != AMQP_STATUS_OK) die("connection lost");
        if (frame.frame_type != AMQP_FRAME_METHOD) continue;
        if (frame.payload.method.id != AMQP_BASIC_ACK_METHOD) die("not confirmed");
        amqp_basic_ack_t *ack = frame.payload.method.decoded;
        if (ack->multiple) {
            for (uint64_t tag = *confirmed + 1; tag <= ack->delivery_tag; tag++) pending[tag & 0xffff] = 1;
        } else {
            pending[ack->delivery_tag & 0xffff] = 1;
        }
        while (pending[(*confirmed + 1) & 0xffff]) {
            (*confirmed)++;
            pending[*confirmed & 0xffff] = 0;
        }
        amqp_maybe_release_buffers(connection);
    }
}

static double publish(char **argument) {
    amqp_connection_state_t connection = open_connection(argument);
    amqp_bytes_t exchange = amqp_cstring_bytes(argument[5]), key = amqp_cstring_bytes(argument[6]);
    uint64_t count = strtoull(argument[7], NULL, 10), confirmed = 0;
    size_t size = strtoull(argument[8], NULL, 10);
    char *body = malloc(size), id[37];
    memset(body, 'x', size);
    amqp_confirm_select(connection, 1);
    expect(amqp_get_rpc_reply(connection), "confirm");
    amqp_basic_properties_t properties = {0};
    properties._flags = AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_MESSAGE_ID_FLAG | AMQP_BASIC_CONTENT_TYPE_FLAG;
    properties.delivery_mode = 2;
    properties.content_type = amqp_cstring_bytes("application/json");
    double start = now();
    for (uint64_t sent = 1; sent <= count; sent++) {
        snprintf(id, sizeof id, "00000000-0000-7000-8000-%012llu", (unsigned long long)sent);
        properties.message_id = amqp_cstring_bytes(id);
        amqp_bytes_t bytes = {size, body};
        if (amqp_basic_publish(connection, 1, exchange, key, 1, 0, &properties, bytes)) die("cannot publish");
        await_confirms(connection, sent, &confirmed, window);
    }
    await_confirms(connection, count, &confirmed, 1);
    return now() - start;
}

static PGconn *database;
static char *ids, *bodies;
static size_t ids_used, bodies_used;

static void open_database(const char *address) {
    database = PQconnectdb(address);
    if (PQstatus(database) != CONNECTION_OK) die("cannot connect to the database");
    PQclear(PQprepare(database, "store",
                      "INSERT INTO inbox (event_id, body_sha256, source) SELECT id, sha256(body), 'c' "
                      "FROM unnest($1::uuid[], $2::bytea[]) AS t(id, body) ON CONFLICT DO NOTHING",
                      0, NULL));
    ids = malloc(store_every * 64);
    bodies = malloc(store_every * 16384);
}

static void collect(const amqp_message_t *message) {
    static const char digits[] = "0123456789abcdef";
    const unsigned char *body = message->body.bytes;
    if (message->body.len > 8000 || message->properties.message_id.len != 36) die("not a fact");
    ids[ids_used] = ids_used ? ',' : '{';
    ids_used++;
    memcpy(ids + ids_used, message->properties.message_id.bytes, 36);
    ids_used += 36;
    bodies_used += sprintf(bodies + bodies_used, "%s\"\\\\x", bodies_used ? "," : "{");
    for (size_t index = 0; index < message->body.len; index++) {
        bodies[bodies_used++] = digits[body[index] >> 4];
        bodies[bodies_used++] = digits[body[index] & 15];
    }
    bodies[bodies_used++] = '"';
}

static void store(void) {
    memcpy(ids + ids_used, "}", 2);
    memcpy(bodies + bodies_used, "}", 2);
    const char *values[] = {ids, bodies};
    PGresult *result = PQexecPrepared(database, "store", 2, values, NULL, NULL, 0);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) die(PQerrorMessage(database));
    PQclear(result);
    ids_used = bodies_used = 0;
}

static double consume(char **argument) {
    amqp_connection_state_t connection = open_connection(argument);
    uint64_t count = strtoull(argument[6], NULL, 10);
    amqp_basic_qos(connection, 1, 0, prefetch, 0);
    expect(amqp_get_rpc_reply(connection), "qos");
    double start = now();
    amqp_basic_consume(connection, 1, amqp_cstring_bytes(argument[5]), amqp_empty_bytes, 0, 0, 0, amqp_empty_table);
    expect(amqp_get_rpc_reply(connection), "consume");
    for (uint64_t taken = 1; taken <= count; taken++) {
        amqp_envelope_t envelope;
        amqp_maybe_release_buffers(connection);
        expect(amqp_consume_message(connection, &envelope, NULL, 0), "delivery");
        if (database) collect(&envelope.message);
        if (database && (taken % store_every == 0 || taken == count)) store();
        int every = database ? store_every : acknowledge_every;
        if (taken % every == 0 || taken == count) amqp_basic_ack(connection, 1, envelope.delivery_tag, 1);
        amqp_destroy_envelope(&envelope);
    }
    double seconds = now() - start;
    // The broker answers the close after the acknowledgements.
    expect(amqp_channel_close(connection, 1, AMQP_REPLY_SUCCESS), "close");
    amqp_connection_close(connection, AMQP_REPLY_SUCCESS);
    return seconds;
}

int main(int count, char **argument) {
    if (count == 11 && !strcmp(argument[1], "publish")) printf("%f\n", publish(argument + 2));
    else if (count == 9 && !strcmp(argument[1], "consume")) printf("%f\n", consume(argument + 2));
    else if (count == 10 && !strcmp(argument[1], "store")) {
        open_database(argument[9]);
        printf("%f\n", consume(argument + 2));
    } else die("see the head of the source");
    return 0;
}
