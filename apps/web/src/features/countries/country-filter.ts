import { rankOf } from '@qadam/domain';
import type { SearchOf } from '../../app/search.ts';
import type { CountryPageData } from './country-page.types.ts';

export type CountrySearch = SearchOf<'country'>;
type Action = CountryPageData['actions'][number];
type Entry = CountryPageData['indicators'][number];

/** Off track, deadline missed or moved away: the three lowest ranks (methods-first.md 1.13). */
const isOffTrack = (status: Entry['series']['cell']['status']): boolean => {
  const rank = rankOf(status);
  return rank !== null && rank <= 3;
};

/** The actions of the area of the meeting that was asked for. */
export function actionsOf({ actions }: CountryPageData, { pillar }: CountrySearch): Action[] {
  return actions.filter(({ action }) => pillar === undefined || action.pillar === pillar);
}

/** The indicators of those actions; only the ones off track where that was asked for. Context is never judged, so it is none of them. */
export function entriesOf(data: CountryPageData, search: CountrySearch): Entry[] {
  const codes = actionsOf(data, search).map(({ action }) => action.code);
  return data.indicators.filter(
    ({ actions, series }) =>
      (search.pillar === undefined || actions.some((code) => codes.includes(code))) &&
      (search.only === undefined || isOffTrack(series.cell.status)),
  );
}

/** The actions listed: without the others where only those off track were asked for. */
export function listedActions(data: CountryPageData, search: CountrySearch): Action[] {
  return actionsOf(data, search).filter(
    ({ cell }) => search.only === undefined || isOffTrack(cell.status),
  );
}
