import { BREAKDOWN_DIMENSIONS, isTotalPart, readPart } from '@qadam/domain';
import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import {
  by,
  cellOf,
  CELL_COLUMNS,
  exists,
  isTotal,
  partAsText,
} from '../../database/expressions.ts';
import type { ASKED } from '../../database/prepared.ts';
import type { PublicTables } from '../../database/tables.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { type AskedYears, expectYears } from '../../graphql/asked-years.ts';
import { expectFirst, pageOf, readCursor, writeCursor } from '../../graphql/cursor.ts';
import { expectPart } from './breakdowns.reader.ts';
import { pageStatement } from './page-statement.ts';
import type { Reading } from './release.reader.ts';
import type { Codes } from './published-value.entity.ts';
import { type ValueRow, valuesIn, valueTeller } from './series.ts';
import type { Values } from './series.type.ts';
import { tally } from './tally.ts';

/** A page of rows is read for each of them, so their number limits what one question costs. */
export const MAX_INDICATORS = 50;

const eb = expressionBuilder<PublicTables>();

const WHOLE = { said: true, withdrawn: true };

/** What narrows a statement besides the years. */
type Narrowed = Readonly<Record<'indicators' | 'areas' | 'total' | 'part' | 'after', boolean>>;

type Column = (typeof CELL_COLUMNS)[number];

/** The sort order: totals have an index of their own, which has no columns of parts. */
const orderOf = ({ total }: Narrowed): readonly Column[] =>
  total ? ['indicator', 'area', 'year'] : CELL_COLUMNS;

/** Does a row come after the one of this place? */
const isAfter = (place: typeof ASKED.place, columns: readonly Column[]): RawBuilder<boolean> =>
  sql`(${sql.join(columns.map((column) => sql.ref(`t.${column}`)))}) > (${sql.join(
    columns.map(
      (column, at) => sql`${place}[${sql.lit(at + 1)}]${column === 'year' ? sql`::int` : sql``}`,
    ),
  )})`;

/** The codes that a tally keeps, in the order of a part. */
const CODES: readonly (keyof Codes)[] = ['sexes', 'ages', 'urbanisations', 'regions', 'breakdowns'];

/** The tallies of the indicators and areas whose rows use these codes of the requested part. */
const talliedOf = ({ at, part }: typeof ASKED, codes: readonly (keyof Codes)[]) =>
  tally(at)
    .select('t.area')
    .where((of) =>
      of.and(
        codes.map((name) => {
          const code = sql`split_part(${part}, '|', ${sql.lit(CODES.indexOf(name) + 1)})`;
          return sql<boolean>`t.codes -> ${sql.lit(name)} @> to_jsonb(${code})`;
        }),
      ),
    );

/** Does the release have each code of the part? */
const isKnownPart = (asked: typeof ASKED) =>
  sql<boolean>`(${sql.join(
    CODES.map((name) => exists(talliedOf(asked, [name]))),
    sql` and `,
  )})`;

/** Can there be such rows at all? Checked in the tallies, so that millions of values are not searched for nothing. */
const isTallied = (asked: typeof ASKED, narrowed: Narrowed) =>
  exists(
    talliedOf(asked, narrowed.part ? CODES : [])
      .where('t.last_year', '>=', asked.from)
      .where('t.first_year', '<=', asked.to)
      .$if(narrowed.areas, (all) => all.where('t.area', '=', asked.areas))
      .$if(narrowed.indicators, (all) => all.where('t.indicator', '=', sql.ref<string>('i.code'))),
  );

type ListedRow = ValueRow & { indicator: string };

const rowsOf = (asked: typeof ASKED, narrowed: Narrowed) =>
  valuesIn(asked.at, WHOLE)
    .select('t.indicator')
    .where('t.year', '>=', asked.from)
    .where('t.year', '<=', asked.to)
    .$if(narrowed.areas, (all) => all.where('t.area', '=', asked.areas))
    .$if(narrowed.total, (all) => all.where(isTotal('t')))
    .$if(!narrowed.total, (all) => all.where(isTallied(asked, narrowed)))
    .$if(narrowed.part, (all) => all.where(partAsText('t'), '=', asked.part))
    .$if(narrowed.after, (all) => all.where(isAfter(asked.place, orderOf(narrowed))))
    .$call(by(...orderOf(narrowed).map((column) => `t.${column}` as const)))
    .limit(asked.most);

