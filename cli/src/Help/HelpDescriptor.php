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

        parent::describeInputArgument(
            new InputArgument($argument->getName(), $mode, self::wrap($argument->getDescription(), $options), $default),
            $options,
        );
    }

    protected function describeInputOption(InputOption $option, array $options = []): void
    {
        $mode = match (true) {
            $option->isNegatable() => InputOption::VALUE_NEGATABLE,
            !$option->acceptValue() => InputOption::VALUE_NONE,
            $option->isValueRequired() => InputOption::VALUE_REQUIRED,
            default => InputOption::VALUE_OPTIONAL,
        } | ($option->isArray() ? InputOption::VALUE_IS_ARRAY : 0);

        parent::describeInputOption(
            new InputOption(
                $option->getName(),
                $option->getShortcut(),
                $mode,
                self::wrap($option->getDescription(), $options),
                $option->acceptValue() ? $option->getDefault() : null,
            ),
            $options,
        );
    }

    /** @param array<string, mixed> $options */
    private static function wrap(string $text, array $options): string
    {
        $width = (new Terminal())->getWidth() - self::MARGINS - ($options['total_width'] ?? 0);

        return wordwrap($text, max(self::MIN_WIDTH, $width));
    }
}
