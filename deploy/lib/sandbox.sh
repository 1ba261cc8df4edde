# shellcheck shell=bash
# 沙箱: what plays the provincial system in a demonstration; a demonstration without its program uploads nothing.

sandbox_program() { [ "$instance" = demo ] && [ -x "$programs/gongjiang-sandbox-province" ]; }

# start_sandbox: with a key of its own, on a port of its own.
start_sandbox() {
    sandbox_program || return 0
    choose_port "$folder/ports" SANDBOX_PROVINCE $((first_http_port + ${#products[@]}))
    (umask 077 && "$programs/gongjiang-sandbox-province" key >"$folder/province.key")
    (
        for name in "${!GONGJIANG_@}"; do unset "$name"; done
        export GONGJIANG_HTTP_HOST=127.0.0.1 GONGJIANG_HTTP_PORT=$port GONGJIANG_PROVINCE_KEY=$folder/province.key
        start_program "$folder" sandbox-province TERM 5 "$programs/gongjiang-sandbox-province" serve
    )
    step "started the sandbox that plays the provincial system (沙箱) on port $port"
}

# with_sandbox PRODUCT: exports how the certificate service reaches it.
with_sandbox() {
    [ "$1" = certificate ] && sandbox_program || return 0
    GONGJIANG_PROVINCE_TRANSPORT=http
    GONGJIANG_PROVINCE_URL=http://127.0.0.1:$(recall "$folder/ports" SANDBOX_PROVINCE)
    GONGJIANG_PROVINCE_KEY=$folder/province.key
    GONGJIANG_PROVINCE_RHYTHM=2
    export GONGJIANG_PROVINCE_TRANSPORT GONGJIANG_PROVINCE_URL GONGJIANG_PROVINCE_KEY GONGJIANG_PROVINCE_RHYTHM
}
