<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Settings;
use Aco\Sandbox\Validation\ItemError;

/** The external-media operations of Commerce's REST API: on-premises with OAuth 1.0a, as a service with a token. */
final class ExternalMediaEndpoint
{
    private const PATTERN = '~^/(?:(?<rest>rest)(?:/(?<store>(?!V1/)[^/]+))?|(?<tenant>[^/]+))/V1/products/external-media/(?<operation>.+)$~D';
    private const STORE = '/^[A-Za-z][A-Za-z0-9_]*$/D';
    private const SKUS = '~^get-sku/assetId/([^/]+)$~D';
    private const POSTED = [
        'image', 'video', 'asset', 'sync-asset', 'remove-by-asset-id', 'remove-by-asset-id-and-sku', 'remove-by-sku',
    ];

    public function __construct(
        private readonly Settings $settings,
        private readonly OAuthCheck $signatures,
        private readonly TokenCheck $tokens,
        private readonly AssetsStore $store,
        private readonly Statistics $statistics,
    ) {
    }

    /** The path without what a client makes up, null when it is of another service. */
    public static function name(Request $request): ?string
    {
        if (preg_match(self::PATTERN, $request->path, $match) !== 1) {
            return null;
        }
        $operation = $match['operation'];
        $name = match (true) {
            preg_match(self::SKUS, $operation) === 1 => 'get-sku',
            in_array($operation, [...self::POSTED, 'ping', 'version'], true) => $operation,
            default => 'unknown',
        };

        return "/V1/products/external-media/$name";
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        preg_match(self::PATTERN, $request->path, $match);
        $refusal = $this->refuse($request, $match);
        if ($refusal !== null) {
            return $refusal;
        }
        if ($request->method === 'GET') {
            return $this->read($match['operation']);
        }

        $known = $request->method === 'POST' && in_array($match['operation'], self::POSTED, true)
            && ($match['operation'] !== 'sync-asset' || $this->settings->assets->syncAsset);
        if (!$known) {
            return self::noRoute();
        }
        if ($request->bodyTooLarge) {
            return Response::json(413, ['message' => 'The body is too large.']);
        }

        $body = $request->mediaType() === 'application/json' ? json_decode($request->body, true, 16) : null;
        if (!is_array($body)) {
            return Response::json(400, ['message' => 'The body must be a JSON object.']);
        }

        try {
            self::strike($fault, $match['operation'], $body);
            $this->store->change(fn () => $this->write($match['operation'], new Parameters($body)));
        } catch (InvalidParameter $invalid) {
            $this->statistics->rememberErrors('POST ' . self::name($request), [new ItemError(
                0,
                $invalid->parameters['fieldName'] ?? '',
                $invalid->text(),
                $body['sku'] ?? $body['assetId'] ?? '',
            )]);

            return Response::json($invalid->status, ['message' => $invalid->getMessage()]
                + ($invalid->parameters === [] ? [] : ['parameters' => $invalid->parameters]));
        }

        $this->statistics->countAccepted(1);

        return Response::json(200, []);
    }

    /** @param array<int|string, string> $match of the path */
    private function refuse(Request $request, array $match): ?Response
    {
        if ($match['rest'] !== '') {
            return $this->signatures->refuse($request) ?? self::refuseStore($match['store']);
        }

        return $match['tenant'] === $this->settings->tenant->id
            ? $this->tokens->refuse($request) ?? self::refuseStore($request->header('store') ?? '')
            : Response::gatewayError(404, 'ErrNotFound', '404000', 'There is no such tenant here.');
    }

    /** Which store views there are is not known here; without one Commerce takes the default one. */
    private static function refuseStore(string $code): ?Response
    {
        return $code === '' || preg_match(self::STORE, $code) === 1 ? null : Response::json(404, [
            'message' => "The store that was requested wasn't found. Verify the store and try again.",
        ]);
    }

    private function read(string $operation): Response
    {
        $version = $this->settings->assets->version;

        return match (true) {
            $operation === 'ping' => Response::json(200, 'pong'),
            $operation === 'version' && $version !== '' => Response::json(200, $version),
            preg_match(self::SKUS, $operation, $match) === 1
                => Response::json(200, $this->store->skusOf(rawurldecode($match[1]))),
            default => self::noRoute(),
        };
    }

