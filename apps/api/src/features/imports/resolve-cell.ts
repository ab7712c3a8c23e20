import { knownSeries, parseYear, TOTAL } from '@qadam/domain';
import { areaLookup } from './area-lookup.ts';
import type { CheckContext, ImportIndicator } from './check-context.ts';
import type { SourceRow } from './formats/format.ts';
import { isPartOfYear, isWholeYear, markedYear } from './formats/head-words.ts';
import { unitIn, unitOfCode } from './formats/unit-words.ts';
import { isWhole } from './part-words.ts';
import type { ImportProblem } from './import-problem.ts';
import { type Say, sayOf } from './read-entry.ts';
import { indicatorLookup } from './indicator-lookup.ts';
import { type FoundIndicator, type FoundPart, partResolver } from './part-resolver.ts';
import { isUnitOf, regionLookup } from './region-lookup.ts';
import { remembered } from './remembered.ts';
import { isIdentifier } from '../../standards/dhis2.ts';

/** Matches codes like PT_F_20-24_MRD_U18, which cannot be ours: ours have a digit after their first letter. */
const CODE_OF_OTHERS = /^[A-Z]{2}[A-Z\d]*(?:[._][A-Z\d-]+)+$/;

export interface ResolvedCell extends FoundPart {
  indicator: ImportIndicator;
  year: number;
  /** The indicator was found through a mapped series of an office, whose file may hold more than this return asks for. */
  mapped: boolean;
}

/**
 * Finds out which cell a row is about; the lookups of codes and names are prepared once per file. Null: the row is about no
 * cell of this return, and `problems` say why.
 */
