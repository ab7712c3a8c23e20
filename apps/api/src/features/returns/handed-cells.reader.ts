import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isTotalPart } from '@qadam/domain';
import { type AliasedExpression, sql } from 'kysely';
import { byPages } from '../../database/by-pages.ts';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { idsAs, isTotal, PART_OF_O, rowsAs } from '../../database/expressions.ts';
import { handingBody } from '../../database/reporting-body.ts';
import type { Actor } from '../../graphql/access.ts';
import { yearIn } from '../cycles/calendar.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import type { Checkable } from '../observations/checks.ts';
import { historyBefore } from '../observations/history.reader.ts';
import { type RulesOf, rulesAt } from '../observations/rules.reader.ts';
import { proofColumns, provenanceOf } from '../observations/provenance.ts';
import { tableKey } from './table-check.ts';

/** A value with what the rules need when it is handed in, without what is only shown at a desk. */
export type HandedCell = ReturnType<typeof handed>[number];

/** The organisation in whose name the values are reported, and the language of messages about them. */
type Body = Pick<Actor, 'organisation' | 'lang'>;

/** A value to read, with its place in the request and the version that it is expected to have. */
export interface AskedCell {
  id: string;
  place: number;
  version: number | null;
}
type AskedCells = AliasedExpression<AskedCell, 'asked'>;

/** Values by their ids, whatever their version is. */
export const askedById = (ids: readonly string[]): AskedCells =>
  sql<AskedCell>`(select id, place::int - 1 as place, null::int as version
    from unnest(${idsAs(ids)}) with ordinality u(id, place))`.as('asked');

/** The cells that were chosen in this transaction. */
export const CHOSEN: AskedCells = sql<AskedCell>`chosen_cell`.as('asked');

interface Asked {
  area: string;
  known: Known;
  /** The calendar year in the area. */
  thisYear: number;
  rulesOf: RulesOf;
}

/** What is the same for all cells of an indicator in a year. All pages share one object for it, by which the cells are grouped again. */
interface KnownTable extends Pick<Checkable, 'indicator' | 'year'> {
  /** The names of the body that reports it. */
  body: readonly string[];
}

/** What was read for earlier pages. */
interface Known {
  indicators: Map<string, DeskIndicator>;
  tables: Map<string, KnownTable>;
}

/** How many cells are read at once. */
const PAGE = 1000;
/** How many cells are checked before other requests get a turn. A small number, because the first ones take several times as long as the last. */
const SLICE = 250;

@Injectable()
export class HandedCellsReader {
  constructor(private readonly indicators: IndicatorReader) {}

  /**
   * The values of one area, in any order, each with its place. One statement finds all of them and is read page by page; a
   * page takes more statements only for tables that are new and for the rules of totals. So neither the memory in use nor
   * the wait of other requests grows with the number of values.
   */
  async *pages(
    em: EntityManager,
    by: Body,
    area: string,
    asked: AskedCells,
  ): AsyncGenerator<HandedCell[]> {
    const known: Known = { indicators: new Map(), tables: new Map() };
    const { thisYear } = await db(em)
      .selectFrom('work.area as a')
      .select(yearIn('a').as('thisYear'))
      .where('a.code', '=', area)
      .executeTakeFirstOrThrow();
    for await (const rows of byPages(em, cells(em, area, asked), PAGE)) {
      await this.learn(em, by, area, rows, known);
      const wholes = rows.filter(isTotalPart).map((row) => ({ area, year: row.year, part: row }));
      const { of: rulesOf } = await rulesAt(em, by.lang, wholes);
      for (let from = 0; from < rows.length; from += SLICE) {
        if (from > 0) await nextTurn();
        yield handed(rows.slice(from, from + SLICE), { area, known, thisYear, rulesOf });
      }
    }
  }

  /** Reads what is not yet known about the tables of a page: very many cells belong to few tables. */
  private async learn(
    em: EntityManager,
    { organisation }: Body,
    area: string,
    rows: readonly Row[],
    { indicators, tables }: Known,
  ): Promise<void> {
    const fresh = new Map<string, { area: string; indicator: string; year: number }>();
    for (const row of rows) {
      const key = tableKey(row);
      if (tables.has(key)) continue;
      fresh.set(key, { area, indicator: row.indicator, year: row.year });
    }
    if (fresh.size === 0) return;
    const asked = [...fresh.values()];
    const codes = asked.map(({ indicator }) => indicator).filter((code) => !indicators.has(code));
    for (const one of await this.indicators.byCodes(em, codes)) indicators.set(one.code, one);
    const types = { area: 'text', indicator: 'text', year: 'int' } as const;
    const found = await db(em)
      .selectFrom(rowsAs('f', types, asked))
      .select(['f.indicator', 'f.year'])
      .select(
        handingBody(organisation, { year: 'f.year', area: 'f.area', indicator: 'f.indicator' }).as(
          'body',
        ),
      )
      .execute();
    for (const { body, ...table } of found) {
      const indicator = indicators.get(table.indicator);
      if (indicator === undefined) throw new Error(`No indicator ${table.indicator}`);
      const { year } = table;
      tables.set(tableKey(table), { indicator, year, body: Object.values(body ?? {}) });
    }
  }
}

/** Makes little for each cell: there are very many, and the garbage collector looks through everything that is made here. */
function handed(rows: readonly Row[], { area, known, thisYear, rulesOf }: Asked) {
  return rows.map((current) => {
    const table = known.tables.get(tableKey(current));
    // a cell that no rule has checked must not be handed in
    if (table === undefined) throw new Error(`No table ${tableKey(current)}`);
    const { indicator, body } = table;
    const { year, sourceText, evidence, publishedValue, baselineYear } = current;
    const history = current.history ?? [];
    // rules are only about totals
    const rules = isTotalPart(current)
      ? rulesOf({ area, year, indicator: indicator.code, part: current })
      : null;
    return {
      current,
      table,
      checked: { indicator, year, current, history, thisYear, baselineYear, rules },
      provenance: provenanceOf({ indicator, sourceText, body, history, evidence, publishedValue }),
    };
  });
}

type Row = Awaited<ReturnType<ReturnType<typeof cells>['execute']>>[number];

/** One statement for all cells, so that PostgreSQL can join whole tables if they are very many, and look each up if they are few. */
function cells(em: EntityManager, area: string, asked: AskedCells) {
  const facts = db(em).selectFrom('work.indicator').select('code').where('kind', '<>', 'NUMERIC');
  const found = db(em)
    .selectFrom(asked)
    .innerJoin('work.observation as o', 'o.id', 'asked.id')
    .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
    .select(['o.id', 'o.indicator', 'o.year', 'o.state', 'o.version'])
    .select(['asked.place', 'asked.version as expectedVersion'])
    .select('o.published_revision as publishedRevision')
    .select(PART_OF_O)
    .select(['r.value', 'r.numerator', 'r.denominator'])
    .select(['r.missing_reason as missingReason', 'r.obs_status as obsStatus', 'r.comment'])
    .select(['r.source_text as sourceText', 'r.fact_date as factDate', 'r.provision', 'r.basis'])
    .select((eb) =>
      eb
        .case()
        .when(isTotal('o'))
        .then(baselineYear(eb.ref('o.indicator'), eb.ref('o.area')))
        .end()
        .as('baselineYear'),
    )
    .select(proofColumns(sql<boolean>`o.indicator in ${facts}`))
    .as('c');
  return db(em)
    .selectFrom(found)
    .selectAll('c')
    .select(historyBefore(em, area, 'c').as('history'));
}
