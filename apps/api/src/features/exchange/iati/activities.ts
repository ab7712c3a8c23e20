import type { ReleasedRow } from '../released-rows.ts';
import type { ActionRow, AreaRow } from '../../publication/public-rows.ts';
import { citationOf } from '../export-format.ts';
import { blocks } from '../sdmx/per-series.ts';
import { documentLink, result, type IatiContext } from './result.ts';
import { attributes, joined, narratives, toXml, withoutEnds, type Element } from './xml.ts';

/** The day of the meeting at which the actions were proposed. */
const STARTED = '2022-09-14';

/**
 * IATI 2.03, one activity per action. It is written period by period, so that only the rows of one indicator are in memory at a time. `rowsOf` gives
 * the rows of an action's indicators, ordered by indicator.
 */
export async function* activities(
  context: IatiContext,
  rowsOf: (indicators: readonly string[]) => AsyncIterable<readonly ReleasedRow[]>,
): AsyncGenerator<string> {
  const { release, framework, severalCountries } = context;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${comment(context)} -->\n<iati-activities version="2.03" generated-datetime="${release.publishedAt}">\n`;
  // A regional action is in no country's file: it belongs to none of them alone.
  for (const action of framework.actions)
    if (severalCountries || action.scope === 'COUNTRY') yield* activity(action, context, rowsOf);
  yield '</iati-activities>\n';
}

/** Runs of hyphens are shortened, because two hyphens would end an XML comment. */
function comment(context: IatiContext): string {
  const { release, origin, texts, contents } = context;
  const citation = citationOf(context, `${origin}/en?release=${release.number}`);
  const notes = ['licences', ...(contents.hidden > 0 ? ['hidden'] : [])];
  return [citation, ...notes.map((note) => texts.of(note)['en'] ?? '')]
    .join(' ')
    .replaceAll(/-{2,}/g, '-');
}

async function* activity(
  action: ActionRow,
  context: IatiContext,
  rowsOf: (indicators: readonly string[]) => AsyncIterable<readonly ReleasedRow[]>,
): AsyncGenerator<string> {
  const { framework, contents } = context;
  const codes = framework.links
    .filter((link) => link.action === action.code)
    .map(({ indicator }) => indicator);
  yield withoutEnds(toXml('iati-activity', activityHead(action, codes, context)), 1);
  const pending = blocks(rowsOf(codes), ({ indicator }) => indicator);
  let next = await pending.next();
  const areas = new Set(context.countries.map((country) => country.code));
  // Rows come in the order of the framework, and not every indicator has some.
  for (const [code, indicator] of contents.indicators) {
    if (!codes.includes(code)) continue;
    const own = next.done !== true && next.value[0]?.indicator === code ? next.value : [];
    const plans = framework.plans.filter(
      (plan) => plan.indicator === code && (context.severalCountries || areas.has(plan.area)),
    );
    yield* result(indicator, action.kind, own, plans, context);
    if (own.length > 0) next = await pending.next();
  }
  yield '</iati-activity>\n';
}

function activityHead(action: ActionRow, codes: readonly string[], context: IatiContext): Element {
  const { organisation, release, countries, severalCountries, texts } = context;
  const [only] = countries;
  const suffix = severalCountries ? '' : `-${only?.iso2 ?? only?.code ?? ''}`;
  const { ref, type, name } = organisation;
  const organisationName = narratives({ en: name });
  const end = lastTargetYear(codes, context);
  return {
    '@xml:lang': 'en',
    ...attributes({ 'last-updated-datetime': release.publishedAt, humanitarian: 0, hierarchy: 1 }),
    'iati-identifier': `${ref}-QADAM-${action.code}${suffix}`,
    'reporting-org': { ...attributes({ ref, type }), ...organisationName },
    title: narratives(action.title),
    description: {
      ...attributes({ type: 1 }),
      ...narratives(joined([action.quote, action.reading, texts.of('proposal', action.kind)])),
    },
    'participating-org': { ...attributes({ ref, type, role: 4 }), ...organisationName },
    'activity-status': attributes({ code: 2 }),
    'activity-date': [
      attributes({ type: 2, 'iso-date': STARTED }),
      end === null ? null : attributes({ type: 3, 'iso-date': `${String(end)}-12-31` }),
    ],
    'activity-scope': attributes({ code: severalCountries ? 2 : 4 }),
    'recipient-country': countries.map((country, at) =>
      attributes({ code: country.iso2 ?? '', percentage: shareOf(at, countries.length) }),
    ),
    location: severalCountries ? countries.map(locationOf) : null,
    sector: attributes({ vocabulary: 1, code: 15180 }),
    'policy-marker': attributes({ vocabulary: 1, code: 1, significance: 2 }),
    'document-link': documentLink(
      `${context.origin}/en/actions/${action.code}?release=${release.number}`,
      texts.of('page'),
    ),
  };
}

function lastTargetYear(codes: readonly string[], { framework }: IatiContext): number | null {
  const years = framework.plans
    .filter(({ indicator }) => codes.includes(indicator))
    .flatMap(({ points }) => points.map(({ year }) => year));
  return years.length === 0 ? null : Math.max(...years);
}

/** Equal percentages with two decimals that add up to 100: the last country gets the remainder. */
function shareOf(at: number, of: number): string {
  const each = Math.floor(10_000 / of);
  const own = at === of - 1 ? 10_000 - each * (of - 1) : each;
  return String(own / 100);
}

const locationOf = (country: AreaRow): Element => ({
  ...attributes({ ref: country.iso2 ?? '' }),
  'location-reach': attributes({ code: 1 }),
  'location-id': attributes({ vocabulary: 'A4', code: country.iso2 ?? '' }),
  name: narratives(country.names),
});
