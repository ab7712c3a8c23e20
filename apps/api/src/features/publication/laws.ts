import { lawFacts, lawState, strongestRole, type IndicatorRole } from '@qadam/domain';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { elementIn } from '../../graphql/law-element.type.ts';
import type { Law, LawCell } from './progress.type.ts';
import { assessmentFinder, byCell, upTo } from './by-cell.ts';
import { isContext, toLevel } from './cells.ts';
import { toIndicator } from './page-parts.ts';
import type { AssessmentRowOf, DescribedIndicator, LawRow } from './public-rows.ts';

/** The state of every element in a year. `year` of a state: when it was last reported, null if it never was. */
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

interface Told {
  /** The areas that are shown, in order. */
  areas: readonly string[];
  laws: readonly LawRow[];
  assessments: readonly AssessmentRowOf[];
  year: number;
  lang: Language;
}

/** A law as a matrix of its elements and the shown areas. */
export function toLaw(
  indicator: DescribedIndicator,
  roles: readonly IndicatorRole[],
  { areas, laws, assessments, year, lang }: Told,
): Law {
  const { code, definition, provider, elements } = indicator;
  const own = byCell(
    laws.filter((row) => row.indicator === code),
    (row) => row.indicator,
  );
  const assessment = assessmentFinder(
    assessments.filter(({ subject }) => subject === code),
    'INDICATOR',
  );
  return {
    indicator: toIndicator(indicator, lang),
    role: strongestRole(roles),
    definition: pickText(definition, lang),
    provider: provider && pickText(provider, lang),
    elements: elements.map((element) => elementIn(element, lang)),
    cells: areas.flatMap((area) => own(code, area).flatMap((row) => cellsOf(row, year))),
    levels: areas.flatMap((area) => {
      const row = assessment(code, area);
      return row && !isContext(row) ? [{ area, level: toLevel(row) }] : [];
    }),
  };
}

/** Only elements about which something is or was known. */
const cellsOf = (row: LawRow, asOf: number): LawCell[] =>
  elementStates(row, asOf).flatMap(({ code: element, year, proof, ...state }) => {
    const { stage, since, lastDate, basis, provision } = state;
    const { area } = row;
    const source = proof?.observation.source ?? null;
    return year === null
      ? []
      : [{ element, area, stage, since, lastDate, basis, provision, source, year }];
  });
