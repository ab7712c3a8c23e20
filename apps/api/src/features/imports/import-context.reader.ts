import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { yearIn } from '../cycles/calendar.ts';
import { areaCycles } from '../cycles/cycle.reader.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { ReopeningReader } from '../observations/reopening.reader.ts';
import type { CheckContext, ImportIndicator, SeriesMapping, YearOfArea } from './check-context.ts';
import { importProblem } from './import-problem.ts';
import { readTemplateWords } from './template-words.ts';

export type KnownCodes = Pick<
  CheckContext,
  'areas' | 'regions' | 'indicators' | 'bodies' | 'thisYear'
> & { /** The indicators assigned in any of the file's years. */ assigned: string[] };

/** Reads what a file's rows are checked against, apart from their cells: nine SQL statements, however long the file is. */
@Injectable()
export class ImportContextReader {
  constructor(
    private readonly indicators: IndicatorReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  /** `sender`: the person whose reopenings count; null: none count. */
  async read(
    em: EntityManager,
    frame: { area: string; cycle: number | null; lang: string | null },
    sender: string | null = null,
  ): Promise<CheckContext> {
    const { area, cycle, lang } = frame;
    const { areas, regions, indicators, bodies, thisYear } = await this.codes(
      em,
      area,
      cycle,
      sender,
    );
    const years = await this.yearsOf(em, area, cycle, sender);
    const own = cycle === null ? undefined : years[String(cycle)];
    const hasDoor =
      cycle === null || (own?.granted.length ?? 0) > 0 || (await isCorrected(em, area, cycle));
    const isOpen = own?.cycleOpen === true;
    // if nothing at all can be changed, the file gets one CYCLE_CLOSED problem and its rows are treated as open, so that they do not repeat it
    if (own !== undefined) own.cycleOpen = isOpen || !hasDoor;
    return {
      ...{ areas, regions, indicators, bodies, thisYear, area, cycle, years },
      problems:
        isOpen || hasDoor ? [] : [importProblem('ERROR', 'CYCLE_CLOSED', {}, { cycle: cycle })],
      // of the six languages only English writes a decimal point
      decimal: lang === null ? null : lang === 'en' ? '.' : ',',
      words: await readTemplateWords(),
      mappings: await seriesMappings(em, area),
    };
  }

  /** The year of the return; without a cycle, all years in which something is asked for or reopened for the sender. */
  private async yearsOf(
    em: EntityManager,
    area: string,
    cycle: number | null,
    sender: string | null,
  ): Promise<Record<string, YearOfArea>> {
    const asked = await areaCycles(em)
      .leftJoin('work.assignment as x', (on) =>
        on.onRef('x.cycle', '=', 'c.year').onRef('x.area', '=', 'a.code'),
      )
      .select('x.indicator')
      .where('a.code', '=', area)
      .$if(cycle !== null, (query) => query.where('c.year', '=', cycle))
      .execute();
    const granted = sender === null ? [] : await this.reopenings.grantsOf(em, sender, area, cycle);
    const years: Record<string, YearOfArea> = {};
    const at = (year: number) =>
      (years[String(year)] ??= { cycleOpen: false, granted: [], assigned: [] });
    for (const row of asked) {
      const year = at(row.cycle);
      year.cycleOpen = row.open;
      if (row.indicator !== null) year.assigned.push(row.indicator);
    }
    for (const { year, indicator } of granted) at(year).granted.push(indicator);
    return years;
  }

  /** What the codes in a file can refer to: five SQL statements. */
  async codes(
    em: EntityManager,
    area: string,
    cycle: number | null,
    sender: string | null = null,
  ): Promise<KnownCodes> {
    const areas = await db(em)
      .selectFrom('work.area as a')
      .select(['code', 'iso2', 'm49', 'names', yearIn('a').as('thisYear')])
      .orderBy('position')
      .execute();
    const regions = await db(em)
      .selectFrom('work.region')
      .select(['code', 'area', 'names'])
      .execute();
    // the reporting body: the sender's own organisation, else the one that the indicator is assigned to
    const assigned = await db(em)
      .selectFrom('work.assignment as a')
      .leftJoin('work.user_account as u', (on) => on.on('u.id', '=', sender))
      .leftJoin('work.organisation as b', (on) =>
        on.on((eb) => eb('b.id', '=', eb.fn.coalesce('u.organisation', 'a.organisation'))),
      )
      .select(['a.indicator', 'b.names as body'])
      .where('a.area', '=', area)
      .$if(cycle !== null, (query) => query.where('a.cycle', '=', cycle))
      .orderBy('a.cycle')
      .execute();
    return {
      areas: areas.map(({ code, iso2, m49, names }) => ({ code, iso2, m49, names })),
      regions,
      indicators: await this.indicatorsOf(em, area),
      assigned: assigned.map(({ indicator }) => indicator),
      bodies: Object.fromEntries(
        assigned.map(({ indicator, body }) => [indicator, Object.values(body ?? {})]),
      ),
      thisYear: areas.find(({ code }) => code === area)?.thisYear ?? cycle ?? 0,
    };
  }

  private async indicatorsOf(em: EntityManager, area: string): Promise<ImportIndicator[]> {
    const facts = await db(em)
      .selectFrom('work.indicator as i')
      .select(['i.code', 'i.breakdowns'])
      .select((eb) => baselineYear(eb.ref('i.code'), eb.val(area)).as('baselineYear'))
      .execute();
    const codes = facts.map(({ code }) => code);
    const known = await this.indicators.byCodes(em, codes);
    const byCode = new Map(facts.map((fact) => [fact.code, fact]));
    return known.map((indicator) => ({
      ...indicator,
      breakdowns: byCode.get(indicator.code)?.breakdowns ?? [],
      baselineYear: byCode.get(indicator.code)?.baselineYear ?? null,
    }));
  }
}

/** Is anything of the return published, so that it could be corrected? */
async function isCorrected(em: EntityManager, area: string, cycle: number): Promise<boolean> {
  const found = await db(em)
    .selectFrom('work.observation')
    .select('id')
    .where('area', '=', area)
    .where('year', '=', cycle)
    .where('published_revision', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function seriesMappings(em: EntityManager, area: string): Promise<SeriesMapping[]> {
  const mappings = await db(em)
    .selectFrom('work.series_mapping')
    .select(['format', 'series', 'indicator', 'totals'])
    .where('area', '=', area)
    .orderBy('format')
    .orderBy('series')
    .execute();
  return mappings.map(({ totals, ...mapping }) => ({
    ...mapping,
    totals: Object.fromEntries(
      Object.entries(totals).map(([dimension, code]) => [dimension, [code]]),
    ),
  }));
}
