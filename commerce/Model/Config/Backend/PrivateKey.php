<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Assets\RegistryConnection;
use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Magento\Config\Model\Config\Backend\Encrypted;

/**
 * A private key in PEM, tried before it is encrypted. Browsers take the line breaks out of what is typed into a field
 * of this kind.
 */
class PrivateKey extends Encrypted
{
    /** What the form shows in place of a value that is stored. */
    private const PLACEHOLDER = '/^\*+$/';

    public function beforeSave(): void
    {
        $key = trim(Text::of($this->getValue()));
        if ($key !== '' && preg_match(self::PLACEHOLDER, $key) !== 1) {
            $key = self::withLines($key);
            try {
                new RegistryConnection('key', 'environment', $key);
            } catch (InvalidArgumentException $e) {
                throw Refusal::of($this, $e);
            }
            $this->setValue($key);
        }

        parent::beforeSave();
    }

    public static function withLines(string $pem): string
    {
        return preg_match('/^-----BEGIN ([A-Z ]+)-----(.+)-----END \1-----$/Ds', $pem, $parts) === 1
            ? "-----BEGIN $parts[1]-----\n" . chunk_split((string) preg_replace('/\s+/', '', $parts[2]), 64, "\n")
                . "-----END $parts[1]-----\n"
            : $pem;
    }
}
