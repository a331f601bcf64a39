<?php

declare(strict_types=1);

namespace Aco\CommerceOptimizer\Model\Config\Backend;

use Aco\Assets\AemEnvironment as Environment;
use Aco\CommerceOptimizer\Model\Config\Refusal;
use Aco\CommerceOptimizer\Model\Text;
use Aco\Exception\InvalidArgumentException;
use Magento\Framework\App\Config\Value;

/** The id of a program or an environment of AEM, kept without its letter. */
class AemEnvironment extends Value
{
    public function beforeSave(): self
    {
        $value = trim(Text::of($this->getValue()));
        if ($value !== '') {
            try {
                $value = $this->getData('field') === 'program_id'
                    ? (new Environment($value, '1'))->programId
                    : (new Environment('1', $value))->environmentId;
            } catch (InvalidArgumentException $e) {
                throw Refusal::of($this, $e);
            }
        }
        $this->setValue($value);

        return parent::beforeSave();
    }
}
