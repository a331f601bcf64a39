<?php

declare(strict_types=1);

namespace Aco\Sandbox\Storefront;

use Aco\Sandbox\Catalog\EntityKind;
use Aco\Sandbox\Catalog\Store;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** The query `products` of the Merchandising API. */
final class StorefrontEndpoint
{
    public const PATH = '/graphql';
    /** SKUs of one query. */
    public const MAX_SKUS = 100;
    private const POLICY = 'ac-policy-';
    private const DEFAULT_BOOK = 'main';

    private readonly ProductViews $views;

    public function __construct(private readonly Settings $settings, private readonly Store $store)
    {
        $this->views = new ProductViews($store);
    }

    public static function matches(Request $request): bool
    {
        return preg_match('~^/[^/]+' . self::PATH . '$~D', $request->path) === 1;
    }

    public function handle(Request $request): Response
    {
        if (rawurldecode(explode('/', $request->path, 3)[1]) !== $this->settings->tenant->id) {
            return Response::gatewayError(404, 'ErrNotFound', '404000', 'There is no such tenant here.');
        }
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        $body = json_decode($request->body, true, 16);
        if (!is_array($body) || !is_string($body['query'] ?? null)) {
            return Response::json(400, ['errors' => [['message' => 'The body must be JSON with a query.']]]);
        }

        try {
            $variables = is_array($body['variables'] ?? null) ? $body['variables'] : [];

            return Response::json(200, ['data' => $this->answer($body['query'], $variables, $request)]);
        } catch (InvalidQuery $invalid) {
            return Response::json(200, ['errors' => [['message' => $invalid->getMessage()]], 'data' => null]);
        }
    }

    /**
     * @param array<string, mixed> $variables
     * @return array<string, mixed>
     */
    private function answer(string $query, array $variables, Request $request): array
    {
        $data = [];
        foreach (QueryParser::parse($query, $variables) as $field) {
            if ($field->name !== 'products') {
                throw new InvalidQuery("Validation error (FieldUndefined@[{$field->name}]) : "
                    . "Field '{$field->name}' in type 'Query' is undefined");
            }

            Projection::check($field->children);
            $data['products'] = array_map(
                static fn (array $view): array => Projection::of($field->children, $view),
                $this->products(self::skus($field->arguments['skus'] ?? null), $request),
            );
        }

        return $data;
    }

    /** @return list<string> */
    private static function skus(mixed $value): array
    {
        $skus = is_array($value) ? array_filter($value, is_string(...)) : [];
        if ($skus === [] || count($skus) !== count((array) $value)) {
            throw new InvalidQuery('skus must be a list of strings.');
        }

        return count($skus) <= self::MAX_SKUS
            ? array_values($skus)
            : throw new InvalidQuery('At most ' . self::MAX_SKUS . ' SKUs can be asked for at once.');
    }

    /**
     * @param list<string> $skus
     * @return list<array<string, mixed>>
     */
    private function products(array $skus, Request $request): array
    {
        $policies = [];
        foreach ($request->headers as $name => $value) {
            if (str_starts_with($name, self::POLICY)) {
                $policies[substr($name, strlen(self::POLICY))] = $value;
            }
        }

        $locale = $request->header('ac-source-locale') ?? $this->onlyLocale();
        $book = $request->header('ac-price-book-id') ?? self::DEFAULT_BOOK;

        return array_values(array_filter(array_map(
            fn (string $sku): ?array => $this->views->find($sku, $locale, $book, $policies),
            $skus,
        )));
    }

    /** A view has one catalog source, which the sandbox only knows where there is no other. */
    private function onlyLocale(): string
    {
        $locales = array_keys($this->store->countByScope(EntityKind::Products));

        return count($locales) === 1
            ? (string) $locales[0]
            : throw new InvalidQuery('Several catalog sources are known here: choose one by AC-Source-Locale.');
    }
}
