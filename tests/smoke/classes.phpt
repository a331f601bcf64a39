--TEST--
Classes: final, without dynamic properties, readonly, not serialisable, not cloneable where a handle is owned
--EXTENSIONS--
aco
--FILE--
<?php
foreach ((new ReflectionExtension('aco'))->getClasses() as $class) {
    $kind = $class->isInterface() ? 'interface' : ($class->isEnum() ? 'enum' : 'class');
    echo $kind, ' ', $class->getName();
    if ($kind === 'class') {
        echo $class->isFinal() ? ' final' : '';
        echo $class->isSubclassOf(Throwable::class) ? ' extends ' . $class->getParentClass()->getName() : '';
        echo $class->isCloneable() ? ' cloneable' : '';
        echo $class->isInstantiable() ? '' : ' no-new';
    }
    echo "\n";
    foreach ($class->getProperties(ReflectionProperty::IS_PUBLIC) as $property) {
        if (
            $property->getDeclaringClass()->getName() === $class->getName()
            && $kind !== 'enum'
            && !$property->isReadOnly()
        ) {
            echo '    WRITABLE $', $property->getName(), "\n";
        }
    }
    foreach ($class->getProperties(ReflectionProperty::IS_PRIVATE | ReflectionProperty::IS_PROTECTED) as $property) {
        if ($property->getDeclaringClass()->getName() === $class->getName()) {
            echo '    HIDDEN $', $property->getName(), "\n";
        }
    }
    foreach ($class->getMethods() as $method) {
        if (
            $method->isInternal()
                && str_starts_with($method->getDeclaringClass()->getName(), 'Aco\\')
                && !$method->isConstructor()
            && !$method->hasReturnType() && !$method->hasTentativeReturnType()) {
            echo '    UNTYPED ', $method->getName(), "\n";
        }
    }
}

$objects = [
    new Aco\Scopes(),
    new Aco\Mapper(Aco\Feed::Prices),
    Aco\Document::fromJson(Aco\Feed::Prices, 'a', '{}'),
    $connection = new Aco\Connection('t', 'c', 's', 'https://a.example'),
    new Aco\Limits(),
    $client = new Aco\Client($connection),
    $client->open(Aco\Feed::Prices),
    $client->submit(Aco\Feed::Prices, []),
];
foreach ($objects as $object) {
    $name = get_class($object);
    try {
        serialize($object);
        echo "$name serialised\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    try {
        unserialize('O:' . strlen($name) . ":\"$name\":0:{}");
        echo "$name unserialised\n";
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    foreach (['anything', (new ReflectionClass($object))->getProperties()[0]->name ?? 'other'] as $property) {
        try {
            $object->$property = 1;
            echo "$name::\$$property written\n";
        } catch (Error $e) {
            echo $e->getMessage(), "\n";
        }
    }
}
?>
--EXPECT--
interface Aco\Exception\AcoException
class Aco\Exception\InvalidArgumentException final extends InvalidArgumentException
class Aco\Exception\MappingException final extends UnexpectedValueException
class Aco\Exception\ReadException final extends RuntimeException
class Aco\Exception\AuthenticationException final extends RuntimeException
class Aco\Exception\TransportException extends RuntimeException
class Aco\Exception\TimeoutException final extends Aco\Exception\TransportException
class Aco\Exception\ApiException final extends RuntimeException
enum Aco\Feed
class Aco\Scopes final
class Aco\Document final no-new
class Aco\Mapper final
class Aco\PriceBooks final cloneable no-new
class Aco\ItemAssembler final
class Aco\MappedItem final cloneable no-new
class Aco\ItemChunk final no-new
class Aco\ItemReader final
class Aco\Transport final
class Aco\ImsCredentials final
class Aco\Connection final
interface Aco\SharedStore
class Aco\Limits final cloneable
class Aco\ServiceReader final
class Aco\Batch final cloneable no-new
class Aco\Report final cloneable no-new
class Aco\Submission final cloneable no-new
class Aco\Stream final no-new
class Aco\Client final
class Aco\Experience\Event final no-new
class Aco\Experience\Settings final
class Aco\Experience\OrderMapper final
class Aco\Experience\EdgeConnection final
class Aco\Experience\EventStream final no-new
class Aco\Experience\EdgeClient final
class Aco\Assets\Assignment final cloneable
class Aco\Assets\Asset final cloneable no-new
class Aco\Assets\AssetChange final cloneable
class Aco\Assets\ProductChange final cloneable
class Aco\Assets\SkuMatcher final cloneable
interface Aco\Assets\Sink
class Aco\Assets\AemEnvironment final cloneable
class Aco\Assets\CommerceCredentials final
class Aco\Assets\MatcherConnection final
class Aco\Assets\RegistryConnection final
enum Aco\Assets\RuleType
class Aco\Assets\MatchingRule final cloneable no-new
enum Aco\Assets\Dialect
enum Aco\Assets\ErrorClass
class Aco\Assets\Registration final cloneable no-new
class Aco\Assets\RegistrationException final extends RuntimeException
class Aco\Assets\TenantRegistry final
class Aco\Assets\Delivery final cloneable
class Aco\Assets\CommerceConnection final no-new
class Aco\Assets\CommerceSink final
class Aco\Assets\OptimizerSink final
class Aco\Assets\ExternalMatcher final
Serialization of 'Aco\Scopes' is not allowed
Unserialization of 'Aco\Scopes' is not allowed
Cannot create dynamic property Aco\Scopes::$anything
Cannot modify readonly property Aco\Scopes::$disabledWebsites
Serialization of 'Aco\Mapper' is not allowed
Unserialization of 'Aco\Mapper' is not allowed
Cannot create dynamic property Aco\Mapper::$anything
Cannot modify readonly property Aco\Mapper::$feed
Serialization of 'Aco\Document' is not allowed
Unserialization of 'Aco\Document' is not allowed
Cannot create dynamic property Aco\Document::$anything
Cannot modify readonly property Aco\Document::$feed
Serialization of 'Aco\Connection' is not allowed
Unserialization of 'Aco\Connection' is not allowed
Cannot create dynamic property Aco\Connection::$anything
Cannot modify readonly property Aco\Connection::$tenantId
Serialization of 'Aco\Limits' is not allowed
Unserialization of 'Aco\Limits' is not allowed
Cannot create dynamic property Aco\Limits::$anything
Cannot modify readonly property Aco\Limits::$requestsPerSecond
Serialization of 'Aco\Client' is not allowed
Unserialization of 'Aco\Client' is not allowed
Cannot create dynamic property Aco\Client::$anything
Cannot create dynamic property Aco\Client::$other
Serialization of 'Aco\Stream' is not allowed
Unserialization of 'Aco\Stream' is not allowed
Cannot create dynamic property Aco\Stream::$anything
Cannot create dynamic property Aco\Stream::$other
Serialization of 'Aco\Submission' is not allowed
Unserialization of 'Aco\Submission' is not allowed
Cannot create dynamic property Aco\Submission::$anything
Cannot modify readonly property Aco\Submission::$status
