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
  /** The mapping by which the indicator was found; null if the file names the indicator itself. */
  mapping: Pick<SeriesMapping, 'indicator' | 'totals'> | null;
}

/** The codes of dimensions with a fixed list: CL_SEX and CL_URBANISATION of SDMX. */
const LISTS: Partial<Record<BreakdownDimension, readonly string[]>> = {
  sex: ['F', 'M', '_O', '_U', '_N'],
  urbanisation: ['U', 'R'],
};
export const AGE_CODE = /^(?:_U|[YM](?:\d{1,3}(?:T\d{1,3})?|_?GE\d{1,3}|_?LT\d{1,3}))$/;

/** The form of codes in dimensions without a fixed list: CL_AGE, and any code for the indicator's own breakdown. */
const FORMS: Partial<Record<BreakdownDimension, RegExp>> = {
  age: AGE_CODE,
  breakdown: /^[\w+.:-]{1,100}$/,
};

/** UNDP's group of countries that ours belong to. Its other groups are not listed, as their letters may be a region's: SA is Samarkand. */
const GROUP_OF_UNDP = 'ECA';

/** One dimension of an indicator: `read` gives the code a text means, `notTaken` the reason why the return does not accept a code, or null. */
interface KnownDimension {
  dimension: BreakdownDimension;
  read: (text: string) => FoundCode;
  notTaken: (code: string) => string | null;
}

/** `unasked`: the problem if the return does not ask for this part. The caller drops it if the row only repeats a saved value. */
export interface FoundPart {
  part: Part;
  unasked: ImportProblem | null;
}

/** Finds out which part of an indicator a row is about; null if that is unclear. */
export function partResolver(
  regions: readonly string[],
  findRegion: FindRegion,
  /** `international`: the file's regions are groups of countries. `ofAllYears`: an office's own file, which holds more than we ask for. */
  { international, ofAllYears }: { international: boolean; ofAllYears: boolean },
): (row: SourceRow, found: FoundIndicator, region: string, say: Say) => FoundPart | null {
  const known = new Map<ImportIndicator, KnownDimension[]>();

  /** Prepared once per indicator, because it is needed for every row of a file. */
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

    /** The code that a text means: by code, then by the names in the indicator's own table in any language, then by common words. */
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

    /** Why the return does not accept a code; null if the indicator's table asks for it. */
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

  /** Is it clear what the code means, although the indicator's table does not ask for it? */
  const isKnownElsewhere = (dimension: BreakdownDimension, code: string): boolean =>
    dimension === 'age' && AGE_CODE.test(code);

  const combinations = new Map<string, ReadonlyMap<string, Combination>>();
  /** The parts behind a DHIS2 combination, if it is one of our own metadata package. */
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
    // an office may break a figure down differently from what we ask: such rows are left out, which is not an error
    const severity = mapping ? 'WARN' : 'ERROR';
    for (const { dimension, read, notTaken } of dimensionsOf(indicator)) {
      const cell = cells[dimension];
      // cells are looked up by these codes in PostgreSQL, whose texts cannot hold a NUL
      const text = cell?.text.replaceAll('\0', '').trim() ?? '';
      const isOfWorld =
        (international || text === GROUP_OF_UNDP) &&
        dimension === 'region' &&
        findRegion(text) === null;
      const isGiven = text !== '' && text !== '_Z' && !isOfWorld;
      const given: FoundCode = isGiven ? read(text) : { code: part[dimension], warning: null };
      // true if the area column has already named a region
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
        // a DHIS2 combination must be explained by a person, even if its series is mapped
        const isAsked = problem === 'UNKNOWN_CODE' && isCombined(text);
        const level = isAsked ? 'ERROR' : isMore ? 'WARN' : severity;
        unasked ??= problemAt(row, dimension, level, problem, params);
      }
      if (given.warning !== null) say(dimension, 'WARN', given.warning, { text, value: code });
      part[dimension] = isTotalCode ? TOTAL : code;
    }
    // for a law only its elements are reported
    const isOfLaw = unasked === null && indicator.kind === 'MILESTONE';
    const problem = isOfLaw ? partProblem(indicator, part) : null;
    if (problem === null) return { part, unasked };
    const params = { text: partKey(part), indicator: indicator.code };
    return say('breakdown', severity, problem, params);
  };
}

/** Is the text a DHIS2 combination, or the two of a value and its data set, given by identifiers? */
export const isCombined = (text: string): boolean => text.split('+').every(isIdentifier);

function withParts(cells: SourceRow['cells'], parts: Combination['parts']): SourceRow['cells'] {
  const { breakdown, ...others } = cells;
  const column = breakdown?.column ?? '';
  const told = Object.entries(parts).map(([dimension, text]) => [dimension, { text, column }]);
  return { ...others, ...(Object.fromEntries(told) as SourceRow['cells']) };
}

/** The axes of an indicator's table with their codes; a law has one axis, its elements. */
export const axesOf = ({ elements, tableAxes }: ImportIndicator): DeskAxis[] =>
  elements.length === 0 ? tableAxes : [{ dimension: 'breakdown', codes: elements }];

const axisOf = (indicator: ImportIndicator, dimension: BreakdownDimension) =>
  axesOf(indicator).find((axis) => axis.dimension === dimension);

/** Is the row wider than the mapped series, such as both sexes where the series is about women? Then its figure is another one. */
const isWider = (
  mapping: Pick<SeriesMapping, 'totals'>,
  dimension: BreakdownDimension,
  code: string,
): boolean => code === TOTAL && mapping.totals[dimension]?.includes(TOTAL) === false;
