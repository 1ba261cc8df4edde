# shellcheck shell=bash
# The Debian packages the project needs, and Swift.

# What building and running need, beside what Swift itself needs.
packages=(
    ca-certificates git pkg-config libpq-dev librabbitmq-dev zlib1g-dev libcairo2-dev libpango1.0-dev libqrencode-dev
    libjpeg62-turbo-dev libxlsxwriter-dev libzip-dev libxml2-dev libssl-dev
    fonts-noto-cjk fonts-hanazono
    postgresql rabbitmq-server
    curl jq openssl python3
)

# What the tests need beside that: readers of PDF and of QR codes that are not those who wrote them, and a browser.
test_packages=(python3-venv poppler-utils zbar-tools chromium)

missing_packages() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

# need_packages PACKAGE…: installs what is missing, or says with which one line it can be installed.
need_packages() {
    local missing line
    command -v dpkg-query >/dev/null || fail "this is not Debian; install what corresponds to: $*"
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ]; then
        step "installing ${missing[*]}"
        "$library/install-packages" "${missing[@]}" || fail "the packages could not be installed"
        return
    fi
    line=$(printf '%q' "$library/install-packages")" ${missing[*]}"
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -r /dev/tty ]; }; then
        step "installing ${missing[*]} (sudo may ask for your password)"
        sudo "$library/install-packages" "${missing[@]}" && return
    fi
    fail "packages are missing. Run this as root, then ${0##*/} again:

  $line"
}

# need_swift: finds Swift 6.2 or newer, also where the usual installers put it without changing the PATH.
need_swift() {
    local folder version
    for folder in "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}" /opt/swift/usr/bin /usr/share/swift/usr/bin; do
        command -v swift >/dev/null && break
        if [ -x "$folder/swift" ]; then PATH=$PATH:$folder; fi
    done
    command -v swift >/dev/null || fail "Swift is missing. Install Swift 6.3 for Debian 12 from
  https://www.swift.org/install/linux/
and see that 'swift --version' works for the account which runs this."
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    case $version in
    6.[2-9] | 6.[1-9][0-9] | [7-9].*) ;;
    *) fail "Swift 6.3 is needed, but '$(command -v swift)' is ${version:-not telling its version}.
See https://www.swift.org/install/linux/" ;;
    esac
}
