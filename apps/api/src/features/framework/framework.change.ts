import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  checkFramework,
  diffFramework,
  type FrameworkAction,
  type FrameworkDifference,
  type FrameworkDocument,
  type FrameworkIndicator,
  type FrameworkProblem,
  lockedChanges,
  overlayFramework,
  removedElements,
  reweighed,
} from '@qadam/domain';
import { holdLock } from '../../database/locks.ts';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem, ProblemError } from '../../graphql/problem.ts';
import { recordEvents } from '../audit/chain.ts';
import { freeText } from '../../graphql/free-text.ts';
import {
  type CurrentFramework,
  readCurrent,
  readInUse,
  readReferences,
} from './framework.reader.ts';
import { MethodNote } from './method-note.entity.ts';
import { upsertRows } from '../../database/entity-rows.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Action, ActionIndicator } from './action.entity.ts';
import { Benchmark } from './benchmark.entity.ts';
import { SeriesBreak } from './event.entity.ts';
import { ValidationRule } from './validation-rule.entity.ts';
import { without } from './without.ts';

export interface Change {
  wanted: FrameworkDocument;
  reason: string | null | undefined;
}

/** The only way to change the framework: one object from a desk, or all of it by a document. */
@Injectable()
export class FrameworkChange {
  /** Changes of the framework wait for each other here, so that each is checked against the current state. */
  async lock(em: EntityManager): Promise<CurrentFramework> {
    await holdLock(em, 'FRAMEWORK');
    return readCurrent(em);
  }

  /** The differences that the change would make; throws if it is not allowed. Nothing is written. */
  async judge(
    em: EntityManager,
    { document }: CurrentFramework,
    { wanted, reason }: Change,
  ): Promise<FrameworkDifference[]> {
    const differences = diffFramework(document, wanted);
    const merged = overlayFramework(document, wanted);
    const problems = [
      ...checkFramework(merged).map((found) => named(found, merged)),
      ...(await unknownReferences(em, wanted)),
      ...(await locked(em, document, differences)),
      ...(freeText(reason, 'reason') === null ? unexplained(differences) : []),
    ];
    if (problems.length > 0) throw new ProblemError(...problems);
    return differences;
  }

  /** To be called in a transaction that holds the lock. */
  async write(
    em: EntityManager,
    actor: Actor,
    { wanted, reason }: Change,
    differences: readonly FrameworkDifference[],
    operation: 'EDIT_FRAMEWORK' | 'TRANSLATE' = 'EDIT_FRAMEWORK',
  ): Promise<void> {
    const changed = new Set(differences.map(({ object, code }) => `${object} ${code}`));
    await writeIndicators(
      em,
      wanted.indicators.filter(({ code }) => changed.has(`INDICATOR ${code}`)),
    );
    await writeActions(
      em,
      wanted.actions.filter(({ code }) => changed.has(`ACTION ${code}`)),
    );
    await upsertRows(
      em,
      ValidationRule,
      wanted.rules.filter(({ code }) => changed.has(`RULE ${code}`)),
      'NEW_VERSION',
    );
    const events = differences.map(({ object, code, change, fields }) => {
      const of = (side: 'before' | 'after') =>
        Object.fromEntries(fields.map((field) => [field.field, field[side]]));
      const before = change === 'ADDED' ? null : of('before');
      return { subject: `${object} ${code}`, before, after: of('after') };
    });
    await recordEvents(em, actor, operation, events);
    for (const difference of differences) await addNote(em, actor, difference, reason);
  }
}

/** One statement per table, however much changes. Every changed object gets a new version. */
async function writeIndicators(
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

async function writeActions(em: EntityManager, actions: readonly FrameworkAction[]): Promise<void> {
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

async function addNote(
  em: EntityManager,
  actor: Actor,
  difference: FrameworkDifference,
  reason: string | null | undefined,
): Promise<void> {
  const changed = reweighed(difference);
  if (changed === null) return;
  const { object, code } = difference;
  await em.insert(MethodNote, {
    ...(object === 'ACTION' ? { action: code } : { indicator: code }),
    reason: freeText(reason, 'reason') ?? '',
    before: changed.before,
    after: changed.after,
    author: actor.id,
  });
}

/** Problems with fields and elements that are in use. The database is only asked if the change touches something that can be locked. */
async function locked(
  em: EntityManager,
  document: FrameworkDocument,
  differences: readonly FrameworkDifference[],
): Promise<Problem[]> {
  const changes = lockedChanges(document, differences);
  const removed = removedElements(differences);
  if (changes.length === 0 && removed.length === 0) return [];
  const { released, elementsInUse } = await readInUse(em);
  return [
    ...changes
      .filter(({ code }) => released.has(code))
      .map(({ code, field, why }) => problem(why, field, { indicator: code })),
    ...removed
      .filter((code) => elementsInUse.has(code))
      .map((code) => problem('ELEMENT_IN_USE', 'elements', { text: code })),
  ];
}

async function unknownReferences(
  em: EntityManager,
  { indicators }: FrameworkDocument,
): Promise<Problem[]> {
  const named = indicators.flatMap(({ benchmarks, breaks }) => [
    ...benchmarks.map(({ source }) => ['sources', 'benchmarks', source] as const),
    ...breaks.map(({ source }) => ['sources', 'breaks', source] as const),
    ...breaks.map(({ area }) => ['areas', 'breaks', area] as const),
  ]);
  if (named.length === 0) return [];
  const known = await readReferences(em);
  return named.flatMap(([kind, field, name]) =>
    name === null || known[kind].has(name)
      ? []
      : [problem('UNKNOWN_REFERENCE', field, { text: name })],
  );
}

/** Asks for a reason if weights, roles or elements change, because actions are then judged differently. */
function unexplained(differences: readonly FrameworkDifference[]): Problem[] {
  const objects = new Set(
    differences.filter((one) => reweighed(one) !== null).map(({ object }) => object),
  );
  return [
    ...(objects.has('ACTION') ? [problem('WEIGHT_REASON_REQUIRED', 'reason')] : []),
    ...(objects.has('INDICATOR') ? [problem('ELEMENTS_REASON_REQUIRED', 'reason')] : []),
  ];
}

/** A problem with the code of its object instead of a position in the merged framework, which means nothing to the sender of a part. */
function named({ code, field, params }: FrameworkProblem, merged: FrameworkDocument): Problem {
  const [list, index, ...rest] = field.split('.');
  const object =
    list === 'actions' || list === 'indicators' || list === 'rules'
      ? merged[list][Number(index)]
      : undefined;
  return object === undefined
    ? problem(code, field, params)
    : problem(code, rest.join('.'), { object: object.code, ...params });
}
