# shellcheck shell=bash
# Stages of deploy/test: each in a process group of its own, with its output in a file and its seconds counted.

stage_names=() stage_seconds=() stage_process=''

# stage NAME command…: exits when the command fails.
stage() {
    local name=$1 log=$logs/$1.log started=$SECONDS code=0 told=$SECONDS
    shift
    step "stage $name"
    set -m
    ("$@") >"$log" 2>&1 </dev/null &
    stage_process=$!
    set +m
    while start_time "$stage_process" >/dev/null; do
        sleep 0.2
        if ((SECONDS - told >= 60)); then
            told=$SECONDS
            step "  still at $name: $(tail -n 1 "$log" | cut -c 1-100)"
        fi
    done
    wait "$stage_process" || code=$?
    stage_process=''
    stage_names+=("$name")
    stage_seconds+=("$((SECONDS - started))")
    [ "$code" != 0 ] || return 0
    grep -E -m 20 '(^|: )error:|✘' "$log" >&2 || true
    tail_of "$log" 60
    step "stage $name failed"
    exit 1
}

# end_stage: the one that runs, with all it has started.
end_stage() { [ -z "$stage_process" ] || kill -TERM -- "-$stage_process" 2>/dev/null || true; }

print_stages() {
    local index
    say
    for index in "${!stage_names[@]}"; do printf '%6ds  %s\n' "${stage_seconds[index]}" "${stage_names[index]}"; done
    printf '%6ds  in all\n' "$SECONDS"
}
