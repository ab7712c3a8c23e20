import {
  BREAKDOWN_DIMENSIONS,
  type BreakdownDimension,
  normaliseCode,
  parseAge,
  type Part,
  partKey,
  partProblem,
  TOTAL,
  TOTAL_PART,
} from '@qadam/domain';
import type { DeskAxis } from '../indicators/desk-indicator.ts';
import type { ImportIndicator, SeriesMapping } from './check-context.ts';
import { type Combination, combinationsOf } from './dhis2-combinations.ts';
import { foldName } from './fold-name.ts';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { problemAt, type Say } from './read-entry.ts';
import { remembered } from './remembered.ts';
import { isWhole, PART_WORDS } from './part-words.ts';
import type { FindRegion, FoundCode } from './region-lookup.ts';
import { identifier, isIdentifier } from '../../standards/dhis2.ts';

export interface FoundIndicator {
  indicator: ImportIndicator;
  /** Where it was found by a series of an office. */
  mapping: Pick<SeriesMapping, 'indicator' | 'totals'> | null;
}

/** The codes of a dimension that has a list of its own: CL_SEX and CL_URBANISATION of SDMX. */
const LISTS: Partial<Record<BreakdownDimension, readonly string[]>> = {
  sex: ['F', 'M', '_O', '_U', '_N'],
  urbanisation: ['U', 'R'],
};
export const AGE_CODE = /^(?:_U|[YM](?:\d{1,3}(?:T\d{1,3})?|_?GE\d{1,3}|_?LT\d{1,3}))$/;

/** The others by their form: CL_AGE, and any code for a breakdown of the indicator's own. */
const FORMS: Partial<Record<BreakdownDimension, RegExp>> = {
  age: AGE_CODE,
  breakdown: /^[\w+.:-]{1,100}$/,
};

/** The group to which UNDP counts our countries; of others the letters may be a region's: SA is Samarkand. */
const GROUP_OF_UNDP = 'ECA';

/** What a text means in one dimension of an indicator, and why the return takes no such code there; null where it does. */
interface KnownDimension {
  dimension: BreakdownDimension;
  read: (text: string) => FoundCode;
  notTaken: (code: string) => string | null;
}

/** `unasked`: the return takes no such part; to say again what stands in one is no fault. */
export interface FoundPart {
  part: Part;
  unasked: ImportProblem | null;
}

