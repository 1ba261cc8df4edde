# shellcheck shell=bash
# A PostgreSQL cluster of our own on 127.0.0.1.
#
# postgres_authentication=trust (tests) lets everybody on this machine in; otherwise every role has a password.

postgres_authentication=scram-sha-256
postgres_user=postgres

# The newest PostgreSQL installed, or the one that made the data.
postgres_programs() {
    local version
    if ! version=$(cat "$1/PG_VERSION" 2>/dev/null); then
        version=$(find /usr/lib/postgresql -mindepth 1 -maxdepth 1 -printf '%f\n' 2>/dev/null | sort -n | tail -n 1)
    fi
    [ -x "/usr/lib/postgresql/$version/bin/initdb" ] || fail "PostgreSQL ${version:-15} is not installed"
    printf '/usr/lib/postgresql/%s/bin\n' "$version"
}

postgres_initialise() { # FOLDER ACCOUNT PROGRAMS
    step "making a PostgreSQL cluster in $1"
    rm -rf "$1.new" "$1.password"
    mkdir -p "$1.new"
    (umask 077 && secret "$servers/secrets" POSTGRES_PASSWORD >"$1.password")
    if [ -n "$2" ]; then chown "$2:" "$1.new" "$1.password"; fi
    (cd / && as "$2" "$3/initdb" -D "$1.new" --username="$postgres_user" --pwfile="$1.password" --encoding=UTF8 \
        --locale=C.UTF-8 --auth="$postgres_authentication") >"$servers/initdb.log" 2>&1 || {
        tail_of "$servers/initdb.log"
        fail "the PostgreSQL cluster could not be made"
    }
    rm "$1.password"
    mv "$1.new" "$1"
}

postgres_configure() { # FOLDER PORT
    cat >"$1/gongjiang.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $2
unix_socket_directories = ''
max_connections = 300
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
CONF
    if [ "$postgres_authentication" = trust ]; then echo "fsync = off" >>"$1/gongjiang.conf"; fi
    grep -q "^include 'gongjiang.conf'" "$1/postgresql.conf" || echo "include 'gongjiang.conf'" >>"$1/postgresql.conf"
}

postgres_sql() { PGPASSWORD=$(secret "$servers/secrets" POSTGRES_PASSWORD) "$postgres_bin/psql" \
    "postgresql://$postgres_user@127.0.0.1:$postgres_port/${1:-postgres}?sslmode=disable" \
    --no-psqlrc --quiet --tuples-only --no-align -v ON_ERROR_STOP=1 "${@:2}"; }

# postgres_start: makes the cluster if there is none, starts it and waits for it. Sets postgres_port and postgres_bin.
postgres_start() {
    local folder account runner=()
    folder=$(data_folder)/postgres
    account=$(server_account "$folder" postgres)
    postgres_bin=$(postgres_programs "$folder")
    if running "$servers" postgres; then
        postgres_port=$(recall "$servers/ports" POSTGRES_PORT)
    else
        postgres_stop # a server whose supervisor was killed
        [ -d "$folder" ] || postgres_initialise "$folder" "$account" "$postgres_bin"
        choose_port "$servers/ports" POSTGRES_PORT "${postgres_first_port:-$(first_port)}"
        postgres_port=$port
        postgres_configure "$folder" "$postgres_port"
        if [ -n "$account" ]; then
            runner=(setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups)
            chown "$account:" "$folder/gongjiang.conf"
        fi
        # INT is PostgreSQL's fast shutdown.
        (cd / && start_program "$servers" postgres INT 30 "${runner[@]}" "$postgres_bin/postgres" -D "$folder")
    fi
    for _ in {1..300}; do
        if postgres_sql postgres -c 'select' >/dev/null 2>"$servers/postgres.answer"; then
            step "PostgreSQL $(cat "$folder/PG_VERSION") on 127.0.0.1:$postgres_port"
            return
        fi
        sleep 0.1
    done
    tail_of "$servers/postgres.log"
    tail_of "$servers/postgres.answer"
    fail "PostgreSQL does not answer"
}

postgres_stop() { stop_program "$servers" postgres INT 30; }
