# shellcheck shell=sh
# What bin/quickstart and bin/test share: tools, build, libraries. To be read with `.` after `root` and `program` are
# set.

# Another PHP: PHP=php8.4 PHPIZE=phpize8.4 PHP_CONFIG=php-config8.4
PHP=${PHP:-php}
PHPIZE=${PHPIZE:-phpize}
PHP_CONFIG=${PHP_CONFIG:-php-config}
export PHP PHPIZE PHP_CONFIG

# Where Debian's packages enable what systemd starts.
units=${units:-/etc/systemd/system}
root=${root:?}
program=${program:?}
module=$root/modules/aco.so
logs=$root/var/log

say() {
    printf '%s\n' "$*"
}

# A blank line before it.
title() {
    printf '\n%s\n' "$*"
}

complain() {
    printf '%s: %s\n' "$program" "$*" >&2
}

die() {
    complain "$@"
    exit 2
}

newer() {
    [ -n "$(find "$1" -newer "$2" 2>/dev/null)" ]
}

have() {
    command -v "$1" >/dev/null 2>&1
}

# What a log says last, or the file that a compiler is at.
last_step() {
    tail -n 1 "$1" 2>/dev/null | sed -E 's,.*-(c|o) ([^ ]*/)?([^/ ]+)\.(cpp|c|lo|o|la)( .*|$),compiling \3,' | cut -c 1-60
}

# Every 10 seconds a line that says how far a log is, until this script ends or the watcher is killed.
watch_log() {
    watched=0
    # Nothing that outlives this script may hold what it prints to.
    while sleep 10 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
        watched=$((watched + 10))
        say "  after $watched s: $(last_step "$1")"
    done
}

# Runs a command with its output in a log; shows the errors in it, else its end, when the command fails.
logged() {
    log=$logs/$1.log
    shift
    mkdir -p "$logs"
    : >"$log"
    watch_log "$log" &
    watcher=$!
    "$@" >"$log" 2>&1 </dev/null
    ended=$?
    kill "$watcher" 2>/dev/null
    wait "$watcher" 2>/dev/null
    [ "$ended" -ne 0 ] || return 0
    grep -m 15 -E '(^|[^a-z])([Ee]rror|E): ' "$log" >&2 || tail -n 15 "$log" >&2
    complain "the above is from $log"
    return 1
}

# --- Tools -------------------------------------------------------------------------------------------------------

have_library() {
    have pkg-config && pkg-config --exists "$@" 2>/dev/null
}

have_php_extension() {
    have "$PHP" && "$PHP" -m 2>/dev/null | grep -qix "$1"
}

# Whether PHP is Debian's, or will be: with another one, such as that of Docker's images, Debian's packages of PHP are of
# no use, and may not be installed at all.
uses_debians_php() {
    ! have "$PHP" || dpkg -S "$(readlink -f "$(command -v "$PHP")")" >/dev/null 2>&1
}

# Debian's packages of what PHP lacks.
missing_php_packages() {
    have "$PHP" || say php-cli
    { have "$PHPIZE" && have "$PHP_CONFIG"; } || say php-dev
    have_php_extension pdo_sqlite || say php-sqlite3
    have_libraries_of_cli || have composer || say composer
    if [ -n "${1:-}" ]; then
        have_php_extension mbstring || say php-mbstring
        have_php_extension dom || say php-xml
        have_php_extension curl || say php-curl
        have_php_extension pdo_mysql || say php-mysql
        have_php_extension redis || say php-redis
        # To make arginfo.
        [ -d /usr/share/php/PhpParser ] || say php-parser
        [ -z "${ACO_ALL_CHECKS:-}" ] || have pear || say php-pear
    fi
}

# ISA-L has code for these processors alone.
fast_compressor() {
    case $(uname -m) in
        x86_64 | aarch64) say libisal-dev ;;
        *) say libdeflate-dev ;;
    esac
}

# The runtime of clang's sanitizers and of libFuzzer is a package of its own, which clang does not bring along.
clang_links_fuzz_targets() {
    have "$1" || return 1
    linked=$(mktemp) || return 1
    printf '%s\n' 'int LLVMFuzzerTestOneInput(const char *data, unsigned long size) { (void) data; return (int) (size & 0); }' \
        | "$1" -x c -fsanitize=fuzzer,address,undefined -o "$linked" - >/dev/null 2>&1
    links=$?
    rm -f "$linked"
    return "$links"
}

