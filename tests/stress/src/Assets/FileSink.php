<?php

declare(strict_types=1);

namespace Aco\Stress\Assets;

use Aco\Assets\AssetChange;
use Aco\Assets\Assignment;
use Aco\Assets\ProductChange;
use Aco\Assets\Sink;
use Aco\Client;
use Aco\Connection;
use Aco\Feed;
use Aco\Submission;

/**
 * The media of products in a database file, which outlives the process that writes to it.
 */
final class FileSink implements Sink
{
    private readonly \PDO $pdo;
    public int $writes = 0;

    /**
     * @param bool $stepwise takes a change by its upserts and removals, as older endpoints do, not by the whole picture
     * @param float $faults share of changes that are left undone, and are to be sent again
     */
    public function __construct(
        string $file,
        private readonly bool $stepwise = false,
        private readonly float $faults = 0.0,
    ) {
        $this->pdo = new \PDO("sqlite:$file", null, null, [\PDO::ATTR_ERRMODE => \PDO::ERRMODE_EXCEPTION]);
        $this->pdo->exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA busy_timeout=10000');
        $this->pdo->exec('CREATE TABLE IF NOT EXISTS media (sku TEXT, asset TEXT, content TEXT, PRIMARY KEY (sku, asset))');
        $this->pdo->exec('CREATE INDEX IF NOT EXISTS media_asset ON media (asset)');
    }

    public function apply(array|\Traversable $changes, ?callable $onBatch = null): Submission
    {
        $position = 0;

        foreach ($changes as $change) {
            $failed = $this->faults > 0 && mt_rand() / mt_getrandmax() < $this->faults;
            if (!$failed) {
                $this->pdo->exec('BEGIN IMMEDIATE');
                $change instanceof AssetChange ? $this->asset($change) : $this->product($change);
                $this->pdo->exec('COMMIT');
                $this->writes++;
            }

            $result = [
                'position' => $position++, 'id' => '', 'status' => $failed ? 2 : 200,
                'message' => $failed ? 'fault' : '', 'field' => null,
            ];

            if ($onBatch !== null) {
                $onBatch((object) ['results' => [$result]]);
            }
        }

        // Only clients make submissions: one of nothing.
        return (new Client(
            new Connection('t', 'c', 's', 'https://localhost/', '', 'https://localhost/'),
        ))->submit(Feed::Products, []);
    }

    /** @return array<string, array<string, array<string, mixed>>> as Model::media() has it */
    public function media(): array
    {
        $media = [];
        foreach ($this->pdo->query('SELECT sku, asset, content FROM media ORDER BY sku, asset', \PDO::FETCH_NUM) as [$sku, $asset, $content]) {
            $media[$sku][$asset] = json_decode($content, true);
        }
        ksort($media);

        return $media;
    }

    private function asset(AssetChange $change): void
    {
        if (!$this->stepwise) {
            $this->pdo->prepare('DELETE FROM media WHERE asset = ?')->execute([$change->assetId]);
        }
        foreach ($this->stepwise ? $change->removals : [] as $sku) {
            $this->pdo->prepare('DELETE FROM media WHERE sku = ? AND asset = ?')->execute([$sku, $change->assetId]);
        }
        /** @var Assignment $assignment */
        foreach ($this->stepwise ? $change->upserts : $change->assignments as $assignment) {
            $this->put(
                $assignment->sku,
                $change->assetId,
                $assignment->roles,
                $assignment->position,
                $change->video,
                $change->altTexts,
            );
        }
    }

    private function product(ProductChange $change): void
    {
        $this->pdo->prepare('DELETE FROM media WHERE sku = ?')->execute([$change->sku]);
        foreach ($change->media as $entry) {
            $this->put(
                $change->sku,
                $entry['assetId'],
                $entry['roles'],
                $entry['position'],
                $entry['video'],
                $entry['altTexts'],
            );
        }
    }

    private function put(string $sku, string $asset, array $roles, ?int $position, bool $video, array $altTexts): void
    {
        $this->pdo->prepare('REPLACE INTO media (sku, asset, content) VALUES (?, ?, ?)')->execute([
            $sku, $asset,
            json_encode(['roles' => $roles, 'position' => $position, 'video' => $video, 'altTexts' => $altTexts]),
        ]);
    }
}
