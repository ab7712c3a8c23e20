import type {
  PublishedQualityOfCountryQuery,
  PublishedQualityPartFragment,
  PublishedQualityQuery,
} from './published-quality.generated.ts';

export type PublishedPart = PublishedQualityPartFragment;
export type PublishedOverview = NonNullable<PublishedQualityQuery['dataQuality']>;
export type PublishedCountry = NonNullable<PublishedQualityOfCountryQuery['dataQuality']>;
/** What every cell has; a cell of one country's page has its reasons too. */
export type PublishedCell = PublishedOverview['cells'][number];
export type ExplainedCell = PublishedCountry['cells'][number];
