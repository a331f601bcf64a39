<?php

declare(strict_types=1);

namespace Aco\Sandbox\Access;

use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\Response;

/** Checks the bearer token as the gateway in front of the API does. */
final class TokenCheck
{
    public function __construct(private readonly TokenStore $tokens)
    {
    }

    /** @return Response|null the refusal, null when the token is good */
    public function refuse(Request $request): ?Response
    {
        $header = trim($request->header('authorization') ?? '');
        if ($header === '') {
            return Response::gatewayError(403, 'ErrMissingOauthToken', '403010', 'Oauth token is missing');
        }
        if (preg_match('/^Bearer +(\S+)$/Di', $header, $match) !== 1 || !$this->tokens->isValid($match[1])) {
            return Response::gatewayError(401, 'ErrInvalidOauthToken', '401013', 'Oauth token is not valid');
        }

        return null;
    }
}
