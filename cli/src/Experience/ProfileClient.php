<?php

declare(strict_types=1);

namespace Aco\Cli\Experience;

use Aco\Cli\Config\ConfigStore;
use Aco\Cli\Config\ConnectionFactory;
use Aco\Cli\Config\Setting;
use Aco\Exception\AcoException;
use Aco\ImsCredentials;
use Aco\ServiceReader;
use Aco\Transport;

/** The streaming ingestion API of the Experience Platform: several records in a request, with a token. */
final class ProfileClient
{
    public const DEFAULT_URL = 'https://dcs.adobedc.net';
    private const PATH = '/collection/batch/';
    private const CONTENT_TYPE = 'application/vnd.adobe.xed-full+json;version=1';
    /** Documented for the APIs of the Experience Platform. */
    private const SCOPE = 'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session';
    private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
        | JSON_THROW_ON_ERROR;

    private ServiceReader $reader;
    private bool $isRenewed = false;

    public function __construct(
        private readonly string $url,
        private readonly ImsCredentials $credentials,
        private readonly ?Transport $transport,
    ) {
        $this->reader = new ServiceReader($credentials, $transport);
    }

    /** Null without credentials, as personal data must not go out without a token. */
    public static function of(ExperienceConfig $experience, ConfigStore $config): ?self
    {
        $values = $config->values();
        if (!isset($values[Setting::CLIENT_ID])) {
            return null;
        }

        $url = $experience->text(ExperienceConfig::STREAMING_URL);

        return new self(
            rtrim($url === '' ? self::DEFAULT_URL : $url, '/'),
            new ImsCredentials(
                $values[Setting::CLIENT_ID],
                $config->clientSecret(),
                ...(isset($values[Setting::IMS_URL]) ? ['imsUrl' => $values[Setting::IMS_URL]] : []),
                scope: self::SCOPE,
                orgId: $experience->text(ExperienceConfig::ORGANIZATION_ID),
            ),
            ConnectionFactory::transport($values),
        );
    }

    /** One of the messages of a request, as JSON. */
    public function message(ProfileRecord $record, ProfileTarget $target): string
    {
        $schema = ['id' => $target->schema, 'contentType' => self::CONTENT_TYPE];

        return json_encode([
            'header' => [
                'schemaRef' => $schema,
                'imsOrgId' => $this->credentials->orgId,
                'datasetId' => $target->dataset,
                'source' => ['name' => 'aco'],
            ],
            'body' => ['xdmMeta' => ['schemaRef' => $schema], 'xdmEntity' => $record->entity],
        ], self::FLAGS);
    }

    /**
     * @param list<string> $messages as message() makes them
     * @return array{int, string} status and body of the response; 0 and why there is none
     */
    public function send(ProfileTarget $target, array $messages): array
    {
        $body = '{"messages":[' . implode(',', $messages) . ']}';
        [$status, $answer] = $this->post($target, $body);
        if ($status === 403 && !$this->isRenewed) {
            // The documented answer to a token that has expired; the reader renews one for 401 only.
            $this->isRenewed = true;
            $this->reader = new ServiceReader($this->credentials, $this->transport);
            [$status, $answer] = $this->post($target, $body);
        }
        $this->isRenewed = $this->isRenewed && $status === 403;

        return [$status, $answer];
    }

    /** @return array{int, string} */
    private function post(ProfileTarget $target, string $body): array
    {
        $headers = [
            "x-api-key: {$this->credentials->clientId}",
            "x-gw-ims-org-id: {$this->credentials->orgId}",
            ...($target->sandbox === '' ? [] : ["x-sandbox-name: $target->sandbox"]),
        ];

        try {
            $response = $this->reader->request($this->url . self::PATH . $target->connection, $headers, $body);

            return [$response['status'], $response['body']];
        } catch (AcoException $e) {
            return [0, PersonalData::redact(rtrim($e->getMessage(), '.'))];
        }
    }
}
