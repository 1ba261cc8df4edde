# shellcheck shell=bash
# The executables. GONGJIANG_PROGRAMS names a folder with ready ones; then nothing is built.
# GONGJIANG_BUILD_FOLDER is another build folder than .build.

# build CONFIGURATION [PRODUCT…]: with programs that are not services; sets `programs`, the folder with the executables.
build() {
    local configuration=$1 product log=$local_folder/build.log options
    if [ -n "${GONGJIANG_PROGRAMS:-}" ]; then
        programs=$(cd "$GONGJIANG_PROGRAMS" && pwd -P)
    else
        options=(--package-path "$root" --configuration "$configuration")
        options+=(--scratch-path "${GONGJIANG_BUILD_FOLDER:-$root/.build}")
        for product in "${products[@]}" gongjiang "${@:2}"; do
            step "building $product ($configuration)"
            swift build "${options[@]}" --product "$product" >"$log" 2>&1 8>&- 9>&- || {
                tail_of "$log" 40
                fail "$product could not be built"
            }
        done
        programs=$(swift build "${options[@]}" --show-bin-path 2>/dev/null)
    fi
    for product in "${products[@]}" gongjiang; do
        [ -x "$programs/$product" ] || fail "$programs/$product is missing"
    done
}
