<?php

declare(strict_types=1);

namespace Aco\Sample;

/**
 * Images and videos of a product, in the several shapes a product item carries them.
 */
final class ProductMedia
{
    private const MAIN_ROLES = ['image', 'small_image', 'thumbnail'];

    private const LABELS = [
        ['Front', 'Detail', 'In use'],
        ['Face', 'Détail', 'À l’usage'],
        ['Vorderseite', 'Detail', 'Im Einsatz'],
    ];

    /** @var list<array{url: string, label: string, roles: list<string>|null, order: int}> */
    private readonly array $gallery;

    private readonly string $noSelection;

    public function __construct(private readonly Product $product, StoreView $view)
    {
        $media = $view->mediaUrl() . 'catalog/product';
        $this->noSelection = $media . 'no_selection';
        $gallery = [];

        for ($order = 1; $order <= $this->count(); $order++) {
            $file = Slug::of($product->sku) . "-$order.jpg";
            $gallery[] = [
                'url' => "$media/$file[0]/$file[1]/$file",
                'label' => $product->index % 5 === 0 ? '' : self::LABELS[$view->language->value][$order - 1],
                'roles' => $this->roles($order),
                'order' => $order,
            ];
        }

        // The export orders the gallery by a hash, so that its order says nothing.
        $this->gallery = $product->index % 3 === 1 ? $gallery : array_reverse($gallery);
    }

    /**
     * @return array{url: string, label: string|null}|null
     */
    public function byRole(string $role): ?array
    {
        foreach ($this->gallery as $image) {
            if (in_array($role, $image['roles'] ?? [], true)) {
                return ['url' => $image['url'], 'label' => $image['label'] === '' ? null : $image['label']];
            }
        }

        return $role === 'swatch_image' && $this->product->index % 5 === 2
            ? ['url' => $this->noSelection, 'label' => null]
            : null;
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function legacyGallery(): ?array
    {
        $rows = [];

        foreach ($this->gallery as $image) {
            $rows[] = [
                'url' => $image['url'],
                'label' => $image['label'],
                'types' => $image['roles'],
                'sort_order' => $image['order'],
                'video_attributes' => null,
            ];
        }

        return $rows ?: null;
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function images(): ?array
    {
        $images = [];
        foreach ($this->gallery as $image) {
            $images[] = [
                'resource' => ['url' => $image['url'], 'label' => $image['label'], 'roles' => $image['roles']],
                'sortOrder' => (string) $image['order'],
            ];
        }

        return $images ?: null;
    }

    /**
     * @return list<array<string, mixed>>|null
     */
    public function videos(): ?array
    {
        if ($this->product->good->domain !== 'shelter' || $this->gallery === []) {
            return null;
        }

        return [[
            'preview' => ['url' => $this->gallery[0]['url'], 'label' => null, 'roles' => null],
            'video' => [
                'videoProvider' => null,
                'videoUrl' => "https://video.example/watch?v=pitch-{$this->product->id()}&t=1",
                'videoTitle' => "{$this->product->line}: pitching",
                'videoDescription' => null,
                'videoMetadata' => null,
                'mediaType' => 'external-video',
            ],
            'sortOrder' => '9',
        ]];
    }

    private function count(): int
    {
        return match (true) {
            $this->product->index % 23 === 5 => 0,
            $this->product->isVariant() => [1, 0, 2, 0][$this->product->index % 4],
            $this->product->index % 8 === 4 => 3,
            default => 1 + $this->product->index % 2,
        };
    }

    /**
     * @return list<string>|null
     */
    private function roles(int $order): ?array
    {
        if ($order === 1) {
            return self::MAIN_ROLES;
        }

        return $order === 2 && $this->product->isVariant() ? ['swatch_image', 'hide_from_pdp'] : null;
    }
}
