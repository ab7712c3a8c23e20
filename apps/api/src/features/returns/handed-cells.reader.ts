import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { partOf } from '@qadam/domain';
import { type AliasedExpression, sql } from 'kysely';
import { byPages } from '../../database/by-pages.ts';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { idsAs, isTotal, PART_OF_O, rowsAs } from '../../database/expressions.ts';
import { handingBody } from '../../database/reporting-body.ts';
import type { Actor } from '../../graphql/access.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { yearIn } from '../cycles/calendar.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { historyBefore } from '../observations/history.reader.ts';
import { rulesAt } from '../observations/rules.reader.ts';
import { proofColumns, provenanceOf } from '../observations/provenance.ts';
import { tableKey } from './table-check.ts';

/** A value as the rules look at it when it is handed in, without what only a desk shows of it. */
export type HandedCell = Awaited<ReturnType<HandedCellsReader['page']>>[number];

/** In whose name they are reported, and the language of what is said of them. */
type Body = Pick<Actor, 'organisation' | 'lang'>;

/** A value that is asked for, with its place among all of them and the version that it is expected at. */
export interface AskedCell {
  id: string;
  place: number;
  version: number | null;
}
type AskedCells = AliasedExpression<AskedCell, 'asked'>;

/** Values by their ids, in whatever version. */
export const askedById = (ids: readonly string[]): AskedCells =>
  sql<AskedCell>`(select id, place::int - 1 as place, null::int as version
    from unnest(${idsAs(ids)}) with ordinality u(id, place))`.as('asked');

interface Asked {
  area: string;
  known: Known;
  /** The calendar year in the area. */
  thisYear: number;
}

/** What was read for a page before. */
interface Known {
  indicators: Map<string, DeskIndicator>;
  /** In whose name an indicator of a year is reported. */
  bodies: Map<string, Texts | null>;
}

/** So many are checked without letting others work meanwhile. */
const PAGE = 1000;

@Injectable()
export class HandedCellsReader {
  constructor(private readonly indicators: IndicatorReader) {}

  /**
   * Of one area, in any order, each with its place: one statement for all, read by pages, another where indicators are
   * new, and one for rules where a whole is among them, so that memory and the wait of others do not grow with them.
   */
  async *pages(
    em: EntityManager,
    by: Body,
    area: string,
    asked: AskedCells,
  ): AsyncGenerator<HandedCell[]> {
    const known: Known = { indicators: new Map(), bodies: new Map() };
    const { thisYear } = await db(em)
      .selectFrom('work.area as a')
      .select(yearIn('a').as('thisYear'))
      .where('a.code', '=', area)
      .executeTakeFirstOrThrow();
    for await (const rows of byPages(em, cells(em, area, asked), PAGE))
      yield await this.page(em, by, rows, { area, known, thisYear });
  }

  private async page(em: EntityManager, by: Body, rows: readonly Row[], asked: Asked) {
    const { area, known, thisYear } = asked;
    await this.learn(em, by, area, rows, known);
    const places = rows.map((row) => ({ row, area, year: row.year, part: partOf(row) }));
    const here = await rulesAt(em, by.lang, places);
    return places.flatMap(({ row: current, year, part }) => {
      const indicator = known.indicators.get(current.indicator);
      if (indicator === undefined) return [];
      const { id, place, indicator: code, state, version, publishedRevision } = current;
      const { sourceText, evidence, publishedValue, baselineYear: base } = current;
      const history = current.history ?? [];
      const rules = here.of({ area, year, indicator: code, part });
      const body = known.bodies.get(tableKey(current)) ?? null;
      const facts = { body, evidence, publishedValue, sourceText };
      return [
        {
          ...{ id, place, indicator: code, year, part },
          ...{ state, version, expectedVersion: current.expectedVersion, publishedRevision },
          checked: { indicator, year, current, history, thisYear, baselineYear: base, rules },
          provenance: provenanceOf({ ...facts, indicator, history }),
        },
      ];
    });
  }

  /** What a page is the first to ask for: of few indicators there are very many cells. */
  private async learn(
    em: EntityManager,
    { organisation }: Body,
    area: string,
    rows: readonly Pick<HandedCell, 'indicator' | 'year'>[],
    { indicators, bodies }: Known,
  ): Promise<void> {
    const asked = new Map(rows.map((row) => [tableKey(row), row]));
    const fresh = [...asked].flatMap(([key, { indicator, year }]) =>
      bodies.has(key) ? [] : [{ area, indicator, year }],
    );
    if (fresh.length === 0) return;
    const codes = fresh.map(({ indicator }) => indicator).filter((code) => !indicators.has(code));
    for (const one of await this.indicators.byCodes(em, codes)) indicators.set(one.code, one);
    const types = { area: 'text', indicator: 'text', year: 'int' } as const;
    const found = await db(em)
      .selectFrom(rowsAs('f', types, fresh))
      .select(['f.indicator', 'f.year'])
      .select(
        handingBody(organisation, { year: 'f.year', area: 'f.area', indicator: 'f.indicator' }).as(
          'body',
        ),
      )
      .execute();
    for (const { body, ...table } of found) bodies.set(tableKey(table), body);
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof cells>['execute']>>[number];

/** All in one statement, so that very many are joined as tables and few are looked up. */
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
    .select(['r.source_text as sourceText', 'r.fact_date as factDate', 'r.provision'])
    .select((eb) => [
      'r.basis',
      eb
        .case()
        .when(isTotal('o'))
        .then(baselineYear(eb.ref('o.indicator'), eb.ref('o.area')))
        .end()
        .as('baselineYear'),
    ])
    .select(proofColumns(sql<boolean>`o.indicator in ${facts}`))
    .as('c');
  return db(em)
    .selectFrom(found)
    .selectAll('c')
    .select(historyBefore(em, area, 'c').as('history'));
}
