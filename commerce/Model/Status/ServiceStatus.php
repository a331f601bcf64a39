<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Status;

use Aco\CommerceOptimizer\Model\Assets\AssetSettings;
use Aco\CommerceOptimizer\Model\Assets\Connection;
use Aco\CommerceOptimizer\Model\Assets\ConnectionStatus;
use Aco\CommerceOptimizer\Model\Assets\ProductEvents;
use Aco\CommerceOptimizer\Model\Experience\EventStore;
use Aco\CommerceOptimizer\Model\Experience\SettingsProvider;
use Aco\Exception\InvalidArgumentException;

/** How far the services beside the catalog are. */
class ServiceStatus
{
    public function __construct(
        private readonly SettingsProvider $experience,
        private readonly EventStore $events,
        private readonly AssetSettings $assets,
        private readonly Connection $connection,
        private readonly ProductEvents $products,
    ) {
    }

    /**
     * Null: it is off.
     *
     * @return array{
     *     waiting: int,
     *     failed: int,
     *     delivered: int,
     *     rejected: int,
     *     refused: int,
     *     problems: list<string>,
     * }|null
     */
    public function orders(): ?array
    {
        try {
            $settings = $this->experience->get();
            $isOn = $this->experience->wantsOrders($settings);
            $problems = [];
            foreach ($isOn ? [null, ...$settings->websites()] : [] as $website) {
                array_push($problems, ...($settings->backOfficeEvents($website) ? $settings->errors($website) : []));
            }
        } catch (InvalidArgumentException $e) {
            $isOn = true;
            $problems = [ltrim($e->getMessage(), '$')];
        }

        return $isOn ? $this->events->counts() + ['problems' => $problems] : null;
    }

    /** Null: nobody has set it up. */
    public function assets(): ?ConnectionStatus
    {
        return $this->connection->status();
    }

    /** Whether updates of assets are taken. */
    public function isAssetsEnabled(): bool
    {
        return $this->assets->isEnabled();
    }

    /** Events of products that cron has not handed over yet. */
    public function productEvents(): int
    {
        return $this->products->waiting();
    }
}
