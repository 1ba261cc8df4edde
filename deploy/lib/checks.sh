# shellcheck shell=bash
# What the stages of deploy/test check. Each runs in the checkout's root and fails by its exit code.

swift_options=(--scratch-path "${GONGJIANG_BUILD_FOLDER:-.build}" --explicit-target-dependency-import-check error)

# swift_checked SUBCOMMAND…: the import check writes its errors but the command can still end with 0.
swift_checked() {
    local output
    output=$(mktemp)
    swift "$@" 2>&1 | tee "$output"
    if grep -qE '^error: ' "$output"; then return 1; fi
}

check_lint() {
    local scripts=(
        deploy/up deploy/down deploy/test .ci/run deploy/lib/*.sh deploy/lib/supervise deploy/lib/install-packages
        deploy/rabbitmq/load-topology deploy/postgres/create-databases Tests/Benchmarks/run
    )
    swift format lint --strict --recursive Package.swift Shared Services Tests
    for script in "${scripts[@]}"; do bash -n "$script"; done
    if command -v shellcheck >/dev/null; then shellcheck "${scripts[@]}"; fi
    python3 - deploy/lib/*.py deploy/sample/*.py <<'PYTHON'
import ast, pathlib, sys
for name in sys.argv[1:]:
    ast.parse(pathlib.Path(name).read_text(encoding="utf-8"), name)
PYTHON
}

check_build() { swift_checked build --build-tests "${swift_options[@]}"; }

# checking_python SCRIPT ARGUMENT…: in an environment of its own with what requirements.txt names.
checking_python() {
    local environment=$local_folder/python wanted script=$1
    wanted=$(sha256sum <"$library/requirements.txt")
    if [ "$(cat "$environment/wanted" 2>/dev/null)" != "$wanted" ]; then
        rm -rf "$environment"
        python3 -m venv "$environment"
        "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$library/requirements.txt" </dev/null
        printf '%s\n' "$wanted" >"$environment/wanted"
    fi
    "$environment/bin/python" "$library/$script" "${@:2}"
}

check_documents() { checking_python check_documents.py docs/api deploy Tests/ContractsTests/Fixtures; }

# The holidays of the Chinese calendar, computed by the program that has just been built, against other programs.
check_festivals() {
    local folder
    folder=$(swift build "${swift_options[@]}" --show-bin-path)
    "$folder/gongjiang" calendar festivals --from 1950 --to 2100 | checking_python check_festivals.py 1950 2100
}

check_test() { swift_checked test --skip-build "${swift_options[@]}" ${test_options[@]+"${test_options[@]}"}; }
