import { lawFacts, lawState, strongestRole, type IndicatorRole } from '@qadam/domain';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { LawElement, StoredElement } from '../../graphql/law-element.type.ts';
import type { Law, LawCell } from './progress.type.ts';
import { isContext, toLevel } from './levels.ts';
import { toIndicator } from './page-parts.ts';
import type { AssessmentRowOf, DescribedIndicator, LawRow } from './public-rows.ts';
import { localized } from './texts.ts';
import { upTo } from './up-to.ts';

/** The state of every element in a year; `year` of a state: the one that was last reported, null where nothing ever was. */
export function elementStates({ elements }: LawRow, asOf: number) {
  return elements.map(({ code, counts, observations }) => {
    const facts = lawFacts(upTo(observations, asOf));
    return {
      code,
      counts,
      year: facts.at(-1)?.observation.year ?? null,
      ...lawState(facts, asOf),
    };
  });
}

export function toElements(elements: readonly StoredElement[], lang: Language): LawElement[] {
  return elements.map((element) => localized(element, lang, 'name', 'definition'));
}

interface Told {
  /** Those that are shown, in order. */
  areas: readonly string[];
  laws: readonly LawRow[];
  assessments: readonly AssessmentRowOf[];
  year: number;
  lang: Language;
}

/** A law as a matrix of its elements and the areas that are shown. */
export function toLaw(
  indicator: DescribedIndicator,
  roles: readonly IndicatorRole[],
  { areas, laws: all, assessments, year, lang }: Told,
): Law {
  const { code, definition, provider, elements } = indicator;
  return {
    indicator: toIndicator(indicator, lang),
    role: strongestRole(roles),
    definition: pickText(definition, lang),
    provider: provider && pickText(provider, lang),
    elements: toElements(elements, lang),
    cells: areas.flatMap((area) =>
      all
        .filter((row) => row.indicator === code && row.area === area)
        .flatMap((row) => cellsOf(row, year)),
    ),
    levels: areas.flatMap((area) => {
      const row = assessments.find(
        (one) => one.kind === 'INDICATOR' && one.subject === code && one.area === area,
      );
      return row && !isContext(row) ? [{ area, level: toLevel(row) }] : [];
    }),
  };
}

/** Only elements about which something is or was known. */
function cellsOf(row: LawRow, asOf: number): LawCell[] {
  return elementStates(row, asOf).flatMap(
    ({ code, year, stage, since, lastDate, basis, provision, proof }) =>
      year === null
        ? []
        : [
            {
              element: code,
              area: row.area,
              stage,
              since,
              lastDate,
              basis,
              provision,
              source: proof?.observation.source ?? null,
              year,
            },
          ],
  );
}
