import type { EntityManager } from '@mikro-orm/postgresql';
import { type Part, partKey, TOTAL_PART } from '@qadam/domain';
import { expressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { baselineYear, isCollected, isEntered } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import {
  anyText,
  countRows,
  exists,
  isTotal,
  partAsJson,
  person,
} from '../../database/expressions.ts';
import { preparedRows } from '../../database/prepared.ts';
import type { Tables } from '../../database/tables.ts';
import { handingBody } from '../../database/reporting-body.ts';
import { isAssignee } from '../cycles/assignee.ts';
import { yearIn } from '../cycles/calendar.ts';
import { NO_PROOF, proofColumns } from '../observations/provenance.ts';
import { askedInWork, DISCUSSION_IF_ASKED } from '../observations/question.reader.ts';
import { STORED_REVISION } from '../observations/stored-revision.ts';
import { PREPARED_IN } from '../observations/waiting-signature.ts';

export type CellRow = Omit<
  Awaited<ReturnType<ReturnType<typeof savedCells>['executeTakeFirstOrThrow']>>,
  'indicator' | 'part'
>;

const UNSAVED = {
  ...NO_PROOF,
  id: null,
  state: null,
  version: 0,
  sample: false,
  published: false,
  current: null,
  reviewed: false,
  returnReason: null,
  messages: 0,
  said: null,
  prepared: null,
};

/** The indicators in the return of a year: those assigned, and those with published values, which may be corrected. */
export async function listedIndicators(
  em: EntityManager,
  area: string,
  year: number,
): Promise<string[]> {
  // asked for each indicator, because one may have very many values
  const rows = await db(em)
    .selectFrom('work.indicator as i')
    .select('i.code')
    .where((of) =>
      of.or([
        exists(
          of
            .selectFrom('work.assignment as s')
            .select('s.indicator')
            .whereRef('s.indicator', '=', 'i.code')
            .where('s.area', '=', area)
            .where('s.cycle', '=', year),
        ),
        exists(
          of
            .selectFrom('work.observation as o')
            .select('o.id')
            .whereRef('o.indicator', '=', 'i.code')
            .where('o.area', '=', area)
            .where('o.year', '=', year)
            .where((o) =>
              o.or([
                o('o.published_revision', 'is not', null),
                // values that were begun where an officer reopened cells for a file
                o('o.state', 'in', ['DRAFT', 'SUBMITTED', 'RETURNED']),
              ]),
            )
            .where(isCollected('o', 'i')),
        ),
      ]),
    )
    .execute();
  return rows.map(({ code }) => code);
}

/**
 * The cells of one area and year, by indicator and part, in one SQL statement. A cell that was never saved is there too, without
 * an id; an unknown indicator has no cells.
 */
export async function readCells(em: EntityManager, asked: Asked) {
  const rows = asked.indicators.length === 0 ? [] : await preparedRows(em, savedCells(em, asked));
  const byCell = new Map(
    rows.map((row) => [`${row.indicator} ${partKey(row.part ?? TOTAL_PART)}`, row]),
  );
  const byIndicator = new Map(rows.map((row) => [row.indicator, row]));
  const partsOf = (indicator: string): Part[] =>
    rows.flatMap((row) => (row.indicator === indicator && row.part !== null ? [row.part] : []));
  const rowOf = (indicator: string, part: Part): CellRow | null => {
    const known = byCell.get(`${indicator} ${partKey(part)}`);
    const sibling = byIndicator.get(indicator);
    if (known !== undefined || sibling === undefined) return known ?? null;
    const { baselineYear: baseline, thisYear, assigned, assignee, body, filled } = sibling;
    return { ...UNSAVED, baselineYear: baseline, thisYear, assigned, assignee, body, filled };
  };
  return { rowOf, partsOf };
}

interface Asked {
  area: string;
  year: number;
  /** The organisation of the person who reports. */
  organisation: string | null;
  indicators: readonly string[];
  /** The indicators of which all parts are read; of the others the total, and what waits for the reporter. */
  withParts: readonly string[];
}

/** The most parts of large tables that were returned and are shown. */
const MOST_RETURNED = 500;

const eb = expressionBuilder<Tables>();

/** Any part of a large table that an officer returned and that was not handed in again. */
const cameBack = ({ area, year, indicators, withParts }: Omit<Asked, 'organisation'>) =>
  sql<string>`any(array(${eb
    .selectFrom('work.observation as b')
    .select('b.id')
    .where('b.area', '=', area)
    .where('b.year', '=', year)
    .where('b.indicator', '=', anyText(indicators))
    .where((part) => part.not(part('b.indicator', '=', anyText(withParts))))
    .where((part) =>
      part.or([
        part('b.state', '=', 'RETURNED'),
        part.and([
          part('b.state', '=', 'DRAFT'),
          exists(
            part
              .selectFrom('work.review as v')
              .select('v.id')
              .whereRef('v.observation', '=', 'b.id'),
          ),
        ]),
      ]),
    )
    .limit(sql.lit(MOST_RETURNED))}))`;

const savedCells = (
  em: EntityManager,
  { area, year, organisation, indicators, withParts }: Asked,
) =>
  db(em)
    .selectFrom('work.indicator as i')
    .innerJoin('work.area as a', (join) => join.on('a.code', '=', area))
    .leftJoin('work.observation as o', (join) =>
      join
        .onRef('o.indicator', '=', 'i.code')
        .onRef('o.area', '=', 'a.code')
        .on('o.year', '=', year)
        .on(isCollected('o', 'i'))
        .on((on) =>
          on.or([
            isTotal('o'),
            on('o.indicator', '=', anyText(withParts)),
            on('o.id', '=', cameBack({ area, year, indicators, withParts })),
            on('o.id', '=', askedInWork([area])),
          ]),
        ),
    )
    .leftJoin('work.assignment as s', (join) =>
      join
        .onRef('s.indicator', '=', 'i.code')
        .onRef('s.area', '=', 'a.code')
        .on('s.cycle', '=', year),
    )
    .leftJoin('work.user_account as p', (join) => join.on(isAssignee('p', 's')))
    .leftJoin('work.revision as r', 'r.id', 'o.current_revision')
    .leftJoin('work.user_account as u', 'u.id', 'r.author')
    .select(['i.code as indicator', 'o.id', 'o.state', yearIn('a').as('thisYear')])
    .select((eb) => [
      // null if nothing of the indicator was ever saved
      sql<Part | null>`case when o.id is not null then ${partAsJson('o')} end`.as('part'),
      eb.fn.coalesce('o.version', eb.lit(0)).as('version'),
      eb.fn.coalesce('o.sample', eb.lit(false)).as('sample'),
      sql<boolean>`o.published_revision is not null`.as('published'),
      // also null if the value was removed again
      eb.case().when(isEntered('r')).then(STORED_REVISION).end().as('current'),
      exists(
        eb.selectFrom('work.review as v').select('v.id').whereRef('v.observation', '=', 'o.id'),
      ).as('reviewed'),
      baselineYear(eb.ref('i.code'), eb.ref('a.code')).as('baselineYear'),
      eb
        .selectFrom('work.review as v')
        .select(
          sql<string | null>`case when v.decision = 'RETURNED' then v.reason end`.as('reason'),
        )
        .whereRef('v.observation', '=', 'o.id')
        .where('o.state', 'in', ['DRAFT', 'RETURNED'])
        .orderBy('v.created_at', 'desc')
        .limit(1)
        .as('returnReason'),
      countRows(eb.selectFrom('work.message as m').whereRef('m.observation', '=', 'o.id')).as(
        'messages',
      ),
      DISCUSSION_IF_ASKED.as('said'),
      sql<boolean>`s.indicator is not null`.as('assigned'),
      person('p').as('assignee'),
      PREPARED_IN.as('prepared'),
      // how many parts of a large table have a value, by state
      jsonArrayFrom(
        eb
          .selectFrom('work.observation as q')
          .innerJoin('work.revision as z', 'z.id', 'q.current_revision')
          .select(({ fn }) => ['q.state', fn.countAll<number>().as('parts')])
          .where((large) => large.not(large('i.code', '=', anyText(withParts))))
          .whereRef('q.indicator', '=', 'i.code')
          .whereRef('q.area', '=', 'a.code')
          .where('q.year', '=', year)
          .where((part) => part.not(isTotal('q')))
          // `isCollected` would read the list of codes for each of them
          .where('q.region', '=', '_T')
          .where(isEntered('z'))
          .groupBy('q.state')
          .orderBy('q.state'),
      ).as('filled'),
    ])
    .select([
      handingBody(organisation, { year, area: 'a.code', indicator: 'i.code' }).as('body'),
      ...proofColumns(),
    ])
    .where('i.code', '=', anyText(indicators));
