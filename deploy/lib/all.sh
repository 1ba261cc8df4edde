# shellcheck shell=bash
# Everything the commands under deploy/ share. To be sourced; commands never read their standard input.
exec </dev/null
shopt -s inherit_errexit
here=$(dirname "${BASH_SOURCE[0]}")
for part in say accounts paths memory ports processes programs packages postgres rabbitmq \
    build instance sandbox services; do
    # shellcheck source=/dev/null
    . "$here/$part.sh"
done
