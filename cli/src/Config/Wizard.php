<?php

declare(strict_types=1);

namespace Aco\Cli\Config;

use Aco\Cli\CommandFailure;
use Aco\Cli\Output\Console;
use Symfony\Component\Console\Exception\MissingInputException;
use Symfony\Component\Console\Helper\QuestionHelper;
use Symfony\Component\Console\Question\ChoiceQuestion;
use Symfony\Component\Console\Question\Question;

/** Asks on a terminal for the settings that are missing. */
final class Wizard
{
    private const ATTEMPTS = 3;

    /** Where each is found. */
    private const HINTS = [
        Setting::ORG_ID => 'in the Developer Console: 24 letters or digits and @AdobeOrg',
        Setting::TENANT_ID => 'in the Commerce Cloud Manager, also called instance id',
        Setting::CLIENT_ID => 'of the OAuth Server-to-Server credential in the Developer Console',
        Setting::TYPE => 'as the Commerce Cloud Manager shows it',
    ];

    public function __construct(private readonly Console $console)
    {
    }

    public static function isPossible(Console $console): bool
    {
        return $console->input->isInteractive() && stream_isatty(STDIN);
    }

    /**
     * @param list<string> $missing names of settings
     * @return array<string, string> the answers
     */
    public function ask(array $missing): array
    {
        if ($missing !== [Setting::CLIENT_SECRET]) {
            $this->console->errors()->writeln(
                'Some settings are missing; nothing is stored before all of them are checked. Ctrl+C ends this.'
            );
        }

        $answers = [];
        $helper = new QuestionHelper();
        foreach ($missing as $name) {
            try {
                $question = self::question($name);
                $answers[$name] = $helper->ask($this->console->input, $this->console->errors(), $question);
            } catch (MissingInputException) {
                throw new CommandFailure('The settings are not complete: run config:init again. Nothing was stored.');
            }
        }

        return $answers;
    }

    private static function question(string $name): Question
    {
        if ($name === Setting::CLIENT_SECRET) {
            return self::checked(new Question('Client secret (not shown): '))->setHidden(true);
        }

        $title = ucfirst(Setting::ALL[$name]) . (isset(self::HINTS[$name]) ? ' (' . self::HINTS[$name] . ')' : '');

        return $name === Setting::TYPE
            ? (new ChoiceQuestion("$title:", TenantType::ALL))->setMaxAttempts(self::ATTEMPTS)
            : self::checked(new Question("$title: "));
    }

    private static function checked(Question $question): Question
    {
        return $question->setTrimmable(true)->setMaxAttempts(self::ATTEMPTS)->setValidator(
            static fn (?string $answer): string => $answer === null || $answer === ''
                ? throw new CommandFailure('An answer is needed.')
                : $answer,
        );
    }
}
