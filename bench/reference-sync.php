<?php

/**
 * A sync in which nothing has changed, as lean as PHP can do it: every item is read, decoded, mapped, hashed and looked
 * up in the tables that bin/aco has filled. No framework, no configuration, no report but two numbers a feed.
 *
 *     reference-sync.php FEED FILE [FEED FILE]...
 *
 * The database is that of the environment: ACO_DSN, ACO_DB_USER and ACO_DB_PASSWORD, or aco.sqlite in ACO_STATE_DIR.
 */

declare(strict_types=1);

use Aco\Bench\Side;
use Aco\Feed;

require __DIR__ . '/autoload.php';

const IDS_A_LOOKUP = 500;
const FINAL_STATUSES = [200 => true, 400 => true];

$pdo = new PDO(
    getenv('ACO_DSN') ?: 'sqlite:' . getenv('ACO_STATE_DIR') . '/aco.sqlite',
    getenv('ACO_DB_USER') ?: null,
    getenv('ACO_DB_PASSWORD') ?: null,
    [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_NUM],
);
$feeds = [];

foreach (array_chunk(array_slice($argv, 1), 2) as [$name, $file]) {
    $mapper = Side::Reference->mapper($name);
    $select = $pdo->prepare('SELECT feed_id, feed_hash, status FROM ' . Feed::from($name)->table()
        . ' WHERE feed_id IN (?' . str_repeat(',?', IDS_A_LOOKUP - 1) . ')');
    $read = $unchanged = 0;
    $hashes = [];
    $compare = static function () use (&$hashes, &$unchanged, $select): void {
        $select->execute(array_pad(array_keys($hashes), IDS_A_LOOKUP, null));
        foreach ($select->fetchAll() as [$id, $hash, $status]) {
            if (strncmp($hash, $hashes[$id], 40) === 0 && isset(FINAL_STATUSES[$status])) {
                $unchanged++;
            }
        }
        $hashes = [];
    };
    $handle = fopen($file, 'rb');

    while (($line = fgets($handle)) !== false) {
        $read++;
        $document = $mapper->map(json_decode($line, true));
        if ($document !== null) {
            $hashes[$document->id] = $document->hash;
            if (count($hashes) === IDS_A_LOOKUP) {
                $compare();
            }
        }
    }

    if ($hashes !== []) {
        $compare();
    }
    $feeds[$name] = ['read' => $read, 'unchanged' => $unchanged];
}

echo json_encode(['feeds' => $feeds]), "\n";
