<?php

declare(strict_types=1);

namespace Aco\Sandbox\Experience;

/** Something that is wrong with a request, or with how it was processed. */
final class EdgeProblem
{
    /** @param list<string> $errors for the report */
    public function __construct(
        public readonly EdgeCode $code,
        public readonly string $detail,
        public readonly array $errors = [],
    ) {
    }

    /** @return array<string, mixed> as RFC 9457 has it, with Adobe's report */
    public function describe(string $requestId, string $orgId): array
    {
        return [
            'type' => 'https://ns.adobe.com/aep/errors/' . $this->code->value,
            'status' => $this->code->status(),
            'title' => $this->code->title(),
            'detail' => $this->detail,
            'report' => ($this->errors === [] ? [] : ['errors' => $this->errors])
                + ['requestId' => $requestId, 'orgId' => $orgId],
        ];
    }
}
