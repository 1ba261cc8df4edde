# shellcheck shell=bash
# The main job on the sample, on databases and a virtual host which are made for it and a clock that travels.

# run_demo: never returns; exits with what `gongjiang demo` said.
run_demo() {
    choose_instance demo
    exec 8>"$folder/lock"
    flock --nonblock 8 || fail "another demonstration is running in this checkout"
    stop_services
    trap leave_demo EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    rm -rf "$keys" "$folder/secrets" "$folder"/*.log
    choose_service_ports
    clear_virtual_host
    drop_databases
    make_databases
    make_keys
    write_environment
    make_virtual_host
    start_sandbox
    migrate_all
    start_services
    wait_until_ready
    flock --unlock 9 # other commands may run beside the demonstration
    step "the main job on $sample"
    say
    demo_result=0
    "$programs/gongjiang" demo --environment "$folder/environment" --sample "$sample" "${demo_options[@]}" \
        8>&- 9>&- || demo_result=$?
    say
    exit "$demo_result"
}

# clear_virtual_host: what a demonstration that was cut off has left. A broker that has just started loses the supervisor of
# its dead letters when a virtual host is deleted while its queues are coming up (RabbitMQ 3.10), and takes no such queue
# again; so it is started once more.
clear_virtual_host() {
    rabbitmq_api GET "vhosts/$virtual_host" >/dev/null 2>&1 || return 0
    drop_virtual_host
    [ -z "$servers_were_running" ] || return 0
    rabbitmq_stop
    rabbitmq_start
}

leave_demo() {
    local result=$?
    trap - EXIT INT TERM
    if [ "$keep" ]; then
        step "left running; the command line: $programs/gongjiang --environment $folder/environment"
    else
        stop_services
        drop_virtual_host
        if [ -z "$servers_were_running" ] && ! running "$local_folder/up" filing; then
            rabbitmq_stop
            postgres_stop
            step "PostgreSQL and RabbitMQ stopped"
        fi
    fi
    if [ "$result" = 0 ]; then step "the demonstration succeeded"; else step "the demonstration failed ($result)"; fi
    exit "$result"
}
