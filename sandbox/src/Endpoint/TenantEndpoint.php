<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Access\TokenCheck;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** The tenant look-up of Commerce Cloud Manager. The real answer is not published; this one has the known facts. */
final class TenantEndpoint
{
    private const PATTERN = '~^/api/v1/tenants/([^/]+)/owner/([^/]+)$~D';

    public function __construct(
        private readonly Settings $settings,
        private readonly TokenCheck $tokens,
        private readonly string $baseUrl,
    ) {
    }

    public static function matches(Request $request): bool
    {
        return preg_match(self::PATTERN, $request->path) === 1;
    }

    public function handle(Request $request): Response
    {
        if (!in_array($request->method, ['GET', 'HEAD'], true)) {
            return Response::methodNotAllowed(['GET', 'HEAD']);
        }

        $refusal = $this->tokens->refuse($request);
        if ($refusal !== null) {
            return $refusal;
        }

        preg_match(self::PATTERN, $request->path, $match);

        if (rawurldecode($match[1]) !== $this->settings->tenant->id) {
            return Response::gatewayError(404, 'ErrTenantNotFound', '404001', 'There is no tenant with this id.');
        }

        if (rawurldecode($match[2]) !== $this->settings->tenant->orgId) {
            return Response::gatewayError(
                403,
                'ErrTenantNotOwned',
                '403001',
                'The tenant does not belong to this organization.',
            );
        }

        return Response::json(200, [
            'tenantId' => $this->settings->tenant->id,
            'imsOrgId' => $this->settings->tenant->orgId,
            'name' => 'Local sandbox',
            'type' => 'sandbox',
            'region' => 'na1',
            'status' => 'ACTIVE',
            'ingestionUrl' => $this->baseUrl . '/' . $this->settings->tenant->id,
            'optimizerStudioUrl' => $this->baseUrl . '/',
        ]);
    }
}
