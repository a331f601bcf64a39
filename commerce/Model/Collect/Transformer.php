<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Collect;

use Aco\ItemAssembler;
use Magento\DataExporter\Config\ConfigInterface;
use Magento\DataExporter\Export\Request\Info;
use Magento\DataExporter\Export\Transformer as FrameworkTransformer;

/**
 * Lets the extension make items of what providers returned; the framework does it where a value is none that the schema
 * expects.
 */
class Transformer extends FrameworkTransformer
{
    /** @var \WeakMap<Info, ItemAssembler> */
    private \WeakMap $assemblers;

    public function __construct(private readonly ConfigInterface $schema)
    {
        parent::__construct($schema);
        $this->assemblers = new \WeakMap();
    }

    /**
     * @param array<string, array<mixed>> $snapshot
     *
     * @return array<mixed>
     */
    public function transform(Info $info, array $snapshot): array
    {
        $this->assemblers[$info] ??= $this->assembler($info);

        return $this->assemblers[$info]->assemble($snapshot) ?? parent::transform($info, $snapshot);
    }

    private function assembler(Info $info): ItemAssembler
    {
        $root = $info->getRootNode()->getField();
        $records = [];
        $fields = [$root];
        while ($fields !== []) {
            $type = array_pop($fields)['type'];
            if (!isset($records[$type]) && !$this->schema->isScalar($type)) {
                $records[$type] = $this->schema->get($type);
                array_push($fields, ...array_values($records[$type]['field']));
            }
        }

        return new ItemAssembler($root, $records);
    }
}
