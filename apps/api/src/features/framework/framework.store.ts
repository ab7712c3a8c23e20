import type { EntityManager } from '@mikro-orm/postgresql';
import type { FrameworkAction, FrameworkIndicator } from '@qadam/domain';
import { upsertRows } from '../../database/entity-rows.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Action, ActionIndicator } from './action.entity.ts';
import { Benchmark } from './benchmark.entity.ts';
import { SeriesBreak } from './event.entity.ts';
import { without } from './without.ts';

/** A statement a table, however much changes. Every change of an object is a version of it. */
export async function writeIndicators(
  em: EntityManager,
  indicators: readonly FrameworkIndicator[],
): Promise<void> {
  if (indicators.length === 0) return;
  const rows = indicators.map((one) => without(one, 'benchmarks', 'breaks'));
  await upsertRows(em, Indicator, rows, 'NEW_VERSION');
  const ofThem = { indicator: { $in: indicators.map(({ code }) => code) } };
  await em.nativeDelete(Benchmark, ofThem);
  await em.nativeDelete(SeriesBreak, ofThem);
  await em.insertMany(
    Benchmark,
    indicators.flatMap(({ code: indicator, benchmarks }) =>
      benchmarks.map((benchmark) => ({ ...benchmark, indicator })),
    ),
  );
  await em.insertMany(
    SeriesBreak,
    indicators.flatMap(({ code: indicator, breaks }) =>
      breaks.map((seriesBreak) => ({ ...seriesBreak, indicator })),
    ),
  );
}

export async function writeActions(
  em: EntityManager,
  actions: readonly FrameworkAction[],
): Promise<void> {
  if (actions.length === 0) return;
  const rows = actions.map((one) => without(one, 'indicators'));
  await upsertRows(em, Action, rows, 'NEW_VERSION');
  await em.nativeDelete(ActionIndicator, { action: { $in: actions.map(({ code }) => code) } });
  await em.insertMany(
    ActionIndicator,
    actions.flatMap(({ code: action, indicators }) =>
      indicators.map(({ code: indicator, role, weight }, index) => ({
        ...{ action, indicator, role, weight, position: index + 1 },
      })),
    ),
  );
}
