<?php

declare(strict_types=1);

namespace Aco\Cli\Assets;

use Aco\Assets\Asset;
use Aco\Cli\Store\Database;
use Aco\Exception\AcoException;
use Aco\Exception\InvalidArgumentException;
use Aco\Exception\MappingException;

/** Records what the matcher has answered. Call its methods in a transaction. */
final class MatcherAnswers
{
    private readonly QuestionStore $questions;
    private readonly AssetStore $assets;
    private readonly ProductStore $products;
    private readonly EventLedger $ledger;
    private readonly AssetMapping $assetMapping;
    private readonly ProductMapping $productMapping;

    public function __construct(Database $database, Unit $unit, Visibility $visibility)
    {
        $this->questions = new QuestionStore($database);
        $this->assets = new AssetStore($database);
        $this->products = new ProductStore($database);
        $this->ledger = new EventLedger($database);
        $this->assetMapping = new AssetMapping($database, $unit);
        $this->productMapping = new ProductMapping($database, $unit, $visibility);
    }

    /** Whether the asset can never be asked about as it is. */
    public static function isUnusable(Question $question, mixed $answer): bool
    {
        return $question->kind === EventLedger::ASSET
            && ($answer instanceof MappingException || $answer instanceof InvalidArgumentException);
    }

    /** @param Asset|list<array<string, mixed>>|AcoException|null $answer null: nothing is to change */
    public function record(Question $question, Asset|array|AcoException|null $answer): IndexResult
    {
        $now = (int) (microtime(true) * 1000);
        $result = new IndexResult();

        if ($answer instanceof AcoException && !self::isUnusable($question, $answer)) {
            $this->questions->failed($question, $answer->getMessage(), $now);
        } elseif (!$this->questions->close($question)) {
            return $result;
        } elseif ($answer instanceof AcoException) {
            $row = $this->assets->find($question->name);
            $this->assetMapping->unusable($row, $answer->getMessage(), $question->dispatchedAt, $now, $result);
        } elseif ($answer instanceof Asset) {
            $row = $this->assets->find($question->name);
            $this->assetMapping->apply($row, $answer, $question->dispatchedAt, $now, $result, false, true);
        } elseif ($answer !== null) {
            $this->showMedia($question, $answer, $now, $result);
        } else {
            $this->keep($question, $now);
            $name = $question->kind === EventLedger::ASSET ? 'asset.skipped' : 'product.skipped';
            $result->log[] = ['info', $name, $question->subject() + ['reason' => 'matcher_skip']];
        }

        return $result;
    }

    /** @param list<array<string, mixed>> $media */
    private function showMedia(Question $question, array $media, int $now, IndexResult $result): void
    {
        $refused = $this->productMapping->apply($question->row, $media, $question->dispatchedAt, $now);
        $this->ledger->revive(EventLedger::PRODUCT, $question->row, $this->products->version($question->row));

        if ($refused > 0) {
            $result->log[] = ['info', 'product.skipped', [
                'sku' => $question->name, 'reason' => 'not_approved', 'assets' => $refused,
            ]];
        }
    }

    private function keep(Question $question, int $now): void
    {
        [$version, $isWritten] = $question->kind === EventLedger::ASSET
            ? $this->assets->leave($this->assets->find($question->name), $now)
            : [$this->products->version($question->row), $this->products->isWritten($question->row)];
        $this->ledger->revive($question->kind, $question->row, $version);

        if ($isWritten) {
            $this->ledger->applied($question->kind, $question->row, $version, $now);
        }
    }
}
