--TEST--
bin/aco completion: the shell completes commands, options, feeds, sources and types of bin/aco
--SKIPIF--
<?php
require __DIR__ . '/cli.inc';
echo skip_reason() ?: (is_executable('/bin/bash') ? '' : 'skip bash is missing');
?>
--FILE--
<?php
require __DIR__ . '/cli.inc';

$cli = new Cli();
foreach (['products.jsonl', 'prices.json.gz', 'notes.txt', '.hidden.jsonl', 'shop/products.jsonl'] as $name) {
    $cli->write($name, []);
}
symlink(ROOT . '/bin/aco', "$cli->dir/aco");

/** What bash itself suggests for a line, whose last word is completed. */
function suggest(Cli $cli, string $line): string
{
    $words = explode(' ', $line);
    $bash = clone $cli;
    $bash->command = ['/bin/bash', '-c', <<<'BASH'
        # Of the package bash-completion.
        _get_comp_words_by_ref() { cur=${COMP_WORDS[COMP_CWORD]}; words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; }
        __ltrim_colon_completions() { :; }
        eval "$(./aco completion bash)"
        complete -p aco >&2
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _sf_aco
        printf '%s\n' "${COMPREPLY[@]}"
        BASH, 'bash', ...$words];
    $result = $bash->run([]);
    $result->err === "complete -F _sf_aco aco\n" || print($result->err);

    return strtr(trim($result->out), "\n", ' ');
}

foreach ([
    './aco sta', './aco sync --fee', './aco sync --feed=pro', './aco status --feed p', './aco sync ', './aco sync p',
    './aco sync shop/', './aco resync --feed prices sh', './aco estimate pri', './aco orders:sync s',
    './aco config:init --type ', './aco completion ',
] as $line) {
    echo "$line: ", suggest($cli, $line), "\n";
}
?>
--EXPECT--
./aco sta: status
./aco sync --fee: --feed
./aco sync --feed=pro: products productAttributes productLayers
./aco status --feed p: products productAttributes prices priceBooks productLayers
./aco sync : host/ ini/ prices.json.gz products.jsonl shop/
./aco sync p: prices.json.gz products.jsonl
./aco sync shop/: shop/products.jsonl
./aco resync --feed prices sh: shop/
./aco estimate pri: prices.json.gz
./aco orders:sync s: shop/
./aco config:init --type : sandbox production
./aco completion : bash fish zsh
