<?php

declare(strict_types=1);

namespace Aco\Sandbox\Endpoint;

use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;
use Aco\Sandbox\Settings;

/** OAuth client credentials as Adobe IMS takes them. */
final class ImsEndpoint
{
    public const PATH = '/ims/token/v3';
    /**
     * One of these has to be asked for: the ingestion API, Commerce as a Cloud Service, a project with the Experience
     * Platform API.
     */
    private const SCOPES = ['commerce.aco.ingestion', 'commerce.accs', 'read_organizations'];

    public function __construct(private readonly Settings $settings, private readonly TokenStore $tokens)
    {
    }

    public function handle(Request $request): Response
    {
        if ($request->method !== 'POST') {
            return Response::methodNotAllowed(['POST']);
        }

        if ($request->query !== '') {
            return self::error(
                400,
                'invalid_request',
                'Send the credentials in the form body. What stands in a URL ends up in logs.',
            );
        }

        if ($request->mediaType() !== 'application/x-www-form-urlencoded') {
            return self::error(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded.');
        }

        // PHP warns of more than a thousand fields and takes the first ones, which is good enough.
        @parse_str($request->body, $form);
        $field = static fn (string $name): string => is_string($form[$name] ?? null) ? $form[$name] : '';

        if ($field('grant_type') !== 'client_credentials') {
            return self::error(400, 'unsupported_grant_type', 'grant_type must be client_credentials.');
        }

        foreach (['client_id', 'client_secret', 'scope'] as $name) {
            if ($field($name) === '') {
                return self::error(400, 'invalid_request', "$name is missing.");
            }
        }

        // One answer for both, and both always compared: it must not tell which of the two was right.
        $known = hash_equals($this->settings->tenant->clientId, $field('client_id'));
        if (!hash_equals($this->settings->tenant->clientSecret, $field('client_secret')) || !$known) {
            return self::error(401, 'invalid_client', 'The client id or the client secret is wrong.');
        }
        if (array_intersect(self::SCOPES, preg_split('/[\s,]+/', $field('scope'))) === []) {
            return self::error(
                400,
                'invalid_scope',
                'The scope must contain one of ' . implode(', ', self::SCOPES) . '.',
            );
        }

        return Response::json(200, [
            'access_token' => $this->tokens->issue(),
            'token_type' => 'bearer',
            'expires_in' => $this->tokens->ttl(),
        ]);
    }

    private static function error(int $status, string $error, string $description): Response
    {
        return Response::json($status, ['error' => $error, 'error_description' => $description]);
    }
}
