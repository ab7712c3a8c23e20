import type { EntityManager } from '@mikro-orm/postgresql';
import { hiddenWithSuppressed, suppressedTogether } from '@qadam/domain';
import { sql } from 'kysely';
import { rowsAs, sameCell, samePart } from '../../../database/expressions.ts';
import type { MeasuredIndicator } from '../../framework/shared-counts.ts';
import { some, stage } from '../stage.ts';
import { keyOf } from './cell-key.ts';
import type { HiddenCell } from './disclose.types.ts';
import { type FrameArea, groupsOf } from './frame.ts';
import { tableName } from './published-table.ts';
import { TOMBSTONE } from './tombstone.ts';

/** What a ministry suppressed in one indicator is hidden in all that share its count. */
export async function spreadSuppressed(
  em: EntityManager,
  clusters: readonly (readonly MeasuredIndicator[])[],
): Promise<void> {
  const pairs = clusters.flatMap(suppressedTogether);
  await stage(em)
    .updateTable('candidate_value as v')
    .from([rowsAs('p', { suppressed: 'text', other: 'text' }, pairs), 'candidate_value as s'])
    .set(TOMBSTONE)
    .whereRef('s.indicator', '=', 'p.suppressed')
    .whereRef('v.indicator', '=', 'p.other')
    .where('v.obs_status', '<>', 'Q')
    .where('s.obs_status', '=', 'Q')
    .where(sameCell('s', 'v', ['area', 'year']))
    .where(samePart('v', 's'))
    .execute();
}

/** What is hidden beside values that a ministry suppressed itself, in the order of indicators, years and keys. */
export async function hiddenBesideSuppressed(
  em: EntityManager,
  areas: readonly FrameArea[],
): Promise<HiddenCell[]> {
  const rows = await stage(em)
    .selectFrom('candidate_value as v')
    .innerJoin('candidate_indicator as i', 'i.code', 'v.indicator')
    .select(['v.indicator', 'v.year', 'i.scope', 'v.obs_status', keyOf('v').as('key')])
    .where('i.kind', '<>', 'MILESTONE')
    .where((eb) => eb.or([eb('v.value', 'is not', null), eb('v.obs_status', '=', 'Q')]))
    .where(
      some(
        'candidate_value as s',
        sql`s.obs_status = 'Q'`,
        sameCell('s', 'v', ['indicator', 'year']),
      ),
    )
    .orderBy('v.indicator')
    .orderBy('v.year')
    .orderBy('key')
    .execute();
  const groups = groupsOf(areas);
  return [...Map.groupBy(rows, tableName).values()].flatMap((table) => {
    const keys = (isHidden: boolean) =>
      table.flatMap(({ key, obs_status }) => ((obs_status === 'Q') === isHidden ? [key] : []));
    return table
      .slice(0, 1)
      .flatMap(({ indicator, year, scope }) =>
        hiddenWithSuppressed({ scope, groups, shown: keys(false), suppressed: keys(true) }).map(
          (cell) => ({ indicator, year, primary: false, ...cell }),
        ),
      );
  });
}
