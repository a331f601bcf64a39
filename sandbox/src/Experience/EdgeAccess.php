<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

use Aco\Sandbox\Access\TokenStore;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Settings;

/** Who may send, and to which datastream. */
final class EdgeAccess
{
    public function __construct(private readonly Settings $settings, private readonly TokenStore $tokens)
    {
    }

    /** The datastream's id. Both spellings of the parameter are in use. */
    public function datastream(Request $request): string|EdgeProblem
    {
        $id = $request->queryParameter('datastreamId') ?? $request->queryParameter('dataStreamId') ?? '';
        if ($id === '') {
            return new EdgeProblem(EdgeCode::DatastreamMissing, 'The parameter datastreamId is missing.');
        }

        $datastreams = $this->settings->edge->datastreams;
        if ($datastreams !== [] && !array_key_exists($id, $datastreams)) {
            return new EdgeProblem(EdgeCode::DatastreamUnknown, 'There is no datastream with this id.');
        }
        if (($datastreams[$id] ?? '') === 'disabled') {
            return new EdgeProblem(EdgeCode::DatastreamDisabled, 'The datastream is disabled.');
        }

        return $id;
    }

    /** Credentials that are sent are checked; they are needed when the sandbox was told so. */
    public function refuse(Request $request): ?EdgeProblem
    {
        $header = trim($request->header('authorization') ?? '');
        if ($header === '' && !$this->settings->edge->authenticated) {
            return null;
        }
        if (preg_match('/^Bearer +(\S+)$/Di', $header, $match) !== 1) {
            return new EdgeProblem(EdgeCode::TokenMissing, 'Send Authorization: Bearer with a token.');
        }
        if (!$this->tokens->isValid($match[1])) {
            return new EdgeProblem(EdgeCode::TokenExpired, 'The token has expired, or it is not of this sandbox.');
        }

        $tenant = $this->settings->tenant;
        $expected = ['x-api-key' => $tenant->clientId, 'x-gw-ims-org-id' => $tenant->orgId];
        foreach ($expected as $name => $value) {
            if ($request->header($name) !== $value) {
                return new EdgeProblem(EdgeCode::ProductContext, "The header $name does not go with the token.");
            }
        }

        return null;
    }
}
