<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** The Journaling API of Adobe I/O Events, for one registration. */
final class JournalEndpoint
{
    public const PATH = '/events/organizations/10/integrations/20/sandbox-registration';
    private const MAX_PAGE = 1000;
    private const DEFAULT_PAGE = 100;

    /** Seconds that a response without events asks to wait for. */
    public int $retryAfter = 10;

    public function __construct(
        private readonly Settings $settings,
        private readonly TokenCheck $tokens,
        private readonly JournalStore $store,
    ) {
    }

    public function handle(Request $request): Response
    {
        if ($request->method !== 'GET') {
            return Response::methodNotAllowed(['GET']);
        }

        $refusal = $this->tokens->refuse($request) ?? $this->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }

        $limit = $request->queryParameter('limit');
        $since = $request->queryParameter('since');

        if ($limit !== null && preg_match('/^[1-9]\d{0,5}$/D', $limit) !== 1) {
            return self::problem(400, 'limit must be a positive integer.');
        }

        $number = match (true) {
            $since !== null => $this->store->number($since),
            $request->queryParameter('latest') === 'true' => $this->store->last(),
            default => 0,
        };

        if ($number === null) {
            return self::problem(400, 'The position is not one of this journal.');
        }
        if ($since !== null && $this->store->isExpired($number)) {
            return self::problem(410, "Events at position $since have expired.");
        }

        return $this->page($number, $limit);
    }

    private function page(int $number, ?string $limit): Response
    {
        $events = $this->store->after($number, min(self::MAX_PAGE, (int) ($limit ?? self::DEFAULT_PAGE)));
        $last = $this->store->position(array_key_last($events) ?? $number);
        $query = http_build_query(['since' => $last] + ($limit === null ? [] : ['limit' => $limit]));

        if ($events === []) {
            // A header of its own for each link, as documented: the names differ in case only.
            return new Response(204, [
                'link' => '<' . self::PATH . "?$query>; rel=\"next\"",
                'Link' => '<' . self::PATH . "/validate?$query>; rel=\"validate\"",
                'retry-after' => (string) $this->retryAfter,
            ], '');
        }

        $entries = [];

        foreach ($events as $id => $event) {
            $entries[] = '{"position":' . json_encode($this->store->position($id)) . ',"event":' . $event . '}';
        }

        return new Response(
            200,
            ['content-type' => 'application/json', 'link' => '<' . self::PATH . "?$query>; rel=\"next\""],
            '{"events":[' . implode(',', $entries) . '],"_page":{"last":' . json_encode($last) . ',"count":'
                . count($entries) . '}}',
        );
    }

    private function refuse(Request $request): ?Response
    {
        $tenant = $this->settings->tenant;

        return $request->header('x-api-key') === $tenant->clientId
            && $request->header('x-ims-org-id') === $tenant->orgId
            ? null
            : self::problem(403, 'x-api-key or x-ims-org-id does not go with the token.');
    }

    private static function problem(int $status, string $message): Response
    {
        return new Response($status, ['content-type' => 'text/plain;charset=UTF-8'], $message);
    }
}
