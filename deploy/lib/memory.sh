# shellcheck shell=bash
# What is remembered between two runs: KEY=VALUE lines in files only we can read.

# recall FILE KEY: prints the value; fails when there is none.
recall() { [ -r "$1" ] && sed -n "s/^$2=//p" "$1" | tail -n 1 | grep .; }

# remember FILE KEY VALUE
remember() {
    local rest=
    mkdir -p "$(dirname "$1")"
    if [ -e "$1" ]; then rest=$(grep -v "^$2=" "$1" || true); fi
    (umask 077 && printf '%s\n' ${rest:+"$rest"} "$2=$3" >"$1.new")
    mv "$1.new" "$1"
}

# secret FILE KEY: the password remembered under KEY, made on first use.
secret() {
    recall "$1" "$2" && return
    remember "$1" "$2" "$(openssl rand -hex 24)"
    recall "$1" "$2"
}
