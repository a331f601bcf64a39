<?php

declare(strict_types=1);

namespace Aco\Cli\Verify;

use Aco\Cli\CommandFailure;
use Aco\Cli\ExitCode;
use Aco\Cli\Http\JsonPost;
use Aco\Cli\Http\WebContext;
use Aco\Cli\MonotonicClock;
use Aco\Cli\Output\Json;
use Aco\Cli\Output\Text;

/** Asks the Merchandising API for products, one request after the other. */
final class MerchandisingClient
{
    /** SKUs of one query, as the service allows. */
    public const MAX_SKUS = 100;
    private const MAX_ATTEMPTS = 4;
    private const MAX_PAUSE = 60;
    private const MAX_DEPTH = 32;
    private const MAX_DROPPED = 16;

    public int $requests = 0;
    private float $next = 0.0;
    /** @var list<string> fields of the query that the service does not know */
    public array $unknown = [];

    public function __construct(
        private readonly StorefrontConfig $config,
        private readonly WebContext $web,
        private readonly float $requestsPerSecond,
    ) {
    }

    /**
     * @param list<string> $skus at most MAX_SKUS
     * @param list<Field> $fields
     * @return array<string, Shown> by SKU, without those that are not shown
     */
    public function products(array $skus, string $storeView, ?string $priceBook, array $fields): array
    {
        $headers = $this->config->headers($storeView, $priceBook);
        for ($dropped = 0; ; $dropped++) {
            $asked = array_filter($fields, fn (Field $field): bool => !in_array($field->value, $this->unknown, true));
            $answer = $this->ask(self::query($asked), $skus, $headers);
            $errors = self::errors($answer['errors'] ?? []);
            if ($errors === []) {
                return is_array($answer['data'] ?? null)
                    ? self::bySku($answer['data']['products'] ?? null)
                    : throw new CommandFailure(
                        "{$this->config->url} responds with neither data nor errors: check --graphql-url.",
                        ExitCode::NOTHING_DELIVERED,
                    );
            }

            $unknown = self::unknownFields($errors, $asked);
            if ($unknown === [] || $dropped === self::MAX_DROPPED) {
                throw new CommandFailure(
                    'The Merchandising API refuses the query: ' . self::excerpt($errors[0])
                    . ' Check view ids, price books and policies with config:show.',
                    ExitCode::NOTHING_DELIVERED,
                );
            }
            array_push($this->unknown, ...$unknown);
        }
    }

    /** @return list<mixed> the messages, which are texts if the service keeps to GraphQL */
    private static function errors(mixed $errors): array
    {
        return array_map(
            static fn (mixed $error): mixed => is_array($error) ? $error['message'] ?? null : $error,
            is_array($errors) ? array_values($errors) : [$errors],
        );
    }

    /** @param array<Field> $fields */
    private static function query(array $fields): string
    {
        $selections = array_map(static fn (Field $field): string => $field->selection(), array_values($fields));

        return 'query Verify($skus: [String!]!) { products(skus: $skus) { __typename sku '
            . implode(' ', $selections) . ' } }';
    }

    /**
     * Fields that an error calls undefined: the schema of a tenant may be older than this command.
     *
     * @param array<mixed> $errors
     * @param array<Field> $fields
     * @return list<string>
     */
    private static function unknownFields(array $errors, array $fields): array
    {
        $unknown = [];
        foreach (array_filter($errors, is_string(...)) as $error) {
            $isUndefined = preg_match('/undefined|cannot query field|unknown field/i', $error) === 1;
            preg_match_all('/[A-Za-z_]\w*/', $error, $words);
            foreach ($isUndefined ? $fields : [] as $field) {
                preg_match_all('/[A-Za-z_]\w*(?=[ (]|$)/', $field->selection(), $names);
                if (array_intersect($names[0], array_diff($words[0], ['name', 'value'])) !== []) {
                    $unknown[] = $field->value;
                }
            }
        }

        return array_values(array_unique($unknown));
    }

    /**
     * @param list<string> $skus
     * @param array<string, string> $headers
     * @return array<string, mixed>
     */
    private function ask(string $query, array $skus, array $headers): array
    {
        $body = Json::encode(['query' => $query, 'variables' => ['skus' => $skus]]);
        for ($attempt = 1; ; $attempt++) {
            self::sleepUntil($this->next);
            $this->next = MonotonicClock::seconds() + 1 / $this->requestsPerSecond;
            $this->requests++;
            $response = JsonPost::send($this->web, $this->config->url, $body, $headers);
            $answer = $response->status === 200 ? json_decode($response->body, true, self::MAX_DEPTH) : null;
            if (is_array($answer)) {
                return $answer;
            }

            $isTransient = in_array($response->status, [0, 200, 408, 429], true) || $response->status >= 500;
            if (!$isTransient || $attempt === self::MAX_ATTEMPTS) {
                throw $this->failure($response);
            }
            $pause = $response->retryAfter ?? 2 ** ($attempt - 1);
            $this->next = max($this->next, MonotonicClock::seconds() + min(self::MAX_PAUSE, $pause));
        }
    }

    /** @param float $time of hrtime(), in seconds: the clock may be set meanwhile */
    public static function sleepUntil(float $time): void
    {
        // Signals end a sleep early, and handlers run between two of them.
        while (($left = $time - MonotonicClock::seconds()) > 0) {
            usleep((int) (min($left, 0.5) * 1_000_000));
        }
    }

    private function failure(JsonPost $response): CommandFailure
    {
        $what = match (true) {
            $response->status === 0 => "does not respond ({$response->error}): check the network, and whether --proxy or "
                . '--ca-file is needed',
            $response->status === 200 => 'responds with what is no JSON: check the address',
            $response->status === 401, $response->status === 403 => "refuses access with HTTP {$response->status}: the "
                . 'view may be private, verify needs one that is not',
            $response->status === 404 => 'has nothing at this address: check --graphql-url and the tenant',
            $response->status === 429, $response->status >= 500 => "responds with HTTP {$response->status}: wait, and "
                . 'give a lower --requests-per-second',
            default => "responds with HTTP {$response->status}: check address and headers with config:show",
        };

        return new CommandFailure("{$this->config->url} $what.", ExitCode::NOTHING_DELIVERED);
    }

    /** @return array<string, Shown> */
    private static function bySku(mixed $products): array
    {
        $views = [];
        foreach (is_array($products) ? array_filter($products, is_array(...)) : [] as $view) {
            $shown = new Shown($view);
            $views[$shown->sku()] = $shown;
        }

        return $views;
    }

    private static function excerpt(mixed $message): string
    {
        $text = Text::printable(is_string($message) ? $message : 'it gives no reason', 300);

        return rtrim($text, '.') . '.';
    }
}
