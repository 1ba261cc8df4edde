# shellcheck shell=bash
# The five services of an instance.

# with_environment PRODUCT command…: the command with what the service reads, and with no other GONGJIANG_ variable.
with_environment() (
    product=$1
    shift
    level=${GONGJIANG_LOG_LEVEL:-info}
    for name in "${!GONGJIANG_@}"; do unset "$name"; done
    GONGJIANG_DATABASE_URL=$(database_url "$product" serving)
    GONGJIANG_AMQP_URL=amqp://$product:$(broker_password "$product")@127.0.0.1:$rabbitmq_port/$virtual_host
    GONGJIANG_HTTP_HOST=127.0.0.1
    GONGJIANG_HTTP_PORT=$(recall "$folder/ports" "$(upper "$product")")
    GONGJIANG_KEYS=$keys
    GONGJIANG_LOG_LEVEL=$level
    if [ "$instance" = demo ]; then export GONGJIANG_CLOCK=travel; fi
    export GONGJIANG_DATABASE_URL GONGJIANG_AMQP_URL GONGJIANG_HTTP_HOST GONGJIANG_HTTP_PORT GONGJIANG_KEYS \
        GONGJIANG_LOG_LEVEL
    with_sandbox "$product"
    "$@"
)

migrate() { # PRODUCT
    GONGJIANG_OWNER_DATABASE_URL=$(database_url "$1" owner)
    export GONGJIANG_OWNER_DATABASE_URL
    exec "$programs/$1" migrate
}

migrate_all() {
    local product
    for product in "${products[@]}"; do
        with_environment "$product" migrate "$product" >"$folder/migrate.log" 2>&1 || {
            tail_of "$folder/migrate.log"
            fail "the database of $product could not be migrated"
        }
    done
    step "databases migrated"
}

choose_service_ports() {
    local product next=$first_http_port
    for product in "${products[@]}"; do
        running "$folder" "$product" || choose_port "$folder/ports" "$(upper "$product")" "$next"
        next=$((next + 1))
    done
}

# What a running service was started with: its executable and its settings.
service_digest() { # PRODUCT
    { stat -L -c "%n %i %s %Y" "$programs/$1" && with_environment "$1" env | grep ^GONGJIANG_ | sort; } | sha256sum | cut -c 1-32
}

start_services() {
    local product digest
    for product in "${products[@]}"; do
        digest=$(service_digest "$product")
        if running "$folder" "$product" && [ "$digest" != "$(recall "$folder/started" "$(upper "$product")")" ]; then
            step "$product has changed: stopping the one that runs"
            stop_program "$folder" "$product"
        fi
        running "$folder" "$product" && continue
        (with_environment "$product" start_program "$folder" "$product" TERM 25 "$programs/$product" serve)
        remember "$folder/started" "$(upper "$product")" "$digest"
        step "started $product"
    done
}

ready() { curl -s --noproxy '*' --max-time 3 "${@:2}" "$(service_url "$1")/health/ready"; }
service_url() { printf 'http://127.0.0.1:%s\n' "$(recall "$folder/ports" "$(upper "$1")")"; }

wait_until_ready() {
    local product waiting=("${products[@]}") still deadline=$((SECONDS + ${GONGJIANG_READY_SECONDS:-60}))
    while [ ${#waiting[@]} -gt 0 ]; do
        still=()
        for product in "${waiting[@]}"; do
            if ready "$product" --fail >/dev/null; then
                step "$product is ready at $(service_url "$product")"
            else
                still+=("$product")
            fi
        done
        waiting=("${still[@]}")
        [ ${#waiting[@]} -gt 0 ] || return 0
        if ((SECONDS >= deadline)); then
            for product in "${waiting[@]}"; do
                printf '\n  %s answers: %s\n' "$product" "$(ready "$product" || echo nothing)" >&2
                tail_of "$folder/$product.log" 10
            done
            fail "not ready: ${waiting[*]}"
        fi
        sleep 0.2
    done
}

# stop_services: all at once; each drains for at most 20 s.
stop_services() {
    local product stopping=()
    for product in "${products[@]}" sandbox-province; do
        [ -e "$folder/$product.supervisor" ] || [ -e "$folder/$product.program" ] || continue
        stop_program "$folder" "$product" &
        stopping+=($!)
    done
    [ ${#stopping[@]} -gt 0 ] || return 0
    wait "${stopping[@]}"
    step "services of '$instance' stopped"
}
