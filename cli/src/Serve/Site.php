<?php

declare(strict_types=1);

namespace Aco\Cli\Serve;

use Aco\Cli\CommandFailure;
use Aco\Cli\FeedName;
use Aco\Cli\Output\Text;
use Aco\Cli\Report\Html;
use Aco\Cli\Report\Page;
use Aco\Cli\Report\StatusPage;
use Aco\Cli\Store\FeedStore;
use Aco\Sandbox\Http\Delivery;
use Aco\Sandbox\Http\Exchange;
use Aco\Sandbox\Http\Request;
use Aco\Sandbox\Http\RequestHandler;
use Aco\Sandbox\Http\Response;

/** The pages that serve has, and what is done in them. */
final class Site implements RequestHandler
{
    /**
     * Nothing of the page may be kept, framed or sent elsewhere. With the policy no-referrer browsers would hide the
     * origin of forms, too.
     */
    private const HEADERS = [
        'cache-control' => 'no-store', 'referrer-policy' => 'same-origin', 'x-content-type-options' => 'nosniff',
        'x-frame-options' => 'DENY', 'cross-origin-opener-policy' => 'same-origin',
        'cross-origin-resource-policy' => 'same-origin',
    ];

    public function __construct(
        private readonly Guard $guard,
        private readonly Overview $overview,
        private readonly FeedStore $store,
        private readonly ItemBrowser $browser,
        private readonly Marking $marking,
    ) {
    }

    public function handle(Request $request, Exchange $exchange): void
    {
        try {
            $response = $this->respond($request);
        } catch (CommandFailure $e) {
            $response = self::message(503, $e->getMessage());
        } catch (\Throwable $e) {
            $response = self::message(500, 'Unexpected error: ' . Text::printable($e->getMessage()) . '.');
        }

        $exchange->deliver(new Delivery($response));
    }

    public function malformed(int $status): void
    {
    }

    private function respond(Request $request): Response
    {
        $refusal = $this->guard->refusal($request);

        return match (true) {
            $refusal !== '' => self::message(403, $refusal),
            $this->guard->isEntry($request) => self::redirect('/', ['set-cookie' => $this->guard->cookie()]),
            $request->path === '/' && self::reads($request) => $this->start($request),
            $request->path === '/item' && self::reads($request) => $this->item($request),
            $request->path === '/resync' && $request->method === 'POST' => $this->resync($request),
            in_array($request->path, ['/', '/item', '/resync'], true) => self::message(405, 'This is done otherwise.'),
            default => self::message(404, 'There is no such page.'),
        };
    }

    private static function reads(Request $request): bool
    {
        return $request->method === 'GET' || $request->method === 'HEAD';
    }

    private function start(Request $request): Response
    {
        $status = $this->overview->page();
        $marked = $request->queryNumber('marked', -1, -1, ItemQuery::PER_PAGE);
        $note = match (true) {
            $marked < 0 => '',
            $marked === 0 => '<p class="note" role="status">No item was chosen.</p>',
            default => '<p class="note" role="status">' . $marked . ($marked === 1 ? ' item is' : ' items are')
                . ' sent again by the next sync whose source contains ' . ($marked === 1 ? 'it.' : 'them.') . '</p>',
        };

        $content = $status->overview($note) . $this->browser->html(new ItemQuery($request));

        return self::page(200, $status->title(), $content, Page::script());
    }

    private function item(Request $request): Response
    {
        $feed = FeedName::find($request->queryParameter('feed') ?? '');
        $number = $request->queryNumber('row', 0, 0, PHP_INT_MAX);
        $row = $feed === null ? null : $this->store->rows($feed, [$number])[0] ?? null;

        return $row === null || $feed === null
            ? self::message(404, 'There is no such item any more.')
            : self::page(200, 'Item', ItemPage::html($feed, $row));
    }

    private function resync(Request $request): Response
    {
        if ($request->bodyTooLarge || $request->mediaType() !== 'application/x-www-form-urlencoded') {
            return self::message(415, 'Use the form of the page.');
        }

        @parse_str($request->body, $fields);
        if (!$this->guard->isOwnForm($request, $fields)) {
            return self::message(403, 'The form is not one of this page, or an old one: open the page again.');
        }

        $query = new ItemQuery($request);
        $rows = is_array($fields['rows'] ?? null) ? $fields['rows'] : [];
        $marked = $this->marking->mark($query->feed, $rows);
        $this->overview->forget();

        return self::redirect('/?' . http_build_query($query->parameters(['marked' => $marked])));
    }

    /** @param array<string, string> $headers */
    private static function redirect(string $target, array $headers = []): Response
    {
        return new Response(303, ['location' => $target] + $headers + self::HEADERS, '');
    }

    private static function message(int $status, string $sentence): Response
    {
        $title = $status === 403 ? 'Not allowed' : 'aco';

        return self::page($status, $title, '<header class="verdict bad"><h1>' . Html::text($sentence) . '</h1></header>'
            . '<nav>' . Html::link('/', [], 'Overview') . '</nav>');
    }

    private static function page(int $status, string $title, string $content, string $script = ''): Response
    {
        $policy = Page::policy($script) . "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

        return Response::html(
            $status,
            Page::html($title, $content, $script),
            ['content-security-policy' => $policy] + self::HEADERS,
        );
    }
}
