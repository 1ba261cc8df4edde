# shellcheck shell=bash
# An instance: one set of the five services with databases, a virtual host, keys and ports of its own. There are two on
# a machine at most: `up`, and `demo`, whose clock travels and which starts empty every time.

choose_instance() { # NAME
    instance=$1
    folder=$local_folder/$instance
    keys=$folder/keys
    if [ "$instance" = up ]; then
        suffix='' virtual_host=gongjiang first_http_port=$(($(first_port) + 8))
    else
        suffix=_$instance virtual_host=gongjiang-$instance first_http_port=$(($(first_port) + 14))
    fi
    mkdir -p "$folder"
    chmod 700 "$folder"
}

database_of() { printf '%s%s\n' "${1//-/_}" "$suffix"; }
upper() { local name=${1//-/_}; printf '%s\n' "${name^^}"; }

# database_url PRODUCT serving|owner
database_url() {
    local database role
    database=$(database_of "$1") role=$database
    if [ "$2" = owner ]; then role+=_owner; fi
    printf 'postgresql://%s:%s@127.0.0.1:%s/%s?sslmode=disable\n' \
        "$role" "$(secret "$folder/secrets" "${role^^}")" "$postgres_port" "$database"
}

make_databases() {
    local product database
    for product in "${products[@]}"; do
        database=$(database_of "$product")
        # psql announces the connection it changes to.
        GONGJIANG_DATABASE=$database \
            GONGJIANG_PASSWORD=$(secret "$folder/secrets" "${database^^}") \
            GONGJIANG_OWNER_PASSWORD=$(secret "$folder/secrets" "${database^^}_OWNER") \
            postgres_sql postgres -f "$root/deploy/postgres/database.sql" >/dev/null
    done
    step "databases: $(for product in "${products[@]}"; do printf '%s ' "$(database_of "$product")"; done)"
}

drop_databases() {
    local product database
    for product in "${products[@]}"; do
        database=$(database_of "$product")
        postgres_sql postgres -c "DROP DATABASE IF EXISTS $database WITH (FORCE)" \
            -c "DROP ROLE IF EXISTS $database" -c "DROP ROLE IF EXISTS ${database}_owner" 2>/dev/null
    done
}

# make_virtual_host: what deploy/rabbitmq/load-topology says. The users' passwords belong to the broker: both instances
# have them in common.
make_virtual_host() (
    export GONGJIANG_CURL_CONFIG=$servers/curl.conf GONGJIANG_VHOST=$virtual_host
    export GONGJIANG_MANAGEMENT=http://127.0.0.1:$rabbitmq_management_port
    for product in "${products[@]}"; do
        export "BROKER_$(upper "$product")=$(broker_password "$product")"
    done
    said=$("$root/deploy/rabbitmq/load-topology" 2>&1) || fail "the topology could not be loaded: $said"
    step "$said"
)

broker_password() { secret "$servers/secrets" "BROKER_$(upper "$1")"; }
drop_virtual_host() { rabbitmq_api DELETE "vhosts/$virtual_host" >/dev/null 2>&1 || true; }

make_keys() {
    mkdir -p "$keys"
    chmod 700 "$keys"
    "$programs/gongjiang" keys init --folder "$keys" >"$folder/keys.log" 2>&1 || {
        tail_of "$folder/keys.log"
        fail "the keys could not be made"
    }
}

# write_environment: what `gongjiang --environment FILE` reads.
write_environment() {
    local product
    (
        umask 077
        {
            for product in "${products[@]}"; do
                printf 'GONGJIANG_%s_URL=http://127.0.0.1:%s\n' "$(upper "$product")" \
                    "$(recall "$folder/ports" "$(upper "$product")")"
            done
            printf 'GONGJIANG_AMQP_ADDRESS=amqp://127.0.0.1:%s/%s\n' "$rabbitmq_port" "$virtual_host"
            printf 'GONGJIANG_MANAGEMENT_URL=http://admin:%s@127.0.0.1:%s\n' \
                "$(secret "$servers/secrets" RABBITMQ_ADMIN_PASSWORD)" "$rabbitmq_management_port"
            printf 'GONGJIANG_VHOST=%s\nGONGJIANG_KEYS=%s\n' "$virtual_host" "$keys"
        } >"$folder/environment.new"
    )
    mv "$folder/environment.new" "$folder/environment"
}
