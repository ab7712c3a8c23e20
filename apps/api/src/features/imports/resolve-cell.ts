import { normaliseCode, type Part, parseYear, TOTAL } from '@qadam/domain';
import type { CheckContext, ImportIndicator, SeriesMapping } from './check-context.ts';
import type { Field, SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { foldName } from './fold-name.ts';
import { type FoundIndicator, PartResolver } from './part-resolver.ts';
import { problemAt } from './read-entry.ts';

export interface ResolvedCell {
  indicator: ImportIndicator;
  part: Part;
}

/** Finds out which cell a row is about; what is known of codes and names is prepared once for a file. */
export class CellResolver {
  private readonly context: CheckContext;
  private readonly byCode: Map<string, ImportIndicator>;
  private readonly codes: string[];
  private readonly byName: Map<string, ImportIndicator>;
  private readonly bySeries: Map<string, SeriesMapping>;
  private readonly assigned: Set<string>;
  private readonly parts: PartResolver;
  private readonly known = new Map<
    string,
    { indicator: ImportIndicator | null; warning: string | null }
  >();

  constructor(context: CheckContext, format: string) {
    this.context = context;
    // SDMX and DHIS2 write A4.2 as A4_2
    this.byCode = new Map(
      context.indicators.flatMap((one) => [
        [one.code, one] as const,
        [one.code.replaceAll('.', '_'), one] as const,
      ]),
    );
    this.codes = [...this.byCode.keys()];
    this.byName = new Map(
      context.indicators.flatMap((one) =>
        Object.values(one.name).map((name) => [foldName(name), one]),
      ),
    );
    this.bySeries = new Map(
      context.mappings.filter((map) => map.format === format).map((map) => [map.series, map]),
    );
    this.assigned = new Set(context.assigned);
    this.parts = new PartResolver(context.regions);
  }

  /** Null: the row is about no cell of this return. `problems` say why. */
  resolve(row: SourceRow, problems: ImportProblem[]): ResolvedCell | null {
    const found = this.indicatorOf(row, problems);
    const region = this.placeOf(row, problems);
    if (!this.isOfCycle(row, problems) || found === null || region === null) return null;
    const { indicator, mapping } = found;
    if (!this.assigned.has(indicator.code)) {
      const severity = mapping ? 'WARN' : 'ERROR';
      problems.push(
        problemAt(row, 'indicator', severity, 'NOT_ASSIGNED', { text: indicator.code }),
      );
      return null;
    }
    const part = this.parts.resolve(row, found, region, problems);
    return part && { indicator, part };
  }

  private indicatorOf(row: SourceRow, problems: ImportProblem[]): FoundIndicator | null {
    const cell = row.cells.indicator ?? row.cells.series;
    const field: Field = row.cells.indicator ? 'indicator' : 'series';
    const text = cell?.text.trim() ?? '';
    if (text === '') {
      problems.push(problemAt(row, field, 'ERROR', 'NO_INDICATOR'));
      return null;
    }
    const { indicator, warning } = this.lookUp(text);
    if (indicator) {
      if (warning !== null) {
        problems.push(problemAt(row, field, 'WARN', warning, { text, value: indicator.code }));
      }
      return { indicator, mapping: null };
    }
    const mapping =
      this.bySeries.get(row.cells.series?.text.trim() ?? text) ?? this.bySeries.get(text);
    const mapped = mapping && this.byCode.get(mapping.indicator);
    if (mapped) return { indicator: mapped, mapping };
    // An office's file holds hundreds of series that nobody asked for; a code of ours is a slip.
    const [severity, code] =
      field === 'series'
        ? (['WARN', 'SERIES_NOT_MAPPED'] as const)
        : (['ERROR', 'UNKNOWN_INDICATOR'] as const);
    problems.push(problemAt(row, field, severity, code, { text: text.slice(0, 100) }));
    return null;
  }

  /** By code, else by name in any language. Remembered: a file names each a thousand times. */
  private lookUp(text: string): { indicator: ImportIndicator | null; warning: string | null } {
    const known = this.known.get(text);
    if (known) return known;
    const { code, warnings } = normaliseCode({ text, codelist: this.codes });
    const indicator = this.byCode.get(code ?? '') ?? this.byName.get(foldName(text)) ?? null;
    const found = { indicator, warning: warnings[0] ?? null };
    this.known.set(text, found);
    return found;
  }

  /** The region that the area column names, `_T` for the whole area, null for another one. */
  private placeOf(row: SourceRow, problems: ImportProblem[]): string | null {
    const text = row.cells.area?.text.trim() ?? '';
    if (text === '') return TOTAL;
    const { area, areas, regions } = this.context;
    const code = normaliseCode({
      text,
      codelist: areas.flatMap(({ code: iso3, iso2, m49 }) => [iso3, iso2 ?? iso3, m49 ?? iso3]),
    }).code;
    const own = areas.find((one) => one.code === area);
    if (code !== null && own !== undefined && [own.code, own.iso2, own.m49].includes(code))
      return TOTAL;
    if (regions.includes(text)) return text;
    const ofOwn = own?.iso2 != null && text.toUpperCase().startsWith(own.iso2) && code === null;
    const [severity, problem] = ofOwn
      ? (['WARN', 'UNKNOWN_REGION'] as const)
      : (['ERROR', 'OTHER_AREA'] as const);
    problems.push(problemAt(row, 'area', severity, problem, { text: text.slice(0, 60) }));
    return null;
  }

  private isOfCycle(row: SourceRow, problems: ImportProblem[]): boolean {
    const cell = row.cells.year;
    if (cell === undefined || cell.text.trim() === '') return true;
    const { year, error } = parseYear({ text: cell.text });
    if (error !== null) {
      problems.push(problemAt(row, 'year', 'ERROR', error, { text: cell.text.slice(0, 60) }));
      return false;
    }
    if (year === this.context.cycle) return true;
    problems.push(
      problemAt(row, 'year', 'WARN', 'OTHER_YEAR', {
        year: String(year),
        cycle: this.context.cycle,
      }),
    );
    return false;
  }
}
