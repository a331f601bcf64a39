--TEST--
bin/quickstart and bin/test: leave no service enabled that they installed, say every 10 seconds how far they are, and work with a PHP that is not Debian's
--SKIPIF--
<?php
foreach (['apt-get', 'dpkg'] as $tool) {
    if (trim((string) shell_exec("command -v $tool")) === '') {
        die("skip there is no $tool");
    }
}
?>
--FILE--
<?php
$root = dirname(__DIR__, 2);
$folder = sys_get_temp_dir() . '/aco-installing-' . getmypid();
mkdir("$folder/bin", 0700, true);
mkdir("$folder/units/multi-user.target.wants", 0700, true);
mkdir("$folder/var/log", 0700, true);

/** A command of that name, before all others. */
function command(string $name, string $script): void
{
    global $folder;
    file_put_contents("$folder/bin/$name", "#!/bin/sh\n$script\n");
    chmod("$folder/bin/$name", 0755);
}

/** Runs lines of a shell with the functions of scripts/lib.sh. */
function shell(string $lines): string
{
    global $folder, $root;
    file_put_contents("$folder/script", "root=$folder\nprogram=test\nunits=$folder/units\n. $root/scripts/lib.sh\n$lines\n");

    return str_replace($folder, 'FOLDER', (string) shell_exec("PATH=$folder/bin:\$PATH sh $folder/script 2>&1"));
}

echo "-- services\n";
$wants = "$folder/units/multi-user.target.wants";
symlink('/lib/systemd/system/cron.service', "$wants/cron.service");
command('apt-get', <<<SH
    [ "\$2" = install ] || [ "\$3" = install ] || exit 0
    for unit in mariadb.service nginx.service php.socket; do
        ln -s /lib/systemd/system/\$unit $wants/\$unit
    done
    SH);
command('systemctl', <<<SH
    echo "\$*"
    [ "\$2" != nginx.service ] && rm $wants/\$2
    SH);
command('update-rc.d', 'echo "$*" >>' . "$folder/scripts");
command('sudo', 'exec "$@"');
// The policy that keeps services from starting now belongs to the system.
echo shell('as_root() { case $1 in tee | chmod | rm) [ "$2" != "-f" ] || [ "$3" = /usr/sbin/policy-rc.d ] || "$@" ;; *) "$@" ;; esac; }
    apt_install mariadb-server nginx-light >/dev/null; echo "exit code $?"; enabled_units');

echo 'scripts: ', file_get_contents("$folder/scripts");

echo "-- signs of life\n";
command('sleep', 'exec /bin/sleep 0.2');
$shown = shell('slow() { echo "Setting up something"; /bin/sleep 2; }; logged slow slow && echo done');
// As often as this machine had time for.
echo preg_replace('/(  after \d+ s: Setting up something\n)+/', "  after … s: Setting up something\n", $shown);
echo shell('echo "libtool: compile: cc -I. -c /tree/src/map/value.c -fPIC -o src/map/.libs/value.o" >"$root/l"
    last_step "$root/l"; echo "Setting up something (1.0) ..." >"$root/l"; last_step "$root/l"');
echo shell('broken() { echo "error: no space"; return 3; }; logged broken broken || echo "exit code $?"');
$start = microtime(true);
shell('logged quick true');
echo 'nothing waits for the watcher: ', microtime(true) - $start < 2 ? 'yes' : 'no', "\n";

echo "-- a PHP in /usr/local, as in Docker's images\n";
$php = getenv('TEST_PHP_EXECUTABLE');
command('php', "exec $php \"\$@\"");
command('phpize', 'true');
command('php-config', "exec $php -r 'echo PHP_VERSION;'");
echo shell('have() { case $1 in composer | autoconf | unzip) return 1 ;; *) command -v "$1" >/dev/null ;; esac; }
    have_php_extension() { return 1; }
    uses_debians_php && echo "takes it for Debian\'s"
    ACO_ALL_CHECKS=1
    missing_packages test | grep -E "^(php|composer|autoconf|unzip)" | tr "\n" " "');
echo "\n";
echo shell('have() { [ "$1" != composer ] && command -v "$1" >/dev/null; }
    mkdir -p "$root/cli/vendor"; touch "$root/cli/vendor/autoload.php"
    composer_steps');
command('php', "exec $php -n \"\$@\"");
echo shell('missing_packages() { :; }; install_tools');

echo "-- Debian's PHP\n";
unlink("$folder/cli/vendor/autoload.php");
array_map('unlink', ["$folder/bin/php", "$folder/bin/phpize", "$folder/bin/php-config"]);
echo shell('have() { case $1 in php | phpize | composer) return 1 ;; *) command -v "$1" >/dev/null ;; esac; }
    missing_packages | grep -E "^(php|composer)" | tr "\n" " "'), "\n";

shell_exec('rm -rf ' . escapeshellarg($folder));
?>
--EXPECT--
-- services
exit code 0
FOLDER/units/multi-user.target.wants/cron.service
scripts: nginx disable
-- signs of life
  after … s: Setting up something
done
compiling value
Setting up something (1.0) ...
error: no space
test: the above is from FOLDER/var/log/broken.log
exit code 1
nothing waits for the watcher: yes
-- a PHP in /usr/local, as in Docker's images
autoconf unzip 
error: composer is missing: put it into the PATH; in images of PHP: COPY --from=composer /usr/bin/composer
test: FOLDER/bin/php has no extension pdo_sqlite; install it the way that this PHP was installed
-- Debian's PHP
php-cli php-dev php-sqlite3 composer
