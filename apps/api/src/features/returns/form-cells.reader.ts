import type { EntityManager } from '@mikro-orm/postgresql';
import { BREAKDOWN_DIMENSIONS, type Part, partKey, TOTAL_PART } from '@qadam/domain';
import { expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { baselineYear, isCollected, isEntered, isFilled } from '../../database/cells.ts';
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
import { handingBody } from '../../database/reporting-body.ts';
import type { Tables } from '../../database/tables.ts';
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
                o.and([o('o.state', 'in', ['DRAFT', 'SUBMITTED', 'RETURNED']), isFilled('o')]),
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
  /** The one part that is read instead. */
  part?: Part;
}

/** The most parts of large tables that were returned and are shown. */
const MOST_RETURNED = 500;

const eb = expressionBuilder<Tables>();

/** The parts of large tables that an officer returned and that were not handed in again, those first that nobody has corrected yet. */
const returnedParts = ({ area, year, indicators, withParts }: Asked) =>
  eb
    .selectFrom('work.observation as b')
    .select('b.id')
    .where('b.area', '=', area)
    .where('b.year', '=', year)
    .where('b.indicator', '=', anyText(indicators))
    .where((part) => part.not(part('b.indicator', '=', anyText(withParts))))
    .where('b.region', '=', '_T')
    .where((part) =>
      part.or([
        part('b.state', '=', 'RETURNED'),
        part.and([
          part('b.state', '=', 'DRAFT'),
          part(
            part
              .selectFrom('work.review as v')
              .select('v.decision')
              .whereRef('v.observation', '=', 'b.id')
              .orderBy('v.created_at', 'desc')
              .limit(1),
            '=',
            'RETURNED',
          ),
        ]),
      ]),
    )
    .orderBy(sql`b.state = 'RETURNED'`, 'desc')
    .orderBy('b.id')
    .limit(sql.lit(MOST_RETURNED));

/** Which observations `o` are read of the indicators. */
const isRead = (asked: Asked): RawBuilder<SqlBool> => {
  const { area, part, withParts } = asked;
  if (part !== undefined)
    return sql`(${sql.join(
      BREAKDOWN_DIMENSIONS.map(
        (dimension) => sql`${sql.ref(`o.${dimension}`)} = ${part[dimension]}`,
      ),
      sql` and `,
    )})`;
  return sql`(${isTotal('o')} or o.indicator = ${anyText(withParts)} or o.id in ${returnedParts(asked)} or o.id = ${askedInWork([area])})`;
};

const savedCells = (em: EntityManager, asked: Asked) => {
  const { area, year, organisation, indicators, withParts } = asked;
  return db(em)
    .with(
      // counted once for each table, because more than one row may be read of it
      (cte) => cte('counted').materialized(),
      (of) =>
        of
          .selectFrom('work.observation as q')
          .innerJoin('work.revision as z', 'z.id', 'q.current_revision')
          .select(({ fn }) => ['q.indicator', 'q.state', fn.countAll<number>().as('parts')])
          .where('q.area', '=', area)
          .where('q.year', '=', year)
          .where('q.indicator', '=', anyText(indicators))
          .where((large) => large.not(large('q.indicator', '=', anyText(withParts))))
          .where((one) => one.not(isTotal('q')))
          // `isCollected` would read the list of codes for each of them
          .where('q.region', '=', '_T')
          .where(isEntered('z'))
          .groupBy(['q.indicator', 'q.state']),
    )
    .selectFrom('work.indicator as i')
    .innerJoin('work.area as a', (join) => join.on('a.code', '=', area))
    .leftJoin('work.observation as o', (join) =>
      join
        .onRef('o.indicator', '=', 'i.code')
        .onRef('o.area', '=', 'a.code')
        .on('o.year', '=', year)
        .on(isCollected('o', 'i'))
        .on(isRead(asked)),
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
          .selectFrom('counted as k')
          .select(['k.state', 'k.parts'])
          .whereRef('k.indicator', '=', 'i.code')
          .orderBy('k.state'),
      ).as('filled'),
    ])
    .select([
      handingBody(organisation, { year, area: 'a.code', indicator: 'i.code' }).as('body'),
      ...proofColumns(),
    ])
    .where('i.code', '=', anyText(indicators));
};
