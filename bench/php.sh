#!/bin/sh
# Runs a PHP file with the extension, and with opcache and its JIT for what is PHP:
#
#     bench/php.sh [-d SETTING=VALUE]... FILE [ARGUMENT]...
#
# Takes modules/aco.so unless the extension is loaded already. What it finds is in the environment for
# the processes that FILE starts through it, so that they start quickly.
set -eu

bench=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
php=${PHP:-php}

look_for_modules() {
    if ! command -v "$php" >/dev/null 2>&1; then
        echo "bench: $php is not there; name the command in PHP=" >&2
        exit 2
    fi
    extensions=$("$php" -m)
    ACO_BENCH_MODULE=
    if ! printf '%s\n' "$extensions" | grep -qx aco; then
        ACO_BENCH_MODULE=$bench/../modules/aco.so
        if [ ! -f "$ACO_BENCH_MODULE" ]; then
            echo "bench: modules/aco.so is missing; build it first: phpize && ./configure && make" >&2
            exit 2
        fi
    fi
    ACO_BENCH_OPCACHE=
    if ! printf '%s\n' "$extensions" | grep -qx 'Zend OPcache'; then
        ACO_BENCH_OPCACHE=$("$php" -r 'echo ini_get("extension_dir");')/opcache.so
        if [ ! -f "$ACO_BENCH_OPCACHE" ]; then
            echo "bench: no opcache found; the PHP side runs without JIT" >&2
            ACO_BENCH_OPCACHE=
        fi
    fi
    export ACO_BENCH_MODULE ACO_BENCH_OPCACHE
}

[ -n "${ACO_BENCH_MODULE+found}" ] || look_for_modules
if [ -n "$ACO_BENCH_MODULE" ]; then
    set -- -d extension="$ACO_BENCH_MODULE" "$@"
fi
# PHP hands empty variables on to no process.
if [ -n "${ACO_BENCH_OPCACHE:-}" ]; then
    set -- -d zend_extension="$ACO_BENCH_OPCACHE" "$@"
fi

exec "$php" -d opcache.enable_cli=1 -d opcache.jit_buffer_size=64M -d opcache.jit=tracing "$@"