clang_runtime_package() {
    say "libclang-rt-$("$1" -dumpversion | cut -d . -f 1)-dev"
}

# clang and its runtime, whose package is named for the version of clang: known when clang is there.
missing_clang() {
    if ! have clang; then
        say clang
    elif ! clang_links_fuzz_targets clang; then
        clang_runtime_package clang
    fi
}

# Debian's names of what is missing to build and run; with `test`, to test as well; with `matrix`, to build other PHPs,
# too.
missing_packages() {
    if uses_debians_php; then
        missing_php_packages "${1:-}"
    else
        have autoconf || say autoconf
    fi
    if ! have_libraries_of_cli; then
        have unzip || say unzip
        [ -d /etc/ssl/certs ] || say ca-certificates
    fi
    have "${CC:-cc}" || say gcc
    have make || say make
    have pkg-config || say pkg-config
    have_library 'libcurl >= 7.68.0' || say libcurl4-openssl-dev
    have_library 'json-c >= 0.13' || say libjson-c-dev
    have_library 'libcrypto >= 1.1.1' || say libssl-dev
    have_library 'zlib >= 1.2.5' || say zlib1g-dev
    have_library libisal || [ -f /usr/include/libdeflate.h ] || have_library libdeflate || say "$(fast_compressor)"
    if [ "${1:-}" = matrix ]; then
        missing_clang
        have re2c || say re2c
        have bison || say bison
        have mmdebstrap || say mmdebstrap
    fi
    if [ -n "${1:-}" ]; then
        have_library cmocka || say libcmocka-dev
        have openssl || say openssl
        # The real servers that tests start themselves.
        have mariadbd || [ -x /usr/sbin/mariadbd ] || say mariadb-server
        have nginx || [ -x /usr/sbin/nginx ] || say nginx-light
        have redis-server || say redis-server
        # For a locale with a decimal comma.
        [ -d /usr/share/i18n/locales ] || say locales
    fi
    # Checks that are skipped without their tool.
    if [ -n "${ACO_ALL_CHECKS:-}" ]; then
        [ "${1:-}" = matrix ] || missing_clang
        for tool in clang-tidy clang-format cppcheck shellcheck chromium valgrind spin faketime; do
            have "$tool" || say "$tool"
        done
        have musl-gcc || say musl-tools
        # Debian's is of its own PHP.
        [ -n "$(find /usr/sbin -name 'php-fpm*' 2>/dev/null)" ] || say php-fpm
    fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

may_install() {
    have apt-get || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    # Without a terminal nobody can type a password.
    have sudo && { [ -t 0 ] || sudo -n true 2>/dev/null; }
}

# The services and sockets that the next boot starts.
enabled_units() {
    find "$units" -type l \( -name '*.service' -o -name '*.socket' \) -path '*.wants/*' 2>/dev/null | sort
}

# Without systemd, Debian's scripts of System V start the same services.
disable_unit() {
    name=$(basename "$1")
    if ! { have systemctl && as_root systemctl disable "$name"; }; then
        as_root rm -f "$1"
        as_root update-rc.d "${name%.*}" disable
    fi
}

# Tests start servers in folders of their own; the system's are not to start because a package came, neither now nor
# with the next boot.
apt_install() {
    before=$(enabled_units)
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    as_root apt-get -q update
    policy=/usr/sbin/policy-rc.d
    if [ -e "$policy" ]; then
        policy=
    else
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    as_root apt-get -q install -y --no-install-recommends "$@"
    installed=$?
    [ -z "$policy" ] || as_root rm -f "$policy"
    for unit in $(enabled_units); do
        case "
$before
" in
            *"
$unit
"*) ;;
            *) disable_unit "$unit" ;;
        esac
    done
    return "$installed"
}

# Installing cannot help where the caller names a PHP that is not there.
look_for_named_php() {
    for name in "$PHP" "$PHPIZE" "$PHP_CONFIG"; do
        case $name in
            php | phpize | php-config) ;;
            *) have "$name" || die "$name is not there; name what belongs to one PHP in PHP, PHPIZE and PHP_CONFIG" ;;
        esac
    done
}

# Installs what a list from missing_packages names, or says why it cannot.
install_packages() {
    if ! may_install; then
        complain "these Debian packages, or what your system calls them, are missing: $*"
        complain "install them and call $program again; on Debian it does so itself as root or with sudo"
        exit 2
    fi
    say "Installing $*"
    logged install apt_install "$@" || die "the packages could not be installed; install them yourself and call $program again"
}

