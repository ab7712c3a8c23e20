import type { CountryQuery } from './country-page.generated.ts';

export type CountryPageData = NonNullable<CountryQuery['country']>;
