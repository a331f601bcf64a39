<?php

declare(strict_types=1);

namespace Aco\Cli\Sync;

use Aco\Cli\Config\Setting;
use Aco\Cli\Store\FeedStore;
use Aco\Document;
use Aco\Feed;

/** Has the prices of websites sent again whose base price book gets another currency. */
final class NewCurrencies
{
    public function __construct(private readonly FeedStore $store)
    {
    }

    /** @param list<array{string, Document}> $changes of price books: the body that was delivered, and the next one */
    public function note(array $changes): void
    {
        $websites = [];
        foreach ($changes as [$delivered, $document]) {
            $old = json_decode($delivered, true);
            $new = $document->jsonSerialize();
            if (isset($old['currency'], $new['currency']) && $old['currency'] !== $new['currency']) {
                $websites[$new['priceBookId']] = true;
            }
        }

        if ($websites !== [] && $this->store->setting(Setting::RESEND_PRICES) !== Setting::OFF) {
            $this->resend($websites);
        }
    }

    /** @param array<string, true> $websites by code */
    private function resend(array $websites): void
    {
        $profile = FeedProfile::of(Feed::Prices);
        $rows = [];

        foreach ($this->store->all(Feed::Prices) as $row) {
            if (!$row->deleted && isset($websites[StoredKey::of($profile, $row->data)->scope()])) {
                $rows[] = $row->id;
            }
        }

        $this->store->forgetRows(Feed::Prices, $rows);
    }
}