export function cellResolver(
  context: CheckContext,
  format: string,
  international: boolean,
): (row: SourceRow, problems: ImportProblem[]) => ResolvedCell | null {
  const { area, cycle } = context;
  const findIndicator = indicatorLookup(context.indicators);
  const mappings = context.mappings.filter((mapping) => mapping.format === format);
  const bySeries = new Map(mappings.map((mapping) => [mapping.series, mapping]));
  const areas = areaLookup(context.areas);
  const own = context.areas.find(({ code }) => code === area);
  const ownRegions = context.regions.filter((region) => region.area === area);
  const findRegion = regionLookup(ownRegions);
  const findOther = regionLookup(context.regions.filter((region) => region.area !== area));
  const codes = ownRegions.map(({ code }) => code);
  const resolvePart = partResolver(codes, findRegion, {
    international,
    ofAllYears: cycle === null,
  });

  // cached, as a file repeats the same years and series in thousands of rows
  const findSeries = remembered(knownSeries);
  const isWithinYear = remembered(isPartOfYear);
  const readYear = remembered((text) => parseYear({ text: markedYear(text) ?? text }));

  function indicatorOf({ cells }: SourceRow, say: Say): FoundIndicator | null {
    const field = cells.indicator?.text.trim() ? 'indicator' : 'series';
    const text = cells[field]?.text.trim() ?? '';
    const series = cells.series?.text.trim() ?? text;
    // in an office's file with a column of series, a row without one is not ours either
    const isOfNone = cycle === null && cells.series !== undefined;
    if (text === '') return say('indicator', isOfNone ? 'WARN' : 'ERROR', 'NO_INDICATOR');
    const { indicator, warning } = findIndicator(text);
    if (indicator) {
      if (warning !== null) say(field, 'WARN', warning, { text, value: indicator.code });
      return { indicator, mapping: null };
    }
    const mapping =
      bySeries.get(series) ?? bySeries.get(text) ?? findSeries(series) ?? findSeries(text);
    const mapped = mapping && findIndicator(mapping.indicator).indicator;
    if (mapped) return { indicator: mapped, mapping };
    // An office's file holds hundreds of series that are not asked for; one of our codes is a mistake.
    // A data element of DHIS2 counts as a series: a person has to say which indicator it is.
    const isOfOthers =
      field === 'series' ||
      cells.series !== undefined ||
      isIdentifier(text) ||
      (cycle === null && CODE_OF_OTHERS.test(text));
    return isOfOthers || international
      ? say(field, 'WARN', 'SERIES_NOT_MAPPED', { text: series.slice(0, 200) })
      : say(field, 'ERROR', 'UNKNOWN_INDICATOR', { text: text.slice(0, 100) });
  }

  /** The region that the area column names, `_T` for the whole area, null for another country or an unknown place. */
  function placeOf({ cells }: SourceRow, say: Say): string | null {
    if (cells.area === undefined) return TOTAL;
    const text = cells.area.text.trim();
    const refuse = (severity: ImportProblem['severity'], code: string) =>
      say('area', severity, code, { text: text.slice(0, 60) });
    if (text === '') {
      // if a file names areas, a row without one is an error, unless its region is ours
      const isOurs = findRegion(cells.region?.text.trim() ?? '') !== null;
      return isOurs ? TOTAL : refuse('ERROR', 'AREA_MISSING');
    }
    const named = areas.find(text);
    if (named === area || text === TOTAL) return TOTAL;
    const region = findRegion(text);
    if (region !== null) {
      const { code, warning } = region;
      if (warning !== null) say('area', 'WARN', warning, { text, value: code });
      return code;
    }
    if (named !== null || findOther(text)) return refuse('ERROR', 'OTHER_AREA');
    const isOfOwn = isUnitOf(own?.iso2, text.toUpperCase());
    return isOfOwn ? refuse('WARN', 'UNKNOWN_REGION') : refuse('ERROR', 'UNKNOWN_AREA');
  }

  /** False if the file gives a unit other than the indicator's: then its figure measures something else. */
  function isInUnit({ cells }: SourceRow, { unit }: ImportIndicator, say: Say): boolean {
    const text = cells.unit?.text.trim() ?? '';
    const told = unitIn(text);
    const wanted = unitOfCode(unit);
    if (told === null || wanted === null) return true;
    if (told.kind === wanted.kind && told.per === wanted.per) return true;
    say('unit', cycle === null ? 'WARN' : 'ERROR', 'OTHER_UNIT', { text: text.slice(0, 60) });
    return false;
  }

  /** `isOurs`: the row has an indicator of ours. If not, a bad year in a file of all years is only a warning: the row is left out anyway. */
  function yearIn({ cells }: SourceRow, say: Say, isOurs: boolean): number | null {
    const text = cells.year?.text;
    const part = [cells.partOfYear?.text ?? '', isWithinYear(text ?? '') ? (text ?? '') : '']
      .map((one) => one.trim())
      .find((one) => one !== '' && !isWholeYear(one) && !isWhole(one));
    if (part !== undefined)
      return say('year', cycle === null ? 'WARN' : 'ERROR', 'NOT_ANNUAL', {
        text: part.slice(0, 60),
      });
    if (text === undefined && cycle !== null) return cycle;
    if (text === undefined || text.trim() === '') return say('year', 'ERROR', 'YEAR_MISSING');
    const { year, error } = readYear(text);
    if (error !== null)
      return say('year', isOurs || cycle !== null ? 'ERROR' : 'WARN', error, {
        text: text.slice(0, 60),
      });
    if (cycle !== null && year !== cycle)
      return say('year', 'WARN', 'OTHER_YEAR', { year: String(year), cycle });
    return year;
  }

  /** A column of regions may also have a row for the country itself. */
  function withCountry(row: SourceRow): SourceRow {
    const { region, ...cells } = row.cells;
    const text = region?.text.trim() ?? '';
    const isCountry = text !== '' && findRegion(text) === null && areas.find(text) !== null;
    if (!region || !isCountry || (cells.area?.text.trim() ?? '') !== '') return row;
    return { ...row, cells: { ...cells, area: region } };
  }

  return (given, problems) => {
    const row = withCountry(given);
    const say = sayOf(row, problems);
    const found = indicatorOf(row, say);
    const region = placeOf(row, say);
    const year = yearIn(row, say, found !== null);
    if (year === null || found === null || region === null) return null;
    if (!isInUnit(row, found.indicator, say)) return null;
    const part = resolvePart(row, found, region, say);
    if (part === null) return null;
    if (part.unasked !== null) problems.push(part.unasked);
    return { ...part, indicator: found.indicator, year, mapped: found.mapping !== null };
  };
}
