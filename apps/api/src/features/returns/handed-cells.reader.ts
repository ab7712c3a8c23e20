import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { partOf } from '@qadam/domain';
import { sql } from 'kysely';
import { baselineYear } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { idsAs, isTotal, PART_OF_O } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import { yearIn } from '../cycles/calendar.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { historiesOf } from '../observations/history.reader.ts';
import { rulesAt } from '../observations/rules.reader.ts';
import { proofColumns, provenanceOf } from '../observations/provenance.ts';

/** A value as the rules look at it when it is handed in, without what only a desk shows of it. */
export type HandedCell = Awaited<ReturnType<HandedCellsReader['page']>>[number];

/** In whose name they are reported, and the language of what is said of them. */
type Body = Pick<Actor, 'organisation' | 'lang'>;

interface Asked {
  area: string;
  ids: string[];
  /** The indicators that were read already. */
  known: Map<string, DeskIndicator>;
  /** The calendar year in the area. */
  thisYear: number;
}

/** So many are checked without letting others work meanwhile. */
const PAGE = 1000;

@Injectable()
export class HandedCellsReader {
  constructor(private readonly indicators: IndicatorReader) {}

  /** Of one area, in the order of `ids`: pages of two statements, and one for rules where a whole is among them, so that memory and the wait of others do not grow with them. */
  async *pages(
    em: EntityManager,
    by: Body,
    area: string,
    ids: readonly string[],
  ): AsyncGenerator<HandedCell[]> {
    const known = new Map<string, DeskIndicator>();
    const { thisYear } = await db(em)
      .selectFrom('work.area as a')
      .select(yearIn('a').as('thisYear'))
      .where('a.code', '=', area)
      .executeTakeFirstOrThrow();
    const pageAt = (from: number) =>
      this.page(em, by, { area, ids: ids.slice(from, from + PAGE), known, thisYear });
    let next = pageAt(0);
    for (let from = 0; from < ids.length; from += PAGE) {
      const page = await next;
      // read while this one is checked
      if (from + PAGE < ids.length) next = pageAt(from + PAGE);
      // where the loop ends early, its failure is of no interest
      next.catch(() => undefined);
      yield page;
    }
  }

  private async page(em: EntityManager, by: Body, { area, ids, known, thisYear }: Asked) {
    const found = await cells(em, by, ids).execute();
    const rows = found.map((row) => ({ ...row, part: partOf(row) }));
    const codes = new Set(rows.map(({ indicator }) => indicator));
    const unknown = [...codes].filter((code) => !known.has(code));
    for (const one of await this.indicators.byCodes(em, unknown)) known.set(one.code, one);
    const histories = await historiesOf(em, { area, year: 0 }, rows);
    const here = await rulesAt(
      em,
      by.lang,
      rows.map((row) => ({ ...row, area })),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      const indicator = row && known.get(row.indicator);
      if (row === undefined || indicator === undefined) return [];
      const { indicator: code, year, part, state, version, publishedRevision, ...rest } = row;
      const { body, evidence, publishedValue, baselineYear: base, ...current } = rest;
      const history = histories.of(area, code, year, part);
      const rules = here.of({ area, year, indicator: code, part });
      const checked = { indicator, year, current, history, thisYear, baselineYear: base, rules };
      const facts = { body, evidence, publishedValue, sourceText: current.sourceText };
      const provenance = provenanceOf({ ...facts, indicator, history });
      return [
        { id, indicator: code, year, part, state, version, publishedRevision, checked, provenance },
      ];
    });
  }
}

/** Looked up one by one: as tables joined, each page would read both from end to end. */
const cells = (em: EntityManager, by: Body, ids: readonly string[]) =>
  db(em)
    .selectFrom(sql<{ id: string }>`unnest(${idsAs(ids)})`.as<'asked'>(sql`asked(id)`))
    .innerJoinLateral(
      (asked) =>
        asked
          .selectFrom('work.observation as o')
          .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
          .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
          .select(['o.id', 'o.indicator', 'o.year', 'o.state', 'o.version'])
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
          .select(proofColumns(by.organisation, CELL, sql<boolean>`i.kind <> 'NUMERIC'`))
          .whereRef('o.id', '=', 'asked.id')
          .limit(1)
          .as('c'),
      (on) => on.onTrue(),
    )
    .selectAll('c');

const CELL = { year: 'o.year', area: 'o.area', indicator: 'o.indicator' };
