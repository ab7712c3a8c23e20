import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Texts } from '../../graphql/local-text.type.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { HANDING_BODY } from '../observations/reporting-body.ts';
import { BASELINE_YEAR } from '../observations/observation-sql.ts';
import { ReopeningReader } from '../observations/reopening.reader.ts';
import type { Area } from './area-book.ts';
import type { CheckContext, ImportIndicator, SeriesMapping } from './check-context.ts';
import { importProblem } from './import-problem.ts';
import type { Region } from './region-book.ts';
import { readTemplateWords } from './template-words.ts';

interface IndicatorFacts {
  code: string;
  breakdowns: string[];
  baselineYear: number | null;
}

export type KnownCodes = Pick<
  CheckContext,
  'areas' | 'regions' | 'indicators' | 'assigned' | 'bodies' | 'thisYear'
>;

/** What a file's rows are held against besides their cells: nine statements, however long the file is. */
@Injectable()
export class ImportContextReader {
  constructor(
    private readonly indicators: IndicatorReader,
    private readonly cycles: CycleReader,
    private readonly reopenings: ReopeningReader,
  ) {}

  /** `sender`: whose grants count; null for nobody's. */
  async read(
    em: EntityManager,
    frame: { area: string; cycle: number; lang: string | null },
    sender: string | null = null,
  ): Promise<CheckContext> {
    const { area, cycle, lang } = frame;
    const known = await this.codes(em, area, cycle, sender);
    const granted =
      sender === null
        ? new Set<string>()
        : await this.reopenings.grantedTo(em, sender, { area, year: cycle, indicator: null });
    const calendar = await this.cycles.get(em, area, cycle);
    const isOpen = calendar?.open === true;
    const hasDoor = granted.size > 0 || (await isCorrected(em, area, cycle));
    return {
      ...known,
      area,
      cycle,
      cycleOpen: isOpen || !hasDoor,
      granted: [...granted],
      problems: isOpen || hasDoor ? [] : [importProblem('ERROR', 'CYCLE_CLOSED', {}, { cycle })],
      // of the six languages only English writes a decimal point
      decimal: lang === null ? null : lang === 'en' ? '.' : ',',
      words: await readTemplateWords(),
      mappings: await seriesMappings(em, area),
    };
  }

  /** What the codes of a file can stand for: five statements. */
  async codes(
    em: EntityManager,
    area: string,
    cycle: number,
    sender: string | null = null,
  ): Promise<KnownCodes> {
    const areas = await em.execute<(Area & { thisYear: number })[]>(
      `select code, iso2, m49, names, extract(year from now() at time zone time_zone)::int as "thisYear"
       from work.area order by position`,
    );
    const regions = await em.execute<Region[]>(`select code, area, names from work.region`);
    const own = `(select organisation from work.user_account where id = ?::uuid)`;
    const assigned = await em.execute<{ indicator: string; body: Texts | null }[]>(
      `select a.indicator, ${HANDING_BODY(own, 'a.cycle', 'a.area', 'a.indicator')} as body
       from work.assignment a where a.area = ? and a.cycle = ?`,
      [sender, area, cycle],
    );
    return {
      areas: areas.map(({ code, iso2, m49, names }) => ({ code, iso2, m49, names })),
      regions,
      indicators: await this.indicatorsOf(em, area),
      assigned: assigned.map(({ indicator }) => indicator),
      bodies: Object.fromEntries(
        assigned.map(({ indicator, body }) => [indicator, Object.values(body ?? {})]),
      ),
      thisYear: areas.find(({ code }) => code === area)?.thisYear ?? cycle,
    };
  }

  private async indicatorsOf(em: EntityManager, area: string): Promise<ImportIndicator[]> {
    const facts = await em.execute<IndicatorFacts[]>(
      `select i.code, i.breakdowns, ${BASELINE_YEAR('i.code', '?')} as "baselineYear"
       from work.indicator i`,
      [area],
    );
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

/** Is anything of the return published, and may be opened again? */
async function isCorrected(em: EntityManager, area: string, cycle: number): Promise<boolean> {
  const [found] = await em.execute<object[]>(
    `select 1 from work.observation where area = ? and year = ? and published_revision is not null limit 1`,
    [area, cycle],
  );
  return found !== undefined;
}

async function seriesMappings(em: EntityManager, area: string): Promise<SeriesMapping[]> {
  return em.execute<SeriesMapping[]>(
    `select format, series, indicator, totals from work.series_mapping where area = ?
     order by format, series`,
    [area],
  );
}
