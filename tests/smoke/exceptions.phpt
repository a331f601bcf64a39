--TEST--
Exceptions: hierarchy, and whether the same call can succeed later
--EXTENSIONS--
aco
--FILE--
<?php
use Aco\Exception as E;

foreach ([E\InvalidArgumentException::class, E\MappingException::class, E\ReadException::class,
    E\AuthenticationException::class, E\TransportException::class, E\TimeoutException::class,
    E\ApiException::class] as $class) {
    $exception = new $class('text', 7);
    echo $class, ' ', implode(' ', array_values(class_parents($exception))), ' | ',
        implode(' ', array_diff(class_implements($exception), [Throwable::class, Stringable::class])), ' | ',
        $exception->isRetryable()
            ? 'retryable'
            : 'final', ' ', $exception->getCode(), ' ', $exception->getMessage(), "\n";
}
echo (new ReflectionClass(E\AcoException::class))->isSubclassOf(Throwable::class) ? 'Throwable' : 'NOT THROWABLE', "\n";
?>
--EXPECT--
Aco\Exception\InvalidArgumentException InvalidArgumentException LogicException Exception | Aco\Exception\AcoException | final 7 text
Aco\Exception\MappingException UnexpectedValueException RuntimeException Exception | Aco\Exception\AcoException | final 7 text
Aco\Exception\ReadException RuntimeException Exception | Aco\Exception\AcoException | final 7 text
Aco\Exception\AuthenticationException RuntimeException Exception | Aco\Exception\AcoException | final 7 text
Aco\Exception\TransportException RuntimeException Exception | Aco\Exception\AcoException | retryable 7 text
Aco\Exception\TimeoutException Aco\Exception\TransportException RuntimeException Exception | Aco\Exception\AcoException | retryable 7 text
Aco\Exception\ApiException RuntimeException Exception | Aco\Exception\AcoException | final 7 text
Throwable
