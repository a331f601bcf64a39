<?php

/**
 * Maps each feed of a catalog with a mapper of its own, asks for ids and hashes, and writes down how many documents
 * that were.
 */

declare(strict_types=1);

use Aco\Feed;
use Aco\Mapper;

/** As many as a chunk of a sync holds. */
const CHUNK = 500;
/** Small feeds are mapped several times, or what is done once would weigh too much. */
const LEAST_DOCUMENTS = 500;

[, $folder, $factsFile] = $argv;
$facts = [];
foreach (Feed::cases() as $feed) {
    if ($feed->indexer() === '') {
        continue;
    }
    $lines = file("$folder/{$feed->value}.jsonl");
    $rounds = max(1, intdiv(LEAST_DOCUMENTS, count($lines)));
    $mapper = new Mapper($feed);
    $documents = $bytes = 0;
    for ($round = 0; $round < $rounds; $round++) {
        foreach (array_chunk($lines, CHUNK) as $chunk) {
            $mapped = [];
            foreach ($chunk as $line) {
                $document = $mapper->map(json_decode($line, true));
                if ($document !== null) {
                    $mapped[] = $document;
                }
            }
            foreach ($mapped as $document) {
                $document->hash;
                $bytes += strlen((string) $document);
                $documents++;
            }
        }
    }
    $facts[$feed->value] = [
        'documents' => intdiv($documents, $rounds),
        'bytes' => intdiv($bytes, $rounds),
        'rounds' => $rounds,
    ];
}
file_put_contents($factsFile, json_encode($facts, JSON_THROW_ON_ERROR));
