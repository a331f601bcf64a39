<?php

declare(strict_types=1);

namespace Aco\Stress\Quota;

/**
 * One quota, counted by every model at once: what one of them refuses is refused.
 */
final class Meter
{
    private const PHASES = 8;

    /** @var array<string, list<Model>> */
    private readonly array $models;

    /** @var array<string, int> */
    private array $refused;

    /** @var list<array{int, int}> times and amounts of what was accepted */
    private array $accepted = [];

    public function __construct(int $limit, int $window)
    {
        $start = hrtime(true) - $window;
        $this->models = [
            'bucket' => [new TokenBucket($limit, $window)],
            'fixed' => array_map(
                static fn (int $phase): Model => new FixedWindow(
                    $limit,
                    $window,
                    $start + intdiv($phase * $window, self::PHASES),
                ),
                range(0, self::PHASES - 1),
            ),
            'rolling' => [new RollingWindow($limit, $window)],
        ];
        $this->refused = array_fill_keys(array_keys($this->models), 0);
    }

    public function take(int $now, int $amount): bool
    {
        $accepted = true;

        foreach ($this->models as $name => $models) {
            $taken = array_map(static fn (Model $model): bool => $model->take($now, $amount), $models);
            if (in_array(false, $taken, true)) {
                $this->refused[$name]++;
                $accepted = false;
            }
        }

        if ($accepted) {
            $this->accepted[] = [$now, $amount];
        }

        return $accepted;
    }

    /**
     * @return array{accepted: list<array{int, int}>, models: array<string, array{refused: int, most: int}>}
     */
    public function report(): array
    {
        $report = ['accepted' => $this->accepted, 'models' => []];
        foreach ($this->models as $name => $models) {
            $most = max(array_map(static fn (Model $model): int => $model->most(), $models));
            $report['models'][$name] = ['refused' => $this->refused[$name], 'most' => $most];
        }

        return $report;
    }
}
