# shellcheck shell=sh
# PHPs from Debian alone: chroots of other releases, and PHP with sanitizers from its source package. All of it is kept
# in the cache under a name that holds the hash of its recipe. Read by scripts/matrix, which sets `cache`; what fails
# says why and returns 1.

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
# What each chroot has, beside its PHP.
chroot_packages="ca-certificates debhelper dh-php dpkg-dev g++ gcc libc6-dev libcurl4-openssl-dev libdeflate-dev \
libjson-c-dev libsimdjson-dev libssl-dev make nginx-light openssl php-all-dev php-pear pkg-config xz-utils zlib1g-dev"

mirror() {
    awk '/^URIs:/ {print $2; exit}' /etc/apt/sources.list.d/*.sources 2>/dev/null | grep . \
        || awk '$1 == "deb" {for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) {print $i; exit}}' /etc/apt/sources.list
}

# One process at a time makes what is kept under a name, the others wait for it: until the shell that it is called in
# ends.
lock_of() {
    exec 9>"$cache/lock-$1" && flock 9
}

hash_of() {
    printf '%s\n' "$@" | sha1sum | cut -c 1-12
}

# The folder of a chroot with a PHP, in a shell of its own: chroot_of 8.4. Made in a folder beside it, so that a name
# means a whole one.
chroot_of() {
    version=$1
    packages="$chroot_packages php$version-cli php$version-curl php$version-dev php$version-mbstring"
    packages="$packages php$version-sqlite3 php$version-xml"
    case $version in
        8.2) suite=bookworm ;;
        8.4) suite=trixie ;;
        # The packages of PHP 8.5 alone come from experimental: its php-common does not go with them.
        8.5) suite=sid ;;
        *) return 1 ;;
    esac
    lock_of "chroot-$version"
    folder=$cache/chroot-$version-$(hash_of "$suite" "$packages")
    if [ ! -d "$folder" ]; then
        new=$folder.new
        # With those of other recipes, which nothing asks for any more.
        rm -rf "$cache/chroot-$version-"*
        set -- --mode=root --variant=minbase "--include=$(echo "$packages" | tr -s ' ' ',')" \
            --aptopt='Acquire::Check-Valid-Until "false"'
        if [ "$suite" = sid ]; then
            pin='Package: *\nPin: release a=experimental\nPin-Priority: 200\n\n'
            pin="${pin}Package: php8.5*\nPin: release a=experimental\nPin-Priority: 600\n"
            hook="mkdir -p \"\$1/etc/apt/preferences.d\"; printf '$pin' >\"\$1/etc/apt/preferences.d/experimental\""
            set -- "$@" "--setup-hook=$hook" sid "$new" \
                "deb [signed-by=$keyring] $(mirror) sid main" "deb [signed-by=$keyring] $(mirror) experimental main"
        else
            set -- "$@" "$suite" "$new" "$(mirror)"
        fi
        mmdebstrap "$@" >&2 || {
            rm -rf "$new"
            return 1
        }
        mv "$new" "$folder"
    fi
    echo "$folder"
}

# The folder of a system with MySQL, which only Debian's unstable release has, in a shell of its own.
mysql_root() {
    lock_of mysql
    folder=$cache/mysql
    if [ ! -d "$folder" ]; then
        mmdebstrap --mode=root --variant=minbase --include=mysql-server-core \
            --aptopt='Acquire::Check-Valid-Until "false"' sid "$folder.new" \
            "deb [signed-by=$keyring] $(mirror) sid main" >&2 || {
            rm -rf "$folder.new"
            return 1
        }
        mv "$folder.new" "$folder"
    fi
    echo "$folder"
}

# Options of apt for the index of another release, which the system's own lists know nothing of.
apt_options_of() {
    apt=$cache/apt-$1
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/state"
    : >"$apt/status"
    printf 'deb-src [signed-by=%s] %s %s main\n' "$keyring" "$(mirror)" "$1" >"$apt/sources.list"
    echo "-o Dir::Etc::sourcelist=$apt/sources.list -o Dir::Etc::sourceparts=- -o Dir::State=$apt/state \
        -o Dir::State::status=$apt/status -o Dir::State::lists=$apt/lists -o Dir::Cache=$apt/cache \
        -o APT::Sandbox::User=root"
}

# The prefix of a PHP with debug, ZTS, ASan and UBSan, in a shell of its own: asan_php 8.2; a whole one or none. From
# the original tarball: Debian's patches want its libtool.
asan_php() {
    case $1 in
        8.2) suite=bookworm ;;
        8.4) suite=trixie ;;
        *) return 1 ;;
    esac
    flags="--disable-all --enable-cli --disable-cgi --disable-phpdbg --enable-tokenizer --enable-pcntl --enable-posix \
        --with-zlib --enable-debug --enable-zts --enable-address-sanitizer --enable-undefined-sanitizer"
    lock_of "php-$1-asan"
    prefix=$cache/php-$1-asan-$(hash_of "$suite" "$flags")
    if [ ! -x "$prefix/bin/php" ]; then
        source=$cache/source-$1
        rm -rf "$source" "$cache/php-$1-asan-"*
        mkdir -p "$source/tree"
        options=$(apt_options_of "$suite")
        # shellcheck disable=SC2086
        (
            exec >&2
            cd "$source" && apt-get $options update && apt-get $options source --download-only "php$1" || exit 1
            tar -xf php*.orig.tar.xz --strip-components=1 -C tree && cd tree || exit 1
            CC=clang CFLAGS='-O1 -g -fno-omit-frame-pointer' ./configure --prefix="$prefix" $flags && make -j"$jobs" \
                && make install INSTALL_ROOT="$source/installed" && mv "$source/installed$prefix" "$prefix"
        ) || {
            rm -rf "$source" "$prefix"
            return 1
        }
        rm -rf "$source"
    fi
    echo "$prefix"
}
