# shellcheck shell=bash
# What a person sees: one line a step, with the seconds since the start.

say() { printf '%s\n' "$*"; }

step() { printf '%5ds  %s\n' "$SECONDS" "$*"; }

fail() {
    printf '\n%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# tail_of FILE [LINES]: the end of a log, indented, on standard error.
tail_of() {
    [ -s "$1" ] || return 0
    printf '\n  the end of %s:\n' "$1" >&2
    tail -n "${2:-20}" "$1" | cut -c 1-1000 | sed 's/^/  | /' >&2
}
