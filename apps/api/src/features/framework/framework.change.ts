import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  checkFramework,
  diffFramework,
  type FrameworkDifference,
  type FrameworkDocument,
  type FrameworkProblem,
  overlayFramework,
  reweighed,
  SharedCounts,
} from '@qadam/domain';
import { holdLock } from '../../database/locks.ts';
import type { Actor } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { Refused } from '../../graphql/refused.ts';
import { freeText } from '../../graphql/free-text.ts';
import { type CurrentFramework, FrameworkReader } from './framework.reader.ts';
import { FrameworkStore } from './framework.store.ts';

/** What released values were measured as: with another kind or unit they would be other values. */
const LOCKED = new Set(['kind', 'scope', 'unit', 'multiplier']);

/** Links between counts: once released they stay, since what they protect was planned together. */
const LINKS = new Set(['numeratorOf', 'denominatorOf']);

/** By what released small counts are hidden: control may become stricter, never less strict, or they would be shown. */
const GUARDED: Record<string, (before: unknown, after: unknown) => boolean> = {
  sensitive: (before) => before === true,
  thresholdBase: (before, after) => Number(after) < Number(before),
  thresholdDetailed: (before, after) => Number(after) < Number(before),
  valueType: (before) => before === 'CUMULATIVE',
  centresIn: (before) => before !== null,
};

export interface Change {
  wanted: FrameworkDocument;
  reason: string | null | undefined;
}

/** The one door for changes of the framework, of one object at a desk or of all by a document. */
@Injectable()
export class FrameworkChange {
  constructor(
    private readonly reader: FrameworkReader,
    private readonly store: FrameworkStore,
    private readonly audit: AuditService,
  ) {}

  /** Changes of the framework queue here, so that each is judged against what really is. */
  async lock(em: EntityManager): Promise<CurrentFramework> {
    await holdLock(em, 'FRAMEWORK');
    return this.reader.current(em);
  }

  /** What would change; refused where it must not. Nothing is written. */
  async judge(
    em: EntityManager,
    { document }: CurrentFramework,
    { wanted, reason }: Change,
  ): Promise<FrameworkDifference[]> {
    const differences = diffFramework(document, wanted);
    const merged = overlayFramework(document, wanted);
    const problems = [
      ...checkFramework(merged).map((found) => named(found, merged)),
      ...(await this.unknownReferences(em, wanted)),
      ...(await this.locked(em, document, differences)),
      ...(freeText(reason, 'reason') === null ? unexplained(differences) : []),
    ];
    if (problems.length > 0) throw new Refused(...problems);
    return differences;
  }

  /** In the caller's transaction, which holds the lock. */
  async write(
    em: EntityManager,
    actor: Actor,
    { wanted, reason }: Change,
    differences: readonly FrameworkDifference[],
    operation: 'EDIT_FRAMEWORK' | 'TRANSLATE' = 'EDIT_FRAMEWORK',
  ): Promise<void> {
    const changed = new Set(differences.map(({ object, code }) => `${object} ${code}`));
    await this.store.writeIndicators(
      em,
      wanted.indicators.filter(({ code }) => changed.has(`INDICATOR ${code}`)),
    );
    await this.store.writeActions(
      em,
      wanted.actions.filter(({ code }) => changed.has(`ACTION ${code}`)),
    );
    const events = differences.map(({ object, code, change, fields }) => {
      const of = (side: 'before' | 'after') =>
        Object.fromEntries(fields.map((field) => [field.field, field[side]]));
      const before = change === 'ADDED' ? null : of('before');
      return { subject: `${object} ${code}`, before, after: of('after') };
    });
    await this.audit.recordAll(em, actor, operation, events);
    for (const difference of differences) await this.note(em, actor, difference, reason);
  }

