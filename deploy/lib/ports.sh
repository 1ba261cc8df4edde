# shellcheck shell=bash
# Free TCP ports on 127.0.0.1, the same again in the next run.

ports_given=' '

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# choose_port FILE KEY FROM: sets `port` to the one remembered under KEY if it is still free, otherwise to the first
# free one from FROM upwards. Only for a program that is not running.
choose_port() {
    if port=$(recall "$1" "$2") && [[ $ports_given != *" $port "* ]] && port_is_free "$port"; then
        ports_given+="$port "
        return
    fi
    port=$3
    while [[ $ports_given == *" $port "* ]] || ! port_is_free "$port"; do port=$((port + 1)); done
    ports_given+="$port "
    remember "$1" "$2" "$port"
}
