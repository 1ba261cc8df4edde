# shellcheck shell=bash
# Programs kept running by deploy/lib/supervise. FOLDER holds their process ids and logs.

running() { process_of "$1/$2.supervisor" >/dev/null; }

# start_program FOLDER NAME SIGNAL SECONDS command…: nothing when it runs already.
start_program() {
    local folder=$1 name=$2
    running "$folder" "$name" && return
    stop_program "$folder" "$name" # a program whose supervisor was killed
    mkdir -p "$folder"
    if [ "$(stat -c %s "$folder/$name.log" 2>/dev/null || echo 0)" -gt 50000000 ]; then
        mv "$folder/$name.log" "$folder/$name.log.1"
    fi
    setsid "$library/supervise" "$@" </dev/null >>"$folder/$name.log" 2>&1 8>&- 9>&- &
    for _ in {1..100}; do
        running "$folder" "$name" && return
        sleep 0.05
    done
    tail_of "$folder/$name.log"
    fail "$name could not be started"
}

# stop_program FOLDER NAME [SIGNAL SECONDS]: ends the supervisor, and with it the program; SIGNAL is for a program that
# has lost its supervisor.
stop_program() {
    local pid
    if pid=$(process_of "$1/$2.supervisor"); then end_process "$pid" TERM 60; fi
    if pid=$(process_of "$1/$2.program"); then end_process "$pid" "${3:-TERM}" "${4:-20}"; fi
    rm -f "$1/$2.supervisor" "$1/$2.program"
}
