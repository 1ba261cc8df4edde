# shellcheck shell=bash
# Where things lie. Everything made at run time is under .local/ and can be deleted when nothing runs.

umask 022
library=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$library/../.." && pwd -P)
local_folder=$root/.local
servers=$local_folder/servers # ports, passwords, process ids and logs of PostgreSQL and RabbitMQ

products=(filing evaluation publicity-timer certificate compensation)

# Twenty ports of this checkout's own to begin looking at, so that two checkouts started at the same time do not reach
# for the same ones: PostgreSQL, then RabbitMQ's five, then the services of the two instances.
first_port() { printf '%d\n' "$((20000 + 0x$(fingerprint "$root" | cut -c 1-4) % 400 * 20))"; }

# fingerprint TEXT: eight characters that stand for it.
fingerprint() { printf %s "$1" | sha256sum | cut -c 1-8; }

# data_folder: where PostgreSQL and RabbitMQ keep their data. Root does not run servers itself; when the system users
# that do cannot enter the checkout, the data goes to a folder they can enter.
data_folder() {
    local account elsewhere
    if [ "$(id -u)" = 0 ]; then
        mkdir -p "$servers"
        for account in postgres rabbitmq; do
            as "$account" test -x "$servers" && continue
            elsewhere=/var/tmp/gongjiang-$(fingerprint "$servers")
            mkdir -p "$elsewhere"
            [ "$(stat -c %u "$elsewhere")" = 0 ] || fail "$elsewhere belongs to somebody else"
            printf '%s\n' "$elsewhere"
            return
        done
    fi
    printf '%s\n' "$servers"
}
