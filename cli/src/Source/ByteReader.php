<?php

declare(strict_types=1);

namespace Aco\Cli\Source;

/** Reads a file, a pipe or standard input, and unpacks gzip. */
final class ByteReader
{
    private const BLOCK = 262144;
    private const GZIP_BLOCK = 16384;
    private const GZIP_MAGIC = "\x1f\x8b";

    private int $consumed = 0;
    private ?\InflateContext $inflate = null;
    private bool $started = false;
    private string $rest = '';
    /** Whether the next byte has to begin another member, if there is one. */
    private bool $isBetween = false;

    /**
     * @param resource $handle
     * @param ?\Closure(): self $reopen null when it can be read only once
     */
    private function __construct(
        private $handle,
        public readonly string $name,
        public readonly ?int $size,
        private readonly ?\Closure $reopen = null,
    ) {
    }

    public static function file(string $path): self
    {
        // PHP resolves links itself, which fails for those in /dev/fd of pipes and sockets.
        $handle = @fopen($path, 'rb') ?: self::descriptor($path);
        if ($handle === false || is_dir($path)) {
            throw new SourceException("$path cannot be read");
        }

        $stat = fstat($handle);
        $isRegular = $stat !== false && ($stat['mode'] & 0170000) === 0100000;

        return new self(
            $handle,
            basename($path),
            $isRegular ? $stat['size'] : null,
            $isRegular ? static fn (): self => self::file($path) : null,
        );
    }

    /** @return resource|false the descriptor that the path stands for, as `/dev/fd/63` of a shell's `<(…)` */
    private static function descriptor(string $path)
    {
        $path = $path === '/dev/stdin' ? '/dev/fd/0' : $path;

        return preg_match('~^/(?:dev|proc/self)/fd/(\d{1,9})$~D', $path, $number) === 1
            ? @fopen("php://fd/$number[1]", 'rb')
            : false;
    }

    /** Null for what can be read only once. */
    public function reopen(): ?self
    {
        return $this->reopen === null ? null : ($this->reopen)();
    }

    public static function text(string $name, string $text): self
    {
        $handle = fopen('php://memory', 'w+b');
        fwrite($handle, $text);
        rewind($handle);

        return new self($handle, $name, strlen($text), static fn (): self => self::text($name, $text));
    }

    public static function standardInput(): self
    {
        return new self(STDIN, 'standard input', null);
    }

    /** Bytes read from the file so far, before unpacking. */
    public function consumed(): int
    {
        return $this->consumed;
    }

    /**
     * The next bytes, "" at the end.
     *
     * @throws SourceException when the packed data is damaged or the file cannot be read
     */
    public function read(): string
    {
        if (!$this->started) {
            $this->started = true;
            $block = $this->block(self::GZIP_BLOCK);
            while ($block !== '' && strlen($block) < 2 && ($more = $this->block(self::GZIP_BLOCK)) !== '') {
                $block .= $more;
            }

            if (str_starts_with($block, self::GZIP_MAGIC)) {
                $this->inflate = self::inflateContext();
                $this->rest = $block;
            } else {
                return $block;
            }
        }

        return $this->inflate === null ? $this->block(self::BLOCK) : $this->unpack($this->inflate);
    }

    private function unpack(\InflateContext $inflate): string
    {
        do {
            $block = $this->rest !== '' ? $this->rest : $this->block(self::GZIP_BLOCK);
            $this->rest = '';
            if ($this->isBetween) {
                $block = $this->member($block);
                if ($block === '') {
                    return '';
                }

                $this->isBetween = false;
            }

            if ($block === '') {
                throw new SourceException("{$this->name}: the gzip data is incomplete");
            }

            $before = inflate_get_read_len($inflate);
            $bytes = @inflate_add($inflate, $block);
            if ($bytes === false) {
                throw new SourceException("{$this->name}: the gzip data is damaged");
            }

            if (inflate_get_status($inflate) === ZLIB_STREAM_END) {
                // A file may hold several members, one after the other.
                $this->rest = substr($block, inflate_get_read_len($inflate) - $before);
                $this->inflate = $inflate = self::inflateContext();
                $this->isBetween = true;
            }
        } while ($bytes === '');

        return $bytes;
    }

    /** The start of another member; "" at the end. Zeros as padding are skipped. */
    private function member(string $block): string
    {
        while (strlen($block) < 2 && ($more = $this->block(self::GZIP_BLOCK)) !== '') {
            $block .= $more;
        }

        if (str_starts_with($block, self::GZIP_MAGIC)) {
            return $block;
        }

        while ($block !== '') {
            if (strspn($block, "\0") !== strlen($block)) {
                throw new SourceException("{$this->name}: other data follows the gzip data: remove it");
            }

            $block = $this->block(self::GZIP_BLOCK);
        }

        return '';
    }

    private function block(int $bytes): string
    {
        $block = @fread($this->handle, $bytes);
        if ($block === false) {
            throw new SourceException("{$this->name}: reading failed");
        }
        // A signal or a slow pipe can cause an empty read before the end.
        while ($block === '' && !feof($this->handle)) {
            $block = (string) @fread($this->handle, $bytes);
        }
        $this->consumed += strlen($block);

        return $block;
    }

    private static function inflateContext(): \InflateContext
    {
        return inflate_init(ZLIB_ENCODING_GZIP);
    }
}
