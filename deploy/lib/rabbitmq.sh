# shellcheck shell=bash
# A RabbitMQ node of our own: every port on 127.0.0.1, its own epmd, cookie and home, nothing of /etc/rabbitmq.
# It is called without Debian's wrapper, which would run as the system's own node.

rabbitmq_configure() { # FOLDER
    local home=$1 password
    password=$(secret "$servers/secrets" RABBITMQ_ADMIN_PASSWORD)
    mkdir -p "$home/log"
    (
        umask 077
        cat >"$home/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$rabbitmq_port
management.tcp.ip = 127.0.0.1
management.tcp.port = $rabbitmq_management_port
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = $rabbitmq_prometheus_port
default_user = admin
default_pass = $password
log.console = false
log.file = rabbitmq.log
log.file.rotation.size = 10485760
log.file.rotation.count = 3
CONF
        cat "$root/deploy/rabbitmq/rabbitmq.conf" >>"$home/rabbitmq.conf"
        [ -s "$home/.erlang.cookie" ] || { openssl rand -hex 20 | tr -d '\n' >"$home/.erlang.cookie"; }
        chmod 400 "$home/.erlang.cookie"
        printf 'user = "admin:%s"\nnoproxy = "*"\nsilent\nshow-error\nmax-time = 30\n' "$password" >"$servers/curl.conf"
    )
    printf '[].\n' >"$home/advanced.config"
    : >"$home/rabbitmq-env.conf"
    printf '[rabbitmq_management,rabbitmq_prometheus].\n' >"$home/enabled_plugins"
}

# rabbitmq_api METHOD PATH [JSON]: a request to the management API; fails when the answer is not 2xx.
rabbitmq_api() {
    curl -K "$servers/curl.conf" --fail -X "$1" -H 'content-type: application/json' ${3:+--data-binary "$3"} \
        "http://127.0.0.1:$rabbitmq_management_port/api/$2"
}

rabbitmq_ports() {
    local file=$servers/ports first=${rabbitmq_first_port:-$(($(first_port) + 1))}
    if running "$servers" rabbitmq; then
        rabbitmq_port=$(recall "$file" RABBITMQ_PORT)
        rabbitmq_management_port=$(recall "$file" RABBITMQ_MANAGEMENT_PORT)
        return
    fi
    rabbitmq_stop # a node whose supervisor was killed
    choose_port "$file" RABBITMQ_PORT "$first" && rabbitmq_port=$port
    choose_port "$file" RABBITMQ_MANAGEMENT_PORT "$((first + 1))" && rabbitmq_management_port=$port
    choose_port "$file" RABBITMQ_PROMETHEUS_PORT "$((first + 2))" && rabbitmq_prometheus_port=$port
    choose_port "$file" RABBITMQ_DISTRIBUTION_PORT "$((first + 3))" && rabbitmq_distribution_port=$port
    choose_port "$file" EPMD_PORT "$((first + 4))" && rabbitmq_epmd_port=$port
}

# rabbitmq_start: starts the node and waits for it. Sets rabbitmq_port and rabbitmq_management_port.
rabbitmq_start() {
    local folder account runner=() environment
    folder=$(data_folder)/rabbitmq
    account=$(server_account "$folder" rabbitmq)
    rabbitmq_ports
    if ! running "$servers" rabbitmq; then
        [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || fail "RabbitMQ is not installed"
        rabbitmq_configure "$folder"
        if [ -n "$account" ]; then
            chown -R "$account:" "$folder"
            runner=(setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups)
        fi
        environment=(
            "HOME=$folder" "PATH=/usr/sbin:/usr/bin:/sbin:/bin" LANG=C.UTF-8
            ERL_EPMD_ADDRESS=127.0.0.1 "ERL_EPMD_PORT=$rabbitmq_epmd_port"
            "RABBITMQ_NODENAME=gongjiang-$(fingerprint "$servers")@localhost"
            "RABBITMQ_DIST_PORT=$rabbitmq_distribution_port"
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}"
            "RABBITMQ_CONFIG_FILE=$folder/rabbitmq.conf" "RABBITMQ_ADVANCED_CONFIG_FILE=$folder/advanced.config"
            "RABBITMQ_CONF_ENV_FILE=$folder/rabbitmq-env.conf" "RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins"
            "RABBITMQ_MNESIA_BASE=$folder/data" "RABBITMQ_LOG_BASE=$folder/log" "RABBITMQ_PID_FILE=$folder/pid"
            RUNNING_UNDER_SYSTEMD=true # no shell around the Erlang machine, whose TERM is a clean shutdown
        )
        # The node would start an epmd that nobody stops again; so it finds ours.
        (cd / && start_program "$servers" epmd TERM 5 "${runner[@]}" env -i "${environment[@]}" \
            epmd -address 127.0.0.1 -port "$rabbitmq_epmd_port")
        (cd / && start_program "$servers" rabbitmq TERM 60 "${runner[@]}" env -i "${environment[@]}" \
            /usr/lib/rabbitmq/bin/rabbitmq-server)
    fi
    for _ in {1..450}; do
        if rabbitmq_api GET health/checks/virtual-hosts >/dev/null 2>&1; then
            step "RabbitMQ $(rabbitmq_api GET overview | jq -r .rabbitmq_version) on 127.0.0.1:$rabbitmq_port," \
                "management on http://127.0.0.1:$rabbitmq_management_port"
            return
        fi
        sleep 0.2
    done
    tail_of "$servers/rabbitmq.log"
    tail_of "$folder/log/rabbitmq.log"
    fail "RabbitMQ does not answer"
}

rabbitmq_stop() {
    stop_program "$servers" rabbitmq TERM 60
    stop_program "$servers" epmd TERM 5
}
