<?php

declare(strict_types=1);

namespace Aco\Cli\Help;

use Symfony\Component\Console\Descriptor\TextDescriptor;
use Symfony\Component\Console\Input\InputArgument;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Terminal;

/** Symfony's help, with descriptions that stay in their column on a narrow terminal. */
final class HelpDescriptor extends TextDescriptor
{
    private const MIN_WIDTH = 24;
    /** Blanks before and behind the column of names. */
    private const MARGINS = 4;

    protected function describeInputArgument(InputArgument $argument, array $options = []): void
    {
        $mode = ($argument->isRequired() ? InputArgument::REQUIRED : InputArgument::OPTIONAL)
            | ($argument->isArray() ? InputArgument::IS_ARRAY : 0);
        $default = $argument->isRequired() ? null : $argument->getDefault();
        $text = self::wrap($argument->getDescription(), self::suffix($default, false), $options);

        parent::describeInputArgument(new InputArgument($argument->getName(), $mode, $text, $default), $options);
    }

    protected function describeInputOption(InputOption $option, array $options = []): void
    {
        $mode = match (true) {
            $option->isNegatable() => InputOption::VALUE_NEGATABLE,
            !$option->acceptValue() => InputOption::VALUE_NONE,
            $option->isValueRequired() => InputOption::VALUE_REQUIRED,
            default => InputOption::VALUE_OPTIONAL,
        } | ($option->isArray() ? InputOption::VALUE_IS_ARRAY : 0);
        $default = $option->acceptValue() ? $option->getDefault() : null;
        $text = self::wrap($option->getDescription(), self::suffix($default, $option->isArray()), $options);

        parent::describeInputOption(
            new InputOption($option->getName(), $option->getShortcut(), $mode, $text, $default),
            $options,
        );
    }

    /** What Symfony appends to a description. */
    private static function suffix(mixed $default, bool $isArray): string
    {
        return ($default === null || $default === [] ? '' : ' [default: ' . json_encode($default) . ']')
            . ($isArray ? ' (multiple values allowed)' : '');
    }

    /** @param array<string, mixed> $options */
    private static function wrap(string $text, string $suffix, array $options): string
    {
        $margins = self::MARGINS + ($options['total_width'] ?? 0);
        $width = max(self::MIN_WIDTH, (new Terminal())->getWidth() - $margins);
        $wrapped = wordwrap($text, $width);
        $lastLine = substr($wrapped, (int) strrpos("\n$wrapped", "\n"));

        return $suffix !== '' && strlen($lastLine . $suffix) > $width ? "$wrapped\n" : $wrapped;
    }
}