  private async note(
    em: EntityManager,
    actor: Actor,
    difference: FrameworkDifference,
    reason: string | null | undefined,
  ): Promise<void> {
    const changed = reweighed(difference);
    if (changed === null) return;
    const on = difference.object === 'ACTION' ? 'action' : 'indicator';
    await em.execute(
      `insert into work.method_note (${on}, reason, before, after, author) values (?, ?, ?::jsonb, ?::jsonb, ?)`,
      [
        difference.code,
        freeText(reason, 'reason'),
        JSON.stringify(changed.before),
        JSON.stringify(changed.after),
        actor.id,
      ],
    );
  }

  private async locked(
    em: EntityManager,
    document: FrameworkDocument,
    differences: readonly FrameworkDifference[],
  ): Promise<Problem[]> {
    const shared = new SharedCounts(document.indicators);
    const isUntied = (field: string, before: unknown) =>
      LINKS.has(field) && typeof before === 'string' && shared.isCount(before);
    const touched = differences.flatMap(({ object, code, change, fields }) =>
      object === 'INDICATOR' && change === 'CHANGED'
        ? fields
            .filter(
              ({ field, before, after }) =>
                LOCKED.has(field) || GUARDED[field]?.(before, after) || isUntied(field, before),
            )
            .map(({ field }) => ({
              code,
              field,
              why: LOCKED.has(field)
                ? ('LOCKED_BY_RELEASE' as const)
                : ('CONTROL_STAYS_STRICT' as const),
            }))
        : [],
    );
    const removed = differences.flatMap(removedElements);
    if (touched.length === 0 && removed.length === 0) return [];
    const { released, elementsInUse } = await this.reader.inUse(em);
    return [
      ...touched
        .filter(({ code }) => released.has(code))
        .map(({ code, field, why }) => problem(why, field, { indicator: code })),
      ...removed
        .filter((code) => elementsInUse.has(code))
        .map((code) => problem('ELEMENT_IN_USE', 'elements', { text: code })),
    ];
  }

  private async unknownReferences(
    em: EntityManager,
    { indicators }: FrameworkDocument,
  ): Promise<Problem[]> {
    const named = indicators.flatMap(({ benchmarks, breaks }) => [
      ...benchmarks.map(({ source }) => ['sources', 'benchmarks', source] as const),
      ...breaks.map(({ source }) => ['sources', 'breaks', source] as const),
      ...breaks.map(({ area }) => ['areas', 'breaks', area] as const),
    ]);
    if (named.length === 0) return [];
    const known = await this.reader.references(em);
    return named.flatMap(([kind, field, name]) =>
      name === null || known[kind].has(name)
        ? []
        : [problem('UNKNOWN_REFERENCE', field, { text: name })],
    );
  }
}

/** What is judged otherwise from now on is so for a reason. */
function unexplained(differences: readonly FrameworkDifference[]): Problem[] {
  const objects = new Set(
    differences.filter((one) => reweighed(one) !== null).map(({ object }) => object),
  );
  return [
    ...(objects.has('ACTION') ? [problem('WEIGHT_REASON_REQUIRED', 'reason')] : []),
    ...(objects.has('INDICATOR') ? [problem('ELEMENTS_REASON_REQUIRED', 'reason')] : []),
  ];
}

/** Codes that a law no longer has; another code is another element. */
function removedElements({ object, change, fields }: FrameworkDifference): string[] {
  const elements = fields.find(({ field }) => field === 'elements');
  if (object !== 'INDICATOR' || change === 'ADDED' || elements === undefined) return [];
  const codesOf = (side: unknown) => (side as { code: string }[]).map(({ code }) => code);
  const kept = new Set(codesOf(elements.after));
  return codesOf(elements.before).filter((code) => !kept.has(code));
}

/** Places of the merged framework mean nothing to who sent a part of it: codes do. */
function named({ code, field, params }: FrameworkProblem, merged: FrameworkDocument): Problem {
  const [list, index, ...rest] = field.split('.');
  const object =
    list === 'actions' || list === 'indicators' ? merged[list][Number(index)] : undefined;
  return object === undefined
    ? problem(code, field, params)
    : problem(code, rest.join('.'), { object: object.code, ...params });
}
