<?php

declare(strict_types=1);

namespace Aco\Sandbox\Assets;

use Aco\Sandbox\Fault\Fault;
use Aco\Sandbox\Fault\FaultType;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Monitoring\Statistics;
use Aco\Sandbox\Validation\ItemError;

/** The GraphQL operation registerTenant of the asset rules service, behind its gateway. */
final class RegistryEndpoint
{
    public const PATH = '/assets-integration/graphql';
    private const OPERATION = '/\bmutation\b[^{]*\{\s*registerTenant\s*\(\s*tenantInput\s*:\s*\$tenantInput\s*\)/';

    private RegistryAccess $access;
    private TenantInput $inputs;

    public function __construct(
        private readonly AssetsSettings $settings,
        string $baseUrl,
        private readonly AssetsStore $store,
        private readonly Statistics $statistics,
    ) {
        $this->access = new RegistryAccess($settings->registry);
        $this->inputs = new TenantInput($settings->registry->flatDialect, $settings->keys, $baseUrl);
    }

    public function handle(Request $request, ?Fault $fault): Response
    {
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        $refusal = $this->access->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }

        $body = $request->mediaType() === 'application/json' ? json_decode($request->body, true, 32) : null;
        if (!is_array($body) || !is_string($body['query'] ?? null)) {
            return $this->errors(['The body must be a JSON object with a query.'], 'BAD_REQUEST');
        }
        if (preg_match(self::OPERATION, $body['query']) !== 1 || ($body['operationName'] ?? '') !== 'registerTenant') {
            return $this->errors(['The only operation here is the mutation registerTenant.'], 'GRAPHQL_VALIDATION_FAILED');
        }

        $input = $body['variables']['tenantInput'] ?? null;
        $problems = is_array($input) ? $this->inputs->check($input) : ['Variable "$tenantInput" is not provided.'];
        if ($problems !== []) {
            return $this->errors($problems, 'BAD_USER_INPUT');
        }
        if ($fault?->type === FaultType::UserError) {
            return $this->userError($fault->option('message'), []);
        }

        return $this->register((string) $request->header('magento-environment-id'), $input);
    }

    /** @param array<string, mixed> $input */
    private function register(string $environment, array $input): Response
    {
        if ($environment !== $this->settings->registry->environmentId) {
            return $this->userError('IMS Org ID not associated to this Commerce', []);
        }

        $problem = $this->inputs->problem($input);
        if ($problem !== null) {
            return $this->userError($problem[0], $problem[1]);
        }

        $key = $this->settings->registry->apiKey;
        $id = $this->store->addTenant($key, $environment, TenantInput::withoutSecrets($input));

        return $id === null
            ? $this->userError('Tenant already exists', [])
            : Response::json(200, ['data' => ['registerTenant' => ['tenantId' => $id, 'userErrors' => []]]]);
    }

    /** @param list<string> $path */
    private function userError(string $message, array $path): Response
    {
        $this->remember($message, implode('.', $path));

        return Response::json(200, ['data' => ['registerTenant' => [
            'tenantId' => null,
            'userErrors' => [['message' => $message, 'path' => $path === [] ? null : $path]],
        ]]]);
    }

    /** @param list<string> $messages */
    private function errors(array $messages, string $code): Response
    {
        array_map(fn (string $message) => $this->remember($message, $code), $messages);

        return Response::json(400, ['errors' => array_map(
            static fn (string $message): array => ['message' => $message, 'extensions' => ['code' => $code]],
            $messages,
        )]);
    }

    private function remember(string $message, string $field): void
    {
        $this->statistics->rememberErrors('POST ' . self::PATH, [new ItemError(0, $field, $message)]);
    }
}
