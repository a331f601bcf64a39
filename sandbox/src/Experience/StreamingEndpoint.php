<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Catalog\Json;
use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Settings;
use Aco\Sandbox\Validation\ItemError;

/** The streaming ingestion API: several profile records in a request, with a result for each. */
final class StreamingEndpoint
{
    public const NAME = '/collection/batch';
    private const PATTERN = '~^/collection/batch/([A-Za-z0-9_-]{1,128})$~D';
    /** Documented: 1 MB. */
    private const MAX_BYTES = 1_000_000;

    private int $requests = 0;

    public function __construct(
        private readonly Settings $settings,
        private readonly TokenStore $tokens,
        private readonly RecordStore $store,
        private readonly Statistics $statistics,
    ) {
    }

    public static function matches(Request $request): bool
    {
        return preg_match(self::PATTERN, $request->path) === 1;
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        $refusal = $this->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }
        if ($request->bodyTooLarge || strlen($request->body) > self::MAX_BYTES) {
            return self::problem(413, sprintf('A request has at most %d bytes.', self::MAX_BYTES));
        }

        try {
            $messages = Json::decode($request->body)->messages ?? null;
        } catch (\JsonException) {
            $messages = null;
        }

        return is_array($messages) && $messages !== []
            ? $this->take($request, $messages, $fault)
            : self::problem(400, 'The body has no messages.');
    }

    /** @param list<mixed> $messages */
    private function take(Request $request, array $messages, ?Fault $fault): Response
    {
        preg_match(self::PATTERN, $request->path, $match);
        $batch = sprintf('%d:%d', (int) (microtime(true) * 1000), ++$this->requests);
        $accepted = [];
        $results = [];
        $errors = [];

        foreach ($messages as $position => $message) {
            $problem = StreamingCheck::problem($message, $this->settings->tenant->orgId);
            $status = 400;
            if ($problem === null && $fault?->type === FaultType::RejectRecords
                && in_array(StreamingCheck::customer($message), $fault->option('keys'), true)) {
                $problem = $fault->option('message');
                $status = $fault->option('status');
            }

            if ($problem === null) {
                $accepted[] = $message;
                $results[] = ['xactionId' => "$batch:$position"];
            } else {
                $errors[] = new ItemError($position, (string) $status, $problem);
                $results[] = ['statusCode' => $status, 'message' => "inletId: [$match[1]] $problem"];
            }
        }

        $this->store->add($match[1], $request->header('x-sandbox-name') ?? '', $accepted);
        $this->statistics->countAccepted(count($accepted));
        if ($errors !== []) {
            $this->statistics->rememberErrors('POST ' . self::NAME, $errors);
        }

        return Response::json(207, [
            'inletId' => $match[1],
            'batchId' => $batch,
            'receivedTimeMs' => (int) (microtime(true) * 1000),
            'responses' => $results,
        ]);
    }

    /** As for a connection that has authentication enabled: 401 without a token, 403 for one that is not valid. */
    private function refuse(Request $request): ?Response
    {
        $header = trim($request->header('authorization') ?? '');

        return match (true) {
            preg_match('/^Bearer +(\S+)$/Di', $header, $match) !== 1 => self::problem(401, 'There is no token.'),
            !$this->tokens->isValid($match[1]) => self::problem(403, 'The token is invalid or expired.'),
            $request->header('x-gw-ims-org-id') !== $this->settings->tenant->orgId
                => self::problem(403, 'x-gw-ims-org-id does not go with the token.'),
            default => null,
        };
    }

    private static function problem(int $status, string $message): Response
    {
        return Response::json($status, ['status' => $status, 'message' => $message]);
    }
}
