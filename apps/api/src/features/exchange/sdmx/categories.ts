import type { EntityManager } from '@mikro-orm/postgresql';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { publicDb } from '../../../database/db.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { links } from '../../publication/public-rows.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import { tally } from '../../publication/tally.ts';
import type { ReleaseContents } from '../release-contents.ts';
import { INDICATORS, LEVELS, TARGETS, type Cube } from './cube.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** An action as a category for browsing tools, with the dataflows that hold something about it. */
export interface Category {
  id: string;
  names: Texts;
  cubes: readonly Cube[];
}

export async function readCategories(
  em: EntityManager,
  release: number,
  { actions, levels }: Pick<ReleaseContents, 'actions' | 'levels'>,
): Promise<Category[]> {
  const { linked, told, planned } = await publicDb(em)
    .selectNoFrom((eb) => [
      jsonArrayFrom(links(release)).as('linked'),
      jsonArrayFrom(tally(release).select('t.indicator').distinct()).as('told'),
      jsonArrayFrom(
        eb
          .selectFrom(rowsAsOf('target', release).as('p'))
          .innerJoin(rowsAsOf('indicator', release).as('i'), 'i.code', 'p.indicator')
          .select('p.indicator')
          .distinct()
          .where('i.kind', '<>', 'MILESTONE'),
      ).as('planned'),
    ])
    .executeTakeFirstOrThrow();
  const withValue = new Set(told.map(({ indicator }) => indicator));
  const withTarget = new Set(planned.map(({ indicator }) => indicator));
  const judged = new Set(levels.map(({ subject }) => subject));
  return [...actions].map(([action, names]) => {
    const own = linked.filter((link) => link.action === action).map(({ indicator }) => indicator);
    const holds = new Map<Cube, boolean>([
      [INDICATORS, own.some((code) => withValue.has(code))],
      [TARGETS, own.some((code) => withTarget.has(code))],
      [LEVELS, [action, ...own].some((subject) => judged.has(subject))],
    ]);
    const cubes = [...holds].flatMap(([cube, hasSome]) => (hasSome ? [cube] : []));
    return { id: sdmxId(action), names, cubes };
  });
}
