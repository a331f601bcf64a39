<?php

declare(strict_types=1);

namespace Aco\Stubs;

use Psalm\Plugin\PluginEntryPointInterface;
use Psalm\Plugin\RegistrationInterface;

/** Tells Psalm of the extension's classes; enabled by `vendor/bin/psalm-plugin enable aco/aco-stubs`. */
final class PsalmPlugin implements PluginEntryPointInterface
{
    public function __invoke(RegistrationInterface $registration, ?\SimpleXMLElement $config = null): void
    {
        $registration->addStubFile(__DIR__ . '/aco.php');
    }
}
