# shellcheck shell=bash
# Running something as another account, without a process in between.

# as ACCOUNT command…: as ourselves when the account is empty.
as() {
    local account=$1
    shift
    if [ -z "$account" ]; then "$@"; else setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups "$@"; fi
}

# server_account FOLDER NAME: who runs the server whose data is in FOLDER: nobody else when we are not root, otherwise
# whoever owns the data already, otherwise the system user NAME of the Debian package.
server_account() {
    [ "$(id -u)" = 0 ] || return 0
    local owner=root
    if [ -d "$1" ]; then owner=$(stat -c %U "$1"); fi
    if [ "$owner" = root ]; then owner=$2; fi
    printf '%s\n' "$owner"
}