    /** @throws InvalidParameter */
    private function write(string $operation, Parameters $given): void
    {
        match ($operation) {
            'image' => $this->store->put(
                $this->image($given, $given->text('assetId'), $given->altTexts('altTexts', false)),
            ),
            'video' => $this->store->put(new Medium(
                $given->text('assetId'),
                $this->sku($given),
                true,
                $given->text('url', ''),
                $given->text('videoThumbnailUrl', ''),
                $given->texts('roles'),
                $given->number('position'),
                [],
            )),
            'asset' => $this->replaceProduct($given),
            'sync-asset' => $this->synchronise($given),
            'remove-by-asset-id' => $this->store->remove($given->text('assetId'), null),
            'remove-by-asset-id-and-sku' => $this->store->remove($given->text('assetId'), $this->sku($given)),
            'remove-by-sku' => $this->store->remove(null, $this->sku($given)),
        };
    }

    /**
     * @param list<array{store_code: string, value: string}> $altTexts
     * @throws InvalidParameter
     */
    private function image(Parameters $given, string $assetId, array $altTexts): Medium
    {
        return new Medium(
            $assetId,
            $this->sku($given),
            false,
            $given->text('url', ''),
            '',
            $given->texts('roles'),
            $given->number('position'),
            $altTexts,
        );
    }

    /**
     * The SKU of a product that exists.
     *
     * @throws InvalidParameter
     */
    private function sku(Parameters $given): string
    {
        $sku = $given->text('sku');
        if ($this->settings->assets->products?->has($sku) === false) {
            throw InvalidParameter::noProduct();
        }

        return $sku;
    }

    /** @throws InvalidParameter */
    private function replaceProduct(Parameters $given): void
    {
        $sku = $this->sku($given);
        $media = [];

        foreach ($given->objects('images', false) as $image) {
            $image->text('url');
            $image->texts('roles', true);
            $media[] = $this->image($image, $image->text('asset_id'), $image->altTexts('alt_texts', true));
        }

        foreach ($given->objects('videos', false) as $video) {
            $media[] = new Medium(
                $video->text('asset_id'),
                $this->sku($video),
                true,
                $video->text('url'),
                $video->text('video_thumbnail_url'),
                $video->texts('roles', true),
                $video->number('position'),
                [],
            );
        }

        $this->store->remove(null, $sku);

        foreach ($media as $medium) {
            if ($medium->sku !== $sku) {
                throw InvalidParameter::refused('An asset of another product is among those of this one.');
            }

            $this->store->put($medium);
        }
    }

    /** @throws InvalidParameter */
    private function synchronise(Parameters $given): void
    {
        $assetId = $given->text('assetId');
        $url = $given->text('deliveryUrl');
        $player = $given->text('videoPlayerUrl', '');
        $this->store->remove($assetId, null);

        foreach ($given->objects('skus') as $entry) {
            $altTexts = $entry->altTexts('alt_texts', true);
            $this->store->put(new Medium(
                $assetId,
                $this->sku($entry),
                $player !== '',
                $player === '' ? $url : $player,
                $player === '' ? '' : $url,
                $entry->texts('roles', true),
                $entry->number('position'),
                $player === '' ? $altTexts : [],
            ));
        }
    }

    /**
     * @param array<mixed> $body
     * @throws InvalidParameter
     */
    private static function strike(?Fault $fault, string $operation, array $body): void
    {
        if ($fault?->type !== FaultType::RejectItems) {
            return;
        }
        $keys = [$body['sku'] ?? null, $body['assetId'] ?? null, ...array_column((array) ($body['skus'] ?? []), 'sku')];
        $keys = array_values(array_filter($keys, 'is_string'));
        if ($fault->rejection()->strikes($keys, implode("\0", [$operation, ...$keys]))) {
            throw InvalidParameter::refused($fault->option('message'));
        }
    }

    private static function noRoute(): Response
    {
        return Response::json(404, ['message' => 'Request does not match any route.']);
    }
}
