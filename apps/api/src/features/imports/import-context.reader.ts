import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { partKey, partsOfTable, WHOLE } from '@qadam/domain';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { HistoryReader } from '../observations/history.reader.ts';
import { BASELINE_YEAR } from '../observations/observation-sql.ts';
import { exact, PART_AS_JSON } from '../observations/sql-text.ts';
import { ReopeningReader } from '../reopenings/reopening.reader.ts';
import type {
  CheckContext,
  ExistingCell,
  ImportIndicator,
  SeriesMapping,
} from './check-context.ts';
import { importProblem } from './import-problem.ts';
import type { Region } from './region-book.ts';
import { readTemplateWords } from './template-words.ts';

interface IndicatorFacts {
  code: string;
  breakdowns: string[];
  baselineYear: number | null;
}

/** What a file's rows are held against: ten statements, however long the file is. */
@Injectable()
export class ImportContextReader {
  constructor(
    private readonly indicators: IndicatorReader,
    private readonly histories: HistoryReader,
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
    const areas = await em.execute<(CheckContext['areas'][number] & { thisYear: number })[]>(
      `select code, iso2, m49, extract(year from now() at time zone time_zone)::int as "thisYear"
       from work.area order by position`,
    );
    const regions = await em.execute<Region[]>(
      `select code, names from work.region where area = ?`,
      [area],
    );
    const assigned = await em.execute<{ indicator: string }[]>(
      `select indicator from work.assignment where area = ? and cycle = ?`,
      [area, cycle],
    );
    const own = areas.find(({ code }) => code === area);
    const existing = await existingCells(em, area, cycle);
    const granted =
      sender === null
        ? new Set<string>()
        : await this.reopenings.grantedTo(em, sender, { area, year: cycle, indicator: null });
    const calendar = await this.cycles.get(em, area, cycle);
    const isOpen = calendar?.open === true;
    const hasDoor = granted.size > 0 || existing.some(({ correcting }) => correcting);
    return {
      area,
      areas: areas.map(({ code, iso2, m49 }) => ({ code, iso2, m49 })),
      regions,
      cycle,
      thisYear: own?.thisYear ?? cycle,
      cycleOpen: isOpen || !hasDoor,
      granted: [...granted],
      problems: isOpen || hasDoor ? [] : [importProblem('ERROR', 'CYCLE_CLOSED', {}, { cycle })],
      // of the six languages only English writes a decimal point
      decimal: lang === null ? null : lang === 'en' ? '.' : ',',
      words: await readTemplateWords(),
      indicators: await this.indicatorsOf(em, area, cycle),
      assigned: assigned.map(({ indicator }) => indicator),
      existing,
      mappings: await seriesMappings(em, area),
    };
  }

  private async indicatorsOf(
    em: EntityManager,
    area: string,
    cycle: number,
  ): Promise<ImportIndicator[]> {
    const facts = await em.execute<IndicatorFacts[]>(
      `select i.code, i.breakdowns, ${BASELINE_YEAR('i.code', '?')} as "baselineYear"
       from work.indicator i`,
      [area],
    );
    const codes = facts.map(({ code }) => code);
    const known = await this.indicators.byCodes(em, codes);
    const histories = await this.histories.published(em, [area], codes);
    const byCode = new Map(facts.map((fact) => [fact.code, fact]));
    return known.map((indicator) => ({
      ...indicator,
      breakdowns: byCode.get(indicator.code)?.breakdowns ?? [],
      baselineYear: byCode.get(indicator.code)?.baselineYear ?? null,
      histories: Object.fromEntries(
        [WHOLE, ...partsOfTable(indicator.tableAxes)].map((part) => [
          partKey(part),
          histories.of(area, indicator.code, cycle, part),
        ]),
      ),
    }));
  }
}

async function existingCells(
  em: EntityManager,
  area: string,
  cycle: number,
): Promise<ExistingCell[]> {
  return em.execute<ExistingCell[]>(
    `select o.indicator, ${PART_AS_JSON('o')} as part, o.state, o.version,
       o.published_revision is not null as correcting,
       json_build_object('value', ${exact('r.value')}, 'numerator', ${exact('r.numerator')},
         'denominator', ${exact('r.denominator')}, 'missingReason', r.missing_reason,
         'obsStatus', r.obs_status, 'sourceText', r.source_text, 'comment', r.comment) as content
     from work.observation o join work.revision r on r.id = o.current_revision
     where o.area = ? and o.year = ?`,
    [area, cycle],
  );
}

async function seriesMappings(em: EntityManager, area: string): Promise<SeriesMapping[]> {
  return em.execute<SeriesMapping[]>(
    `select format, series, indicator, totals from work.series_mapping where area = ?
     order by format, series`,
    [area],
  );
}
