<?php

declare(strict_types=1);

namespace Aco\Sandbox\Ui;

use Aco\Cli\Report\Html;
use Aco\Sandbox\Http\Request;

/** The page of a list that a request is for, and the links from it. */
final class Pager
{
    public const PER_PAGE = 50;
    private const MAX_PAGE = 1_000_000;

    private int $page;
    /** @var array<string, string> */
    private array $filter = [];

    /** @param list<string> $filters names of the parameters that choose what is listed; the links keep them */
    public function __construct(private readonly Request $request, array $filters)
    {
        $this->page = $request->queryNumber('page', 1, 1, self::MAX_PAGE);
        foreach ($filters as $name) {
            $value = $request->queryParameter($name);
            if ($value !== null) {
                $this->filter[$name] = $value;
            }
        }
    }

    /** Null when the parameter is not given: all are listed. */
    public function filter(string $name): ?string
    {
        return $this->filter[$name] ?? null;
    }

    public function offset(): int
    {
        return ($this->page - 1) * self::PER_PAGE;
    }

    /** @param string $up HTML of a link to the whole list */
    public function links(int $total, string $up = ''): string
    {
        $pages = max(1, (int) ceil($total / self::PER_PAGE));

        return '<nav><a href="/">Overview</a>' . ($this->filter === [] ? '' : $up)
            . ($this->page > 1 ? $this->link($this->page - 1, 'Previous') : '')
            . ($this->page < $pages ? $this->link($this->page + 1, 'Next') : '')
            . sprintf(
                '<span class="soft">Page %s of %s, %s in all</span></nav>',
                number_format($this->page),
                number_format($pages),
                number_format($total),
            );
    }

    private function link(int $page, string $text): string
    {
        return Html::link($this->request->path, $this->filter + ['page' => $page], $text);
    }
}