/** In the order of the table's key, so that no page has to be sorted. Each of several indicators gives one page, so that no more is read. */
const readPage = pageStatement((db, asked, narrowed: Narrowed) =>
  db.selectNoFrom([
    (narrowed.part ? isKnownPart(asked) : sql<boolean>`true`).as('isKnown'),
    jsonArrayFrom<ListedRow>(
      narrowed.indicators
        ? eb
            .selectFrom(asked.eachCode)
            .innerJoinLateral(
              rowsOf(asked, narrowed).where('t.indicator', '=', sql.ref<string>('i.code')).as('t'),
              (on) => on.onTrue(),
            )
            .selectAll('t')
            .$call(by(...cellOf('t')))
            .limit(asked.most)
            .$castTo<ListedRow>()
        : rowsOf(asked, narrowed).$castTo<ListedRow>(),
    ).as('rows'),
  ]),
);

interface ValuesAsked extends AskedYears {
  /** Without it, all indicators of the release. */
  indicators?: readonly string[] | null | undefined;
  areas?: readonly string[] | null | undefined;
  /** SEX|AGE|URBANISATION|REGION|BREAKDOWN */
  part?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}

const CURSOR = 'values';
/** The content of our cursors: indicator, area, year and the codes of a part. */
const PLACE = /^[^|]+\|[^|]+\|\d{4}(\|[^|]+){5}$/;

/** The values of a release page by page, ordered by indicator, area, year and part. */
export async function readValues(reading: Reading, asked: ValuesAsked): Promise<Values> {
  const { frame, release } = reading;
  const { indicators, areas, from, to, part, first, after } = asked;
  expectFirst(first);
  expectYears(asked);
  expectPart(part);
  if ((indicators?.length ?? 0) > MAX_INDICATORS)
    throw new ApiError('BAD_USER_INPUT', `indicators are at most ${MAX_INDICATORS}.`);
  expectKnown('indicator', indicators, (code) => frame.indicatorOf.has(code));
  expectKnown('area', areas, (code) => frame.areas.some((area) => area.code === code));
  const last = readCursor(CURSOR, after);
  if (last !== null && !PLACE.test(last))
    throw new ApiError('BAD_USER_INPUT', 'This cursor names no value.');
  const isOfTotals = part != null && isTotalPart(readPart(part));
  const { isKnown, rows } = await readPage(
    reading,
    {
      codes: [...new Set(indicators)],
      areas: areas ?? [],
      from: from ?? 0,
      to: to ?? 9999,
      part: part ?? '',
      place: last?.split('|') ?? [],
      most: first + 1,
    },
    {
      indicators: indicators != null,
      areas: areas != null,
      total: isOfTotals,
      part: part != null && !isOfTotals,
      after: last !== null,
    },
  );
  if (!isKnown) throw new ApiError('BAD_USER_INPUT', `There is no part ${part} in this release.`);
  const page = pageOf(rows, first, (row) =>
    writeCursor(
      CURSOR,
      [row.indicator, row.area, row.year, ...BREAKDOWN_DIMENSIONS.map((name) => row[name])].join(
        '|',
      ),
    ),
  );
  const tell = valueTeller([], reading);
  return {
    release,
    values: page.rows.map((row) =>
      Object.assign(tell(row), { indicator: row.indicator, area: row.area }),
    ),
    next: page.next,
  };
}

/** A mistyped code is refused: otherwise it would look as if there were no values. */
function expectKnown(
  what: string,
  codes: readonly string[] | null | undefined,
  isKnown: (code: string) => boolean,
): void {
  const unknown = codes?.find((code) => !isKnown(code));
  if (unknown !== undefined)
    throw new ApiError('BAD_USER_INPUT', `There is no ${what} ${unknown} in this release.`);
}
