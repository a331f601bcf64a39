<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Ui\DataProvider;

use Aco\CommerceOptimizer\Model\Status\FeedCatalog;
use Aco\CommerceOptimizer\Model\Status\ItemState;
use Aco\CommerceOptimizer\Model\Text;
use Magento\DataExporter\Model\Indexer\FeedIndexMetadata;
use Magento\Framework\Api\Filter;
use Magento\Framework\App\RequestInterface;
use Magento\Framework\View\Element\UiComponent\DataProvider\SearchResult;
use Magento\Framework\View\Element\UiComponent\DataProvider\SearchResultFactory;
use Magento\Ui\DataProvider\AbstractDataProvider;

/**
 * The rows of a feed table, as the grid shows them. The feed is in the address, that of the page and that of its data.
 */
class FeedItems extends AbstractDataProvider
{
    private readonly FeedIndexMetadata $metadata;

    /**
     * @param array<mixed> $meta
     * @param array<mixed> $data
     */
    public function __construct(
        string $name,
        string $primaryFieldName,
        string $requestFieldName,
        FeedCatalog $feeds,
        RequestInterface $request,
        SearchResultFactory $collections,
        array $meta = [],
        array $data = [],
    ) {
        parent::__construct($name, $primaryFieldName, $requestFieldName, $meta, $data);
        $this->metadata = $feeds->get(Text::of($request->getParam('feed')));
        $this->collection = $this->rows($collections);
        $url = $this->data['config']['update_url'] ?? '';
        $this->data['config']['update_url'] = rtrim($url, '/') . '/feed/' . $this->metadata->getFeedName() . '/';
    }

    /** @return array{totalRecords: int, items: list<array<string, mixed>>} */
    public function getData(): array
    {
        $items = [];
        foreach ($this->collection->getItems() as $row) {
            $items[] = $this->item($row->getData());
        }

        return ['totalRecords' => $this->collection->getSize(), 'items' => $items];
    }

    public function addFilter(Filter $filter): void
    {
        if ($filter->getField() === 'identifiers') {
            // In the column is JSON, which has a backslash before slashes and codes for other letters than those of
            // ASCII.
            $needle = substr((string) json_encode(trim(Text::of($filter->getValue()), '%')), 1, -1);
            $this->collection->addFieldToFilter('feed_data', ['like' => '%' . addcslashes($needle, '\\%_') . '%']);

            return;
        }

        parent::addFilter($filter);
    }

    /** @return list<int> of all rows that the filters let through, whatever page is shown */
    public function entityIds(): array
    {
        $select = clone $this->collection->getSelect();
        $select->reset(\Magento\Framework\DB\Select::COLUMNS)
            ->reset(\Magento\Framework\DB\Select::ORDER)
            ->reset(\Magento\Framework\DB\Select::LIMIT_COUNT)
            ->reset(\Magento\Framework\DB\Select::LIMIT_OFFSET)
            ->columns('source_entity_id')
            ->distinct();

        return array_map(intval(...), $this->collection->getConnection()->fetchCol($select));
    }

    private function rows(SearchResultFactory $collections): SearchResult
    {
        $rows = $collections->create(['mainTable' => $this->metadata->getFeedTableName(), 'identifierName' => 'id']);
        $rows->getSelect()->columns(['state' => new \Zend_Db_Expr(ItemState::EXPRESSION)]);
        $rows->addFilterToMap('state', new \Zend_Db_Expr('(' . ItemState::EXPRESSION . ')'));

        return $rows;
    }

    /**
     * @param array<string, mixed> $row
     *
     * @return array<string, mixed>
     */
    private function item(array $row): array
    {
        $row['identifiers'] = $this->identifiers(Text::of($row['feed_data'] ?? ''));
        $row['request_id'] = $this->requestId(Text::of($row['metadata'] ?? ''));
        unset($row['feed_data'], $row['metadata']);

        return $row;
    }

    private function identifiers(string $json): string
    {
        $item = json_decode($json, true);
        $identifiers = [];
        foreach (is_array($item) ? $this->metadata->getFeedItemIdentifiers() : [] as $field) {
            $value = is_array($item) ? $item[$field] ?? null : null;
            $identifiers[] = is_scalar($value) ? "$field: $value" : "$field: -";
        }

        return implode(', ', $identifiers);
    }

    /** Rows of Adobe's connector may have another layout. */
    private function requestId(string $json): string
    {
        $metadata = json_decode($json, true);
        foreach (['requestId', 'request_id', 'x-request-id'] as $name) {
            if (is_array($metadata) && is_scalar($metadata[$name] ?? null)) {
                return (string) $metadata[$name];
            }
        }

        return '';
    }
}
