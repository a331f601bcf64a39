<?php

declare(strict_types=1);

namespace Aco\Sandbox\Fault;

use Aco\Sandbox\Http\Request;

/** One misbehaviour: which requests it is for, how often, and what it does. */
final class Fault
{
    private ?ItemRejection $rejection = null;

    /**
     * @param array<mixed> $spec the description it was read from
     * @param string $pattern regular expression for the path
     * @param string $method empty for any
     * @param array<string, mixed> $options of the type
     */
    public function __construct(
        private readonly array $spec,
        private readonly string $pattern,
        private readonly string $method,
        private readonly Frequency $frequency,
        public readonly FaultType $type,
        private readonly array $options,
    ) {
    }

    public function option(string $name): mixed
    {
        return $this->options[$name];
    }

    public function rejection(): ItemRejection
    {
        return $this->rejection ??= new ItemRejection(
            $this->options['keys'],
            $this->options['every'],
            $this->options['message'],
        );
    }

    /** Whether the fault strikes this request. Counts the request when it is one of those the fault is for. */
    public function strikes(Request $request, SeededRandom $random): bool
    {
        if (
            ($this->method !== '' && $this->method !== $request->method)
            || $this->frequency->isOver()
            || preg_match($this->pattern, $request->path) !== 1
        ) {
            return false;
        }

        return $this->frequency->strikes($random);
    }

    /** @return array<mixed> the description with the counts so far */
    public function describe(): array
    {
        return $this->spec + $this->frequency->counts();
    }
}
