<?php

/**
 * Calls methods of all classes with arguments of all kinds, from callbacks, destructors, fibers and signal handlers,
 * too. What is looked for are crashes: run it with a sanitizer, or at least with freed memory overwritten, as
 * tests/fuzz/run does.
 *
 *   php -d extension=modules/aco.so tests/fuzz/objects.php, with the options of rounds.inc
 *   --calls               print what is done
 *   --without=poke,half   leave actions out
 */

declare(strict_types=1);

require __DIR__ . '/rounds.inc';
require __DIR__ . '/object_values.inc';
require __DIR__ . '/object_peers.inc';

final class ObjectFuzzer implements Fuzzer
{
    /** By how often. */
    private const ACTIONS = [
        'method', 'method', 'method', 'method', 'method', 'method', 'make', 'make', 'make', 'make', 'drop', 'drop',
        'drop', 'weak', 'find weak', 'collect',
        'poke', 'poke', 'half', 'look', 'fiber', 'resume', 'cycle',
    ];

    /** What waits for minutes: it asks IMS, and tries again. */
    private const LEFT_OUT = ['Aco\Connection::discover'];

    /** @var list<class-string> */
    private array $classes = [];

    /** @var list<object> */
    private array $pool = [];

    /** @var list<WeakReference> */
    private array $weak = [];

    /** @var list<Fiber> */
    private array $fibers = [];

    private Random $random;
    private ObjectValues $values;
    private ObjectPeers $peers;
    private int $left = 0;
    private int $depth = 0;
    private bool $collecting = false;

    /** @var list<object> whose methods are being called */
    private array $waiting = [];

    private int $calls = 0;
    private int $thrown = 0;
    private int $callbacks = 0;
    private readonly bool $tells;

    /** @var list<string> */
    private readonly array $leftOut;

    public function __construct(private readonly int $seed)
    {
        $this->tells = in_array('--calls', $_SERVER['argv'], true);
        $this->leftOut = explode(
            ',',
            preg_replace('/^--without=/', '', current(preg_grep('/^--without=/', $_SERVER['argv'])) ?: ''),
        );
        $this->peers = new ObjectPeers();
        foreach ((new ReflectionExtension('aco'))->getClasses() as $class) {
            if (!$class->isInterface() && !$class->isEnum() && !$class->implementsInterface(Throwable::class)) {
                $this->classes[] = $class->name;
            }
        }
        // Only as collect() does.
        gc_disable();
        // Warnings are one more way to PHP code.
        set_error_handler(function (): bool {
            $this->called('error handler');
            return true;
        });
    }

    public function result(): string
    {
        return "$this->calls calls, $this->callbacks callbacks, $this->thrown exceptions";
    }

    public function run(int $round): void
    {
        $this->random = random_of($this->seed, $round);
        $this->values = new ObjectValues($this, $this->random, $this->peers->urls, $this->peers->privateKey);
        $this->left = 20 + $this->random->below(60);
        $this->waiting = [];
        $signals = $this->random->below(16) === 0;
        $signals && $this->peers->interrupt($this->onSignal(...));
        while ($this->left > 0) {
            $this->act();
        }
        $this->left = 5;
        $this->attempt(function (): void {
            while ($this->fibers !== [] || $this->pool !== [] || $this->weak !== []) {
                $this->attempt(fn () => $this->remove($this->random->of(['fibers', 'pool', 'weak'])));
            }
            $this->collect();
        });
        $this->left = 0;
        $this->depth = 0;
        $signals && $this->peers->leaveAlone();
        $this->peers->check();
    }

    /** @return object|null of the class, or of any */
    public function find(?string $class): ?object
    {
        $found = $class === null ? $this->pool : array_values(
            array_filter($this->pool, static fn (object $object): bool => $object instanceof $class),
        );

        return $found === [] ? null : $this->random->of($found);
    }

    public function callback(string $what): Closure
    {
        $witness = new Witness($this);
        $witness->other = $this->random->below(4) === 0 ? $this->find(null) : null;

        return function () use ($witness, $what): void {
            $this->called($what);
        };
    }

    /** Something of the round was called back. */
    public function called(string $what): void
    {
        $this->callbacks++;
        if ($this->left <= 0 || $this->depth > 6) {
            return;
        }
        $this->tell($what);
        for ($times = $this->random->below(4); $times > 0; $times--) {
            $this->act();
        }
        if ($this->random->below(6) === 0 && Fiber::getCurrent() !== null) {
            Fiber::suspend();
        }
        if ($this->random->below(8) === 0) {
            throw new DomainException($what);
        }
    }

    private function act(): void
    {
        $this->left--;
        $action = $this->random->of(self::ACTIONS);
        if (in_array($action, $this->leftOut, true)) {
            return;
        }
        $this->attempt(function () use ($action): void {
            match ($action) {
                'method' => $this->callMethod(),
                'make' => $this->keep($this->values->make($this->random->of($this->classes))),
                'half' => $this->keep($this->values->halfMade($this->random->of($this->classes))),
                'drop' => $this->remove('pool'),
                'weak' => $this->pool === [] || $this->weak[] = WeakReference::create($this->find(null)),
                'find weak' => $this->weak === []
                    || $this->collecting
                    || $this->keep($this->random->of($this->weak)->get()),
                'collect' => $this->collect(),
                'poke' => $this->poke(),
                'look' => $this->look(),
                'fiber' => $this->startFiber(),
                'resume' => $this->resumeFiber(),
                'cycle' => $this->makeCycle(),
            };
        });
    }

