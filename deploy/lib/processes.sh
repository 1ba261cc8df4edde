# shellcheck shell=bash
# Processes by id and start time, so that an id used again by somebody else is never taken for ours.

# start_time PID: in clock ticks since boot; nothing for a process that is gone or a zombie.
start_time() {
    local stat
    read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
    # The name in parentheses can hold anything, so count from the last one.
    read -r -a stat <<<"${stat##*) }"
    [ "${stat[0]}" != Z ] && printf '%s\n' "${stat[19]}"
}

write_identity() { printf '%s %s\n' "$2" "$(start_time "$2")" >"$1"; }

# process_of FILE: prints the process id written there if that very process is alive.
process_of() {
    local pid started
    [ -s "$1" ] && read -r pid started <"$1" && [ "$(start_time "$pid")" = "$started" ] && printf '%s\n' "$pid"
}

# end_process PID SIGNAL SECONDS: asks, waits, kills.
end_process() {
    local started
    started=$(start_time "$1") || return 0
    kill "-$2" "$1" 2>/dev/null
    for ((tenths = $3 * 10; tenths > 0; tenths--)); do
        [ "$(start_time "$1")" = "$started" ] || return 0
        sleep 0.1
    done
    kill -KILL "$1" 2>/dev/null
    return 0
}
