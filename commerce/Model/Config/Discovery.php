<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config;

use Aco\CommerceOptimizer\Model\Config;
use Aco\CommerceOptimizer\Model\EnvironmentGuard;
use Aco\CommerceOptimizer\Model\FeedInvalidation;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Connection;
use Aco\Exception\AcoException;
use Magento\Framework\Exception\LocalizedException;

/** Asks Adobe once about the connection that an administrator is about to save. */
class Discovery
{
    private const ASKED_FOR = ['org_id', 'tenant_id', 'client_id', 'client_secret', 'ims_url', 'ccm_url'];

    /** @var array<string, string>|null */
    private ?array $found = null;
    private bool $invalidated = false;

    public function __construct(
        private readonly Config $config,
        private readonly EnvironmentGuard $guard,
        private readonly FeedInvalidation $feeds,
    ) {
    }

    /**
     * @param array<string, mixed> $settings of the form
     *
     * @return array<string, string> addresses by setting; empty when there was nothing to ask
     *
     * @throws LocalizedException when the credentials, the tenant or its kind are not right
     */
    public function check(array $settings): array
    {
        if ($this->found === null) {
            $wanted = $this->wanted($settings);
            $this->found = $this->isChanged($wanted) && $this->isComplete($wanted) ? $this->ask($wanted) : [];
            $this->guard->check(
                $this->found['ingestion_url'] ?? Text::of($settings['ingestion_url'] ?? ''),
                Text::of($settings['type'] ?? ''),
            );
        }

        return $this->found;
    }

    /** Everything is to be sent, to wherever it goes now. */
    public function changed(): void
    {
        if (!$this->invalidated) {
            $this->feeds->execute();
            $this->invalidated = true;
        }
    }

    /**
     * @param array<string, mixed> $settings
     *
     * @return array<string, string>
     */
    private function wanted(array $settings): array
    {
        $wanted = [];
        foreach (self::ASKED_FOR as $name) {
            $value = trim(Text::of($settings[$name] ?? $this->stored($name)));
            // Commerce shows a secret as asterisks, and sends those back.
            $wanted[$name] = $name === 'client_secret'
                && preg_match('/^\*+$/', $value) === 1 ? $this->stored($name) : $value;
        }

        return $wanted;
    }

    /** @param array<string, string> $wanted */
    private function isChanged(array $wanted): bool
    {
        foreach ($wanted as $name => $value) {
            if ($value !== $this->stored($name)) {
                return true;
            }
        }

        return false;
    }

    /** @param array<string, string> $wanted */
    private function isComplete(array $wanted): bool
    {
        return !in_array('', $wanted, true);
    }

    /**
     * @param array<string, string> $wanted
     *
     * @return array<string, string>
     */
    private function ask(array $wanted): array
    {
        try {
            $connection = Connection::discover(
                $wanted['org_id'],
                $wanted['tenant_id'],
                $wanted['client_id'],
                $wanted['client_secret'],
                $wanted['ims_url'],
                $wanted['ccm_url'],
            );
        } catch (AcoException $e) {
            throw new LocalizedException(
                __('Nothing was saved: %1', $e->getMessage()),
                $e instanceof \Exception ? $e : null,
            );
        }

        return [
            'ingestion_url' => $connection->ingestionUrl,
            'optimizer_studio_url' => (string) $connection->studioUrl,
        ];
    }

    private function stored(string $name): string
    {
        return $this->config->text("aco_exporter/general/$name");
    }
}
