import {
  BREAKDOWN_DIMENSIONS,
  type BreakdownDimension,
  normaliseCode,
  partProblem,
  partKey,
  type Part,
  TOTAL,
  TOTAL_PART,
} from '@qadam/domain';
import type { DeskAxis } from '../indicators/desk-indicator.ts';
import type { ImportIndicator, SeriesMapping } from './check-context.ts';
import { foldName } from './fold-name.ts';
import type { SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { PART_WORDS } from './part-words.ts';
import { problemAt } from './read-entry.ts';
import type { RegionLookup } from './region-lookup.ts';

export interface FoundIndicator {
  indicator: ImportIndicator;
  /** Where it was found by a series of an office. */
  mapping: SeriesMapping | null;
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

interface ReadCode {
  code: string;
  warning: string | null;
}

/** Finds out which part of an indicator a row is about. */
export class PartResolver {
  private readonly regions: readonly string[];
  private readonly lookup: RegionLookup;
  private readonly names = new Map<string, ReadonlyMap<string, string>>();

  constructor(regions: readonly string[], lookup: RegionLookup) {
    this.regions = regions;
    this.lookup = lookup;
  }

  /** Null where the return takes no such part; `problems` say why. */
  resolve(
    row: SourceRow,
    { indicator, mapping }: FoundIndicator,
    region: string,
    problems: ImportProblem[],
  ): Part | null {
    const part: Record<BreakdownDimension, string> = { ...TOTAL_PART, region };
    for (const dimension of BREAKDOWN_DIMENSIONS) {
      const cell = row.cells[dimension];
      const text = cell?.text.trim() ?? '';
      const read =
        text === '' || text === '_Z'
          ? { code: part[dimension], warning: null }
          : this.read(indicator, dimension, text);
      // the area column has named a region already
      const isNarrower = dimension === 'region' && region !== TOTAL;
      const { warning } = read;
      const code = isNarrower && read.code === TOTAL ? region : read.code;
      const isTotalCode = mapping?.totals[dimension] === code;
      const problem =
        isNarrower && code !== region
          ? 'TWO_REGIONS'
          : mapping && cell && isWider(mapping, dimension, code)
            ? 'WIDER_THAN_SERIES'
            : isTotalCode
              ? null
              : this.notTaken(indicator, dimension, code);
      if (problem !== null) {
        // what an office breaks down otherwise than we ask is left out, and is no fault of its file
        const severity = mapping ? 'WARN' : 'ERROR';
        const params = { text: (text || code).slice(0, 60), dimension };
        problems.push(problemAt(row, dimension, severity, problem, params));
        return null;
      }
      if (warning !== null) {
        problems.push(problemAt(row, dimension, 'WARN', warning, { text, value: code }));
      }
      part[dimension] = isTotalCode ? TOTAL : code;
    }
    // of a law only its elements are reported
    const problem = indicator.kind === 'MILESTONE' ? partProblem(indicator, part) : null;
    if (problem !== null) {
      const params = { text: partKey(part), indicator: indicator.code };
      problems.push(problemAt(row, 'breakdown', mapping ? 'WARN' : 'ERROR', problem, params));
      return null;
    }
    return part;
  }

  /** By code, else by the name that the indicator's own table gives it in any language. */
  private read(indicator: ImportIndicator, dimension: BreakdownDimension, text: string): ReadCode {
    const codelist = this.codesOf(indicator, dimension);
    if (codelist === null || codelist.includes(text)) return { code: text, warning: null };
    const named = this.namesOf(indicator, dimension).get(foldName(text));
    if (named !== undefined) return { code: named, warning: null };
    const region = dimension === 'region' ? this.lookup.find(text) : null;
    if (region !== null) return region;
    const worded = PART_WORDS[dimension]?.get(foldName(text));
    if (worded !== undefined) return { code: worded, warning: null };
    const { code, warnings } = normaliseCode({ text, codelist: [...codelist, TOTAL] });
    return { code: code ?? text, warning: code === null ? null : (warnings[0] ?? null) };
  }

  private codesOf(
    indicator: ImportIndicator,
    dimension: BreakdownDimension,
  ): readonly string[] | null {
    const axis = axesOf(indicator).find((one) => one.dimension === dimension);
    if (axis) return axis.codes.map(({ code }) => code);
    return dimension === 'region' ? this.regions : (LISTS[dimension] ?? null);
  }

  private namesOf(
    indicator: ImportIndicator,
    dimension: BreakdownDimension,
  ): ReadonlyMap<string, string> {
    const key = `${indicator.code} ${dimension}`;
    const known = this.names.get(key);
    if (known) return known;
    const axis = axesOf(indicator).find((one) => one.dimension === dimension);
    const names = new Map(
      (axis?.codes ?? []).flatMap((one) =>
        // SDMX and DHIS2 write A2.1-DEF as A2_1-DEF
        [...Object.values(one.name), one.code.replaceAll('.', '_')].map(
          (name) => [foldName(name), one.code] as const,
        ),
      ),
    );
    this.names.set(key, names);
    return names;
  }

  /** Why the return takes no such code there; null where it does. It takes the parts that the indicator's table asks for. */
  private notTaken(
    indicator: ImportIndicator,
    dimension: BreakdownDimension,
    code: string,
  ): string | null {
    if (code === TOTAL) return null;
    const isKnown =
      this.codesOf(indicator, dimension)?.includes(code) ?? FORMS[dimension]?.test(code) ?? false;
    if (!isKnown) return 'UNKNOWN_CODE';
    const isAxis = axesOf(indicator).some((axis) => axis.dimension === dimension);
    if (isAxis) return null;
    return indicator.breakdowns.includes(dimension) ? 'PART_NOT_ASKED' : 'NOT_BROKEN_DOWN';
  }
}

/** The tables of an indicator with the codes they take; the elements of a law are one. */
export const axesOf = ({ elements, tableAxes }: ImportIndicator): DeskAxis[] =>
  elements.length === 0 ? tableAxes : [{ dimension: 'breakdown', codes: elements }];

/** Both sexes, in a series about women: another figure than the one that is mapped. */
const isWider = (mapping: SeriesMapping, dimension: BreakdownDimension, code: string): boolean =>
  code === TOTAL && mapping.totals[dimension] !== undefined;