/** Finds out which part of an indicator a row is about; null where it cannot be told. */
export function partResolver(
  regions: readonly string[],
  findRegion: FindRegion,
  /** `international`: its regions are groups of countries. `ofAllYears`: an office's own file, in which more stands than we ask for. */
  { international, ofAllYears }: { international: boolean; ofAllYears: boolean },
): (row: SourceRow, found: FoundIndicator, region: string, say: Say) => FoundPart | null {
  const known = new Map<ImportIndicator, KnownDimension[]>();

  /** Prepared once for an indicator: a file asks it of each of its rows. */
  function dimensionsOf(indicator: ImportIndicator) {
    const before = known.get(indicator);
    if (before !== undefined) return before;
    const dimensions = BREAKDOWN_DIMENSIONS.map((dimension) => knownOf(indicator, dimension));
    known.set(indicator, dimensions);
    return dimensions;
  }

  function knownOf(indicator: ImportIndicator, dimension: BreakdownDimension): KnownDimension {
    const axis = axisOf(indicator, dimension);
    const codelist =
      axis?.codes.map(({ code }) => code) ??
      (dimension === 'region' ? regions : (LISTS[dimension] ?? null));
    const codes = codelist && new Set(codelist);
    const named = new Map(
      (axis?.codes ?? []).flatMap(({ name, code }) =>
        // SDMX and DHIS2 write A2.1-DEF as A2_1-DEF
        [...Object.values(name), code.replaceAll('.', '_')].map(
          (text) => [foldName(text), code] as const,
        ),
      ),
    );

    /** By code, else by the name that the indicator's own table gives it in any language. */
    function read(text: string): FoundCode {
      if (codes?.has(text)) return { code: text, warning: null };
      if (isWhole(text)) return { code: TOTAL, warning: null };
      const age = dimension === 'age' ? parseAge(text) : null;
      if (codelist === null) return { code: age ?? text, warning: null };
      if (age !== null && [...codelist, TOTAL].includes(age)) return { code: age, warning: null };
      const name = named.get(foldName(text));
      if (name !== undefined) return { code: name, warning: null };
      if (age !== null) return { code: age, warning: null };
      const region = dimension === 'region' ? findRegion(text) : null;
      if (region !== null) return region;
      const worded = PART_WORDS[dimension]?.get(foldName(text));
      if (worded !== undefined) return { code: worded, warning: null };
      const { code, warnings } = normaliseCode({ text, codelist: [...codelist, TOTAL] });
      return { code: code ?? text, warning: code === null ? null : (warnings[0] ?? null) };
    }

    /** It takes the parts that the indicator's table asks for. */
    function notTaken(code: string) {
      if (code === TOTAL) return null;
      const isKnown = codes?.has(code) ?? FORMS[dimension]?.test(code) ?? false;
      if (!isKnown) return isKnownElsewhere(dimension, code) ? 'PART_NOT_ASKED' : 'UNKNOWN_CODE';
      if (axis) return null;
      if (dimension === 'breakdown' && isCombined(code)) return 'UNKNOWN_CODE';
      return indicator.breakdowns.includes(dimension) ? 'PART_NOT_ASKED' : 'NOT_BROKEN_DOWN';
    }

    return { dimension, read: remembered(read), notTaken: remembered(notTaken) };
  }

  /** The table of the indicator does not ask for it, and it is clear what it is. */
  const isKnownElsewhere = (dimension: BreakdownDimension, code: string): boolean =>
    dimension === 'age' && AGE_CODE.test(code);

  const combinations = new Map<string, ReadonlyMap<string, Combination>>();
  /** The parts that a combination of our own metadata package stands for. */
  function partsOf(indicator: ImportIndicator, text: string): Combination['parts'] | null {
    if (!isIdentifier(text)) return null;
    let found = combinations.get(indicator.code);
    if (found === undefined) {
      found = new Map(
        combinationsOf(axesOf(indicator)).map((one) => [
          identifier('categoryOptionCombo', one.code),
          one,
        ]),
      );
      combinations.set(indicator.code, found);
    }
    return found.get(text)?.parts ?? null;
  }

  return (row, { indicator, mapping }, region, say) => {
    const told = partsOf(indicator, row.cells.breakdown?.text.trim() ?? '');
    const cells = told === null ? row.cells : withParts(row.cells, told);
    let unasked: ImportProblem | null = null;
    const part: Record<BreakdownDimension, string> = { ...TOTAL_PART, region };
    // what an office breaks down otherwise than we ask is left out, and is no fault of its file
    const severity = mapping ? 'WARN' : 'ERROR';
    for (const { dimension, read, notTaken } of dimensionsOf(indicator)) {
      const cell = cells[dimension];
      // no text of PostgreSQL can hold a NUL, and cells are looked up by these codes
      const text = cell?.text.replaceAll('\0', '').trim() ?? '';
      const isOfWorld =
        (international || text === GROUP_OF_UNDP) &&
        dimension === 'region' &&
        findRegion(text) === null;
      const isGiven = text !== '' && text !== '_Z' && !isOfWorld;
      const given: FoundCode = isGiven ? read(text) : { code: part[dimension], warning: null };
      // the area column has named a region already
      const isNarrower = dimension === 'region' && region !== TOTAL;
      const code = isNarrower && given.code === TOTAL ? region : given.code;
      const isTotalCode = mapping?.totals[dimension]?.includes(code) === true;
      const unclear =
        isNarrower && code !== region
          ? 'TWO_REGIONS'
          : mapping && cell && isWider(mapping, dimension, code)
            ? 'WIDER_THAN_SERIES'
            : null;
      const params = { text: (text || code).slice(0, 60), dimension };
      if (unclear !== null) return say(dimension, ofAllYears ? 'WARN' : severity, unclear, params);
      const problem = isTotalCode ? null : notTaken(code);
      if (problem !== null) {
        const isMore = ofAllYears && problem !== 'UNKNOWN_CODE';
        // a combination of a DHIS2 has to be explained, whoever's series it is
        const isAsked = problem === 'UNKNOWN_CODE' && isCombined(text);
        const level = isAsked ? 'ERROR' : isMore ? 'WARN' : severity;
        unasked ??= problemAt(row, dimension, level, problem, params);
      }
      if (given.warning !== null) say(dimension, 'WARN', given.warning, { text, value: code });
      part[dimension] = isTotalCode ? TOTAL : code;
    }
    // of a law only its elements are reported
    const isOfLaw = unasked === null && indicator.kind === 'MILESTONE';
    const problem = isOfLaw ? partProblem(indicator, part) : null;
    if (problem === null) return { part, unasked };
    const params = { text: partKey(part), indicator: indicator.code };
    return say('breakdown', severity, problem, params);
  };
}

/** Combinations of a DHIS2 by their identifiers: those of the value and of its data set. */
export const isCombined = (text: string): boolean => text.split('+').every(isIdentifier);

function withParts(cells: SourceRow['cells'], parts: Combination['parts']): SourceRow['cells'] {
  const { breakdown, ...others } = cells;
  const column = breakdown?.column ?? '';
  const told = Object.entries(parts).map(([dimension, text]) => [dimension, { text, column }]);
  return { ...others, ...(Object.fromEntries(told) as SourceRow['cells']) };
}

/** The tables of an indicator with the codes they take; the elements of a law are one. */
export const axesOf = ({ elements, tableAxes }: ImportIndicator): DeskAxis[] =>
  elements.length === 0 ? tableAxes : [{ dimension: 'breakdown', codes: elements }];

const axisOf = (indicator: ImportIndicator, dimension: BreakdownDimension) =>
  axesOf(indicator).find((axis) => axis.dimension === dimension);

/** Both sexes, in a series about women: another figure than the one that is mapped. */
const isWider = (
  mapping: Pick<SeriesMapping, 'totals'>,
  dimension: BreakdownDimension,
  code: string,
): boolean => code === TOTAL && mapping.totals[dimension]?.includes(TOTAL) === false;