install_tools() {
    look_for_named_php
    wanted=${1:-}
    # What a package makes known, such as the version of a compiler, may name another one.
    for _ in 1 2; do
        # shellcheck disable=SC2046
        set -- $(missing_packages "$wanted")
        [ $# -gt 0 ] || break
        install_packages "$@"
    done
    "$PHP" -r 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);' \
        || die "$(command -v "$PHP") has no extension pdo_sqlite; install it the way that this PHP was installed"
    # A PHP of one version and the phpize of another give a module that does not load.
    if [ "$("$PHP" -r 'echo PHP_VERSION;')" != "$("$PHP_CONFIG" --version)" ]; then
        die "$PHP and $PHP_CONFIG are of different versions; name those that belong together in PHP, PHPIZE and PHP_CONFIG"
    fi
    "$PHP" -r 'exit(PHP_VERSION_ID >= 80100 ? 0 : 1);' || die "PHP 8.1 or later is needed; name it in PHP, PHPIZE and PHP_CONFIG"
}

# --- Extension ---------------------------------------------------------------------------------------------------

# What a build is made for: the very PHP, then the switches of configure.
php_identity() {
    say "$("$PHP_CONFIG" --php-binary) $("$PHP_CONFIG" --vernum) $("$PHP_CONFIG" --extension-dir)"
}

built_for() {
    cat "$root/modules/.built-for" 2>/dev/null
}

# Whether modules/aco.so is that of these sources and this PHP, whatever the switches were unless they are given.
is_built() {
    [ -f "$module" ] || return 1
    case $(built_for) in
        "$(php_identity) | "*"$1"*) ;;
        *) return 1 ;;
    esac
    [ -z "$(find "$root/config.m4" "$root/aco.c" "$root/php_aco.h" "$root/src" \
        \( -name '*.[ch]' -o -name config.m4 \) -newer "$module" 2>/dev/null | head -n 1)" ]
}

build_steps() {
    cd "$root" || return 1
    if [ "$(built_for)" != "$(php_identity) | $*" ] || [ ! -f Makefile ] ||
        newer config.m4 Makefile || newer src/sources.txt Makefile; then
        # Objects of another PHP or of other switches are of no use.
        if [ -f Makefile ]; then
            make clean || true
        fi
        "$PHPIZE" && ./configure --with-php-config="$(command -v "$PHP_CONFIG")" "$@" || return 1
    fi
    rm -f modules/.built-for
    make -j"$(jobs_at_once)" || return 1
    # make leaves an unchanged module as it is; here it says when it was looked at last.
    touch modules/aco.so
    say "$(php_identity) | $*" >modules/.built-for
}

jobs_at_once() {
    getconf _NPROCESSORS_ONLN 2>/dev/null || say 2
}

# Builds the extension in the tree with the given switches, unless that is done.
build_extension() {
    if is_built "$*"; then
        return 0
    fi
    say "Building the extension for PHP $("$PHP_CONFIG" --version)"
    logged build build_steps "$@"
}

# --- Libraries of bin/aco ----------------------------------------------------------------------------------------

have_libraries_of_cli() {
    [ -f "$root/cli/vendor/autoload.php" ] && ! newer "$root/cli/composer.json" "$root/cli/vendor/autoload.php"
}

composer_steps() {
    # Composer wants a home, asks root for a second thought, and guesses versions from git otherwise.
    if [ -z "${HOME:-}${COMPOSER_HOME:-}" ]; then
        COMPOSER_HOME=$root/var/composer
        export COMPOSER_HOME
    fi
    COMPOSER_ALLOW_SUPERUSER=1
    COMPOSER_ROOT_VERSION=dev-main
    export COMPOSER_ALLOW_SUPERUSER COMPOSER_ROOT_VERSION
    # Debian's composer is of no use where its PHP is none, and what is downloaded unsigned is not run.
    if ! have composer; then
        echo "error: composer is missing: put it into the PATH; in images of PHP: COPY --from=composer /usr/bin/composer"
        return 1
    fi
    composer install --no-interaction --no-progress --working-dir="$root/cli" && touch "$root/cli/vendor/autoload.php"
}

install_libraries() {
    if have_libraries_of_cli; then
        return 0
    fi
    say "Installing the libraries of bin/aco with composer"
    logged composer composer_steps
}
