import type { ReleasePreviewQuery } from './release-preview.generated.ts';

export type Preview = ReleasePreviewQuery['releasePreview'];