    private function attempt(Closure $what): void
    {
        $this->depth++;
        try {
            $what();
        } catch (Throwable $e) {
            $this->thrown++;
            $this->tell($e::class . ': ' . $e->getMessage());
        } finally {
            $this->depth--;
        }
    }

    private function tell(string $what): void
    {
        $this->tells && fwrite(STDERR, str_repeat('  ', max(0, $this->depth)) . "$what\n");
    }

    /**
     * Destructors take nothing from weak references meanwhile: PHP frees what has none itself, whoever took it,
     * stdClass objects among others.
     */
    private function collect(): void
    {
        $within = $this->collecting;
        $this->collecting = true;
        try {
            gc_collect_cycles();
        } finally {
            $this->collecting = $within;
        }
    }

    private function keep(?object $object): void
    {
        $object !== null && $this->pool[] = $object;
    }

    /** Destructors run when the list is whole again. */
    private function remove(string $list): void
    {
        if ($this->$list === []) {
            return;
        }
        $at = $this->random->below(count($this->$list));
        $removed = $this->$list[$at];
        $this->$list = [...array_slice($this->$list, 0, $at), ...array_slice($this->$list, $at + 1)];
        $this->tell('drop ' . $removed::class);
        unset($removed);
    }

    private function callMethod(): void
    {
        $class = $this->random->of($this->classes);
        $object = $this->find($this->random->below(2) === 0 ? $class : null) ?? $this->values->make($class);
        if ($object !== null && in_array($object::class, $this->classes, true)) {
            $this->callMethodOf($object);
        }
    }

    private function callMethodOf(object $object): void
    {
        $method = $this->random->of((new ReflectionClass($object))->getMethods(ReflectionMethod::IS_PUBLIC) ?: [null]);
        if ($method === null || in_array("$method->class::$method->name", self::LEFT_OUT, true)) {
            return;
        }
        $arguments = $this->values->arguments($method);
        $this->calls++;
        $this->tell("$method->class::$method->name()");
        $this->waiting[] = $object;
        try {
            $result = $method->invokeArgs($method->isStatic() ? null : $object, $arguments);
        } finally {
            array_pop($this->waiting);
            $this->waiting === [] && $this->peers->endOfChild();
        }
        is_object($result) && $this->keep($result);
    }

    /** Writes to a property as no class would allow. */
    private function poke(): void
    {
        $object = $this->find(null);
        if ($object === null) {
            return;
        }
        $property = $this->random->of((new ReflectionClass($object))->getProperties() ?: [null]);
        $name = $property->name ?? 'other';
        $this->tell('poke ' . $object::class . "::$name");
        if ($property !== null && $this->random->below(3) === 0) {
            $property->setValue($object, $this->values->anything());
            return;
        }
        $properties = new ArrayObject($object);
        if ($this->random->below(4) === 0) {
            unset($properties[$name]);
        } else {
            $properties[$name] = $this->values->anything();
        }
    }

    private function look(): void
    {
        $object = $this->find(null);
        $other = $this->find(null);
        ob_start();
        try {
            match ($this->random->below(11)) {
                0 => var_dump($object),
                1 => print_r($object),
                2 => json_encode($object),
                3 => serialize($object),
                4 => unserialize('O:' . strlen($object::class) . ':"' . $object::class . '":0:{}'),
                5 => $this->keep(clone $object),
                // PHP ends the script for comparing what holds itself, which documents do not.
                6 => $object instanceof Aco\Document && $other instanceof Aco\Document && $object == $other,
                7 => (static function (?object $object): void {
                    foreach ($object ?? [] as $value) {
                    }
                })($object),
                8 => var_export($object),
                9 => (array) $object,
                10 => $this->keep($object === null ? null : new (get_class($object))()),
            };
        } finally {
            ob_end_clean();
        }
    }

    private function startFiber(): void
    {
        $fiber = new Fiber(function (): void {
            for ($times = 1 + $this->random->below(4); $times > 0; $times--) {
                $this->act();
                $this->random->below(3) === 0 && Fiber::suspend();
            }
        });
        $this->fibers[] = $fiber;
        $this->tell('fiber');
        $fiber->start();
    }

    private function resumeFiber(): void
    {
        foreach ($this->fibers as $fiber) {
            if ($fiber->isSuspended() && $this->random->below(2) === 0) {
                $this->tell('resume');
                $this->random->below(5) === 0 ? $fiber->throw(new DomainException('into a fiber')) : $fiber->resume();
                return;
            }
        }
        $this->random->below(4) === 0 && $this->remove('fibers');
    }

    private function makeCycle(): void
    {
        $witness = new Witness($this);
        $witness->other = [$witness, $this->find(null), $this->callback('in a cycle')];
    }

    /** What a call waits for is interrupted: the handler may fork, and the child goes on, too. */
    private function onSignal(): void
    {
        if ($this->waiting === []) {
            return;
        }
        $object = end($this->waiting);
        $again = function () use ($object): void {
            $this->random->below(2) === 0 && $this->attempt(fn () => $this->callMethodOf($object));
        };
        $again();
        $this->random->below(2) === 0 && $this->peers->fork($again);
        $this->called('signal handler');
    }
}

run_rounds(new ObjectFuzzer(fuzz_seed()));
