import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Assignment, Cycle } from '../features/cycles/cycle.entity.ts';
import { Indicator } from '../features/indicators/indicator.entity.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { day } from './reporting-fixture.ts';

/** Open cycles of these years, in which a country is asked for every indicator. */
export async function openCycles(
  em: EntityManager,
  years: readonly number[],
  area = 'KGZ',
): Promise<void> {
  const days = { opensOn: day(-30), dueOn: day(30), closesOn: day(60) };
  await em.upsertMany(
    Cycle,
    years.map((year) => ({ year, ...days })),
  );
  const organisation = randomUUID();
  await em.insert(Organisation, { id: organisation, code: 'STAT', names: {} });
  const indicators = await em.findAll(Indicator, { where: { scope: 'COUNTRY' } });
  await em.insertMany(
    Assignment,
    years.flatMap((cycle) =>
      indicators.map(({ code: indicator }) => ({ cycle, indicator, area, organisation })),
    ),
  );
}
