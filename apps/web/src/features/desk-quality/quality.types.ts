import type { DataQualityQuery, QualityCellFragment } from './data-quality.generated.ts';

export type Quality = DataQualityQuery['dataQuality'];
export type QualityArea = Quality['areas'][number];
export type QualityCell = QualityCellFragment;
