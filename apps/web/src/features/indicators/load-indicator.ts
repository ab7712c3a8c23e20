import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import type { Language } from '@qadam/i18n';
import type { AppContext } from '../../app/context.ts';
import { found, query } from '../../app/query.ts';
import { BreakdownsDocument, ComparedPartsDocument } from './breakdowns.generated.ts';
import { holdsAllParts, type IndicatorData } from './indicator-data.ts';
import { IndicatorDocument } from './indicator-page.generated.ts';
import { findReceipt } from './receipt.tsx';
import { type IndicatorSearch, viewOf } from './view.ts';

interface Asked {
  code: string;
  lang: Language;
  search: IndicatorSearch;
}

/**
 * Loads the page of an indicator. Of many parts only the first come with it, so those that its view compares and the
 * one whose receipt is open are asked for too.
 */
export async function loadIndicator(
  context: Pick<AppContext, 'ask' | 'pause'>,
  { code, lang, search }: Asked,
): Promise<IndicatorData> {
  const release = search.release ?? null;
  const asked = { code, lang, release };
  const data = found((await query(context, IndicatorDocument, asked)).indicator);
  const { tab, from, to } = viewOf(data, search);
  const [compared, receipt] = await Promise.all([
    (tab === 'map' || tab === 'groups') && !data.series.every(holdsAllParts)
      ? query(context, ComparedPartsDocument, { ...asked, from, to })
      : null,
    partOfReceipt(context, data, asked, search.receipt),
  ]);
  return { ...data, compared: compared?.comparedParts ?? [], receipt };
}

/** The part whose receipt the address names, if it did not come with the page. */
async function partOfReceipt(
  context: Pick<AppContext, 'ask' | 'pause'>,
  data: IndicatorData,
  asked: { code: string; lang: Language; release: string | null },
  key: string | undefined,
): Promise<NonNullable<IndicatorData['receipt']> | null> {
  const [area = '', year, ...codes] = key?.split('.') ?? [];
  const series = data.series.find((one) => one.area === area);
  if (!series || holdsAllParts(series) || codes.length !== BREAKDOWN_DIMENSIONS.length) return null;
  if (findReceipt(data, key)) return null;
  const { breakdowns } = await query(context, BreakdownsDocument, {
    ...{ ...asked, area, part: codes.join('|'), from: Number(year), to: Number(year) },
    ...{ first: 1, after: null },
  });
  const value = breakdowns?.values[0];
  return value ? { area, value } : null;
}
