import { type Part, parseYear, TOTAL } from '@qadam/domain';
import { AreaLookup } from './area-lookup.ts';
import type { CheckContext, ImportIndicator, SeriesMapping } from './check-context.ts';
import type { Field, SourceRow } from './formats/format.ts';
import type { ImportProblem } from './import-problem.ts';
import { IndicatorLookup } from './indicator-lookup.ts';
import { type FoundIndicator, PartResolver } from './part-resolver.ts';
import { problemAt } from './read-entry.ts';
import { RegionLookup } from './region-lookup.ts';

export interface ResolvedCell {
  indicator: ImportIndicator;
  part: Part;
  /** Found by the series of an office, whose file may hold more than this return. */
  mapped: boolean;
}

/** Finds out which cell a row is about; what is known of codes and names is prepared once for a file. */
export class CellResolver {
  private readonly context: CheckContext;
  private readonly indicators: IndicatorLookup;
  private readonly bySeries: Map<string, SeriesMapping>;
  private readonly areas: AreaLookup;
  private readonly regions: RegionLookup;
  private readonly otherRegions: RegionLookup;
  private readonly parts: PartResolver;

  constructor(context: CheckContext, format: string) {
    this.context = context;
    this.indicators = new IndicatorLookup(context.indicators);
    this.bySeries = new Map(
      context.mappings.filter((map) => map.format === format).map((map) => [map.series, map]),
    );
    this.areas = new AreaLookup(context.areas);
    const regions = context.regions.filter(({ area }) => area === context.area);
    this.regions = new RegionLookup(regions);
    const others = context.regions.filter(({ area }) => area !== context.area);
    this.otherRegions = new RegionLookup(others);
    const iso = regions.map(({ code }) => code);
    this.parts = new PartResolver(iso, this.regions);
  }

  /** Null: the row is about no cell of this return. `problems` say why. */
  resolve(row: SourceRow, problems: ImportProblem[]): ResolvedCell | null {
    const found = this.indicatorOf(row, problems);
    const region = this.placeOf(row, problems);
    const isOfCycle = this.isOfCycle(row, problems);
    if (!isOfCycle || found === null || region === null) return null;
    const part = this.parts.resolve(row, found, region, problems);
    return part && { indicator: found.indicator, part, mapped: found.mapping !== null };
  }

  private indicatorOf(row: SourceRow, problems: ImportProblem[]): FoundIndicator | null {
    const cell = row.cells.indicator ?? row.cells.series;
    const field: Field = row.cells.indicator ? 'indicator' : 'series';
    const text = cell?.text.trim() ?? '';
    if (text === '') {
      problems.push(problemAt(row, 'indicator', 'ERROR', 'NO_INDICATOR'));
      return null;
    }
    const { indicator, warning } = this.indicators.find(text);
    if (indicator) {
      if (warning !== null) {
        problems.push(problemAt(row, field, 'WARN', warning, { text, value: indicator.code }));
      }
      return { indicator, mapping: null };
    }
    const mapping =
      this.bySeries.get(row.cells.series?.text.trim() ?? text) ?? this.bySeries.get(text);
    const mapped = mapping && this.indicators.ofCode(mapping.indicator);
    if (mapped) return { indicator: mapped, mapping };
    // An office's file holds hundreds of series that are not asked for; one of our codes is a mistake.
    const [severity, code] =
      field === 'series'
        ? (['WARN', 'SERIES_NOT_MAPPED'] as const)
        : (['ERROR', 'UNKNOWN_INDICATOR'] as const);
    problems.push(problemAt(row, field, severity, code, { text: text.slice(0, 100) }));
    return null;
  }

  /** The region that the area column names, `_T` for the whole area, null for another one. */
  private placeOf(row: SourceRow, problems: ImportProblem[]): string | null {
    const cell = row.cells.area;
    if (cell === undefined) return TOTAL;
    const text = cell.text.trim();
    const refuse = (severity: ImportProblem['severity'], code: string) => {
      problems.push(problemAt(row, 'area', severity, code, { text: text.slice(0, 60) }));
      return null;
    };
    if (text === '') {
      // in a file that names areas a blank one is unknown, unless its region is ours
      const isOurs = this.regions.find(row.cells.region?.text.trim() ?? '') !== null;
      return isOurs ? TOTAL : refuse('ERROR', 'AREA_MISSING');
    }
    const named = this.areas.find(text);
    if (named === this.context.area || text === TOTAL) return TOTAL;
    const region = this.regions.find(text);
    if (region !== null) {
      if (region.warning !== null) {
        problems.push(problemAt(row, 'area', 'WARN', region.warning, { text, value: region.code }));
      }
      return region.code;
    }
    if (named !== null || this.otherRegions.find(text)) return refuse('ERROR', 'OTHER_AREA');
    const own = this.context.areas.find(({ code }) => code === this.context.area);
    const isOfOwn = own?.iso2 != null && text.toUpperCase().startsWith(own.iso2) && /\d/.test(text);
    return isOfOwn ? refuse('WARN', 'UNKNOWN_REGION') : refuse('ERROR', 'UNKNOWN_AREA');
  }

  private isOfCycle(row: SourceRow, problems: ImportProblem[]): boolean {
    const cell = row.cells.year;
    if (cell === undefined) return true;
    if (cell.text.trim() === '') {
      problems.push(problemAt(row, 'year', 'ERROR', 'YEAR_MISSING'));
      return false;
    }
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
