--TEST--
What is done with an item of the input, by what the table holds of it: every case of the decision
--EXTENSIONS--
aco
--FILE--
<?php
require __DIR__ . '/../../cli/vendor/autoload.php';

use Aco\Cli\Store\Status;
use Aco\Cli\Store\StoredItem;
use Aco\Cli\Sync\Candidate;
use Aco\Cli\Sync\Comparison;
use Aco\Cli\Sync\Refusal;
use Aco\Document;
use Aco\Feed;

function candidate(string $kind, bool $isSwitchedOff = false): Candidate
{
    $body = json_encode(['sku' => 's', 'source' => ['locale' => 'en'], 'name' => $kind]);

    return $kind === 'refused'
        ? new Candidate(7, '', null, false, new Refusal('name', 'name is missing', 'id'))
        : new Candidate(7, '', Document::fromJson(Feed::Products, 'id', $body, $kind === 'deletion'), $isSwitchedOff);
}

function stored(Candidate $of, int $status, ?bool $isDeleted = null, string $hash = ''): StoredItem
{
    $isDeleted ??= $of->document->deleted ?? false;

    return new StoredItem($hash ?: $of->hash(), $status, 1, null, 7, $isDeleted);
}

$live = candidate('live');
$deletion = candidate('deletion');
$refused = candidate('refused');
$off = candidate('deletion', true);
foreach ([
    'new' => [$live, null],
    'new deletion' => [$deletion, null],
    'new refusal' => [$refused, null],
    'switched off, never sent' => [$off, null],
    'switched off, sent before' => [$off, stored($live, Status::DELIVERED)],
    'switched off, removed before' => [$off, stored($off, Status::DELIVERED)],
    'delivered' => [$live, stored($live, Status::DELIVERED)],
    'rejected' => [$live, stored($live, Status::REJECTED)],
    'refused again' => [$refused, stored($refused, Status::REJECTED)],
    'not sent yet' => [$live, stored($live, Status::TO_SEND)],
    'to retry' => [$live, stored($live, Status::TO_RETRY)],
    'to retry, as Commerce writes it' => [$live, stored($live, 503)],
    'not sent yet, in flight' => [$live, stored($live, Status::TO_SEND), true],
    'delivered, wanted' => [$live, stored($live, Status::DELIVERED), false, true],
    'in flight, wanted' => [$live, stored($live, Status::TO_SEND), true, true],
    'changed' => [$live, stored($live, Status::DELIVERED, hash: 'other')],
    'changed, in flight' => [$live, stored($live, Status::TO_SEND, hash: 'other'), true],
    'deleted before' => [$live, stored($live, Status::DELIVERED, true)],
    'deleted now' => [$deletion, stored($deletion, Status::DELIVERED, false)],
    'deletion delivered' => [$deletion, stored($deletion, Status::DELIVERED)],
    'deletion to retry' => [$deletion, stored($deletion, Status::TO_RETRY)],
    'refused now' => [$refused, stored($live, Status::DELIVERED)],
] as $name => $case) {
    $comparison = Comparison::of($case[0], $case[1], $case[2] ?? false, $case[3] ?? false);
    printf("%-33s %s%s\n", $name, $comparison->decision->name, $comparison->isSame ? ', same' : '');
}
?>
--EXPECT--
new                               Send
new deletion                      Delete
new refusal                       Reject
switched off, never sent          Skip
switched off, sent before         Delete
switched off, removed before      Unchanged, same
delivered                         Unchanged, same
rejected                          Unchanged, same
refused again                     Unchanged, same
not sent yet                      Send, same
to retry                          Send, same
to retry, as Commerce writes it   Send, same
not sent yet, in flight           Unchanged, same
delivered, wanted                 Send, same
in flight, wanted                 Unchanged, same
changed                           Send
changed, in flight                Send
deleted before                    Send
deleted now                       Delete
deletion delivered                Unchanged, same
deletion to retry                 Delete, same
refused now                       Reject
