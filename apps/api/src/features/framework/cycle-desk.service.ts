import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkCycleDates, isWithin, isYear } from '@qadam/domain';
import { sql } from 'kysely';
import { isFilled } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { now, rowsAs } from '../../database/expressions.ts';
import { holdNamedLock } from '../../database/locks.ts';
import { wholeAtDesk } from '../../database/standing.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { personStaying } from '../cycles/assignee.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { noticesTo } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { readAreas, readCycle, readCycles, readOrganisations } from './cycle-desk.reader.ts';
import { consequencesOf } from './cycle-consequences.ts';
import type {
  CycleConsequence,
  CycleDesk,
  CyclePayload,
  ReportingCycle,
} from './cycle-desk.type.ts';
import type {
  AssignInput,
  AssignmentInput,
  CycleCalendarInput,
  SaveCycleInput,
} from './framework.input.ts';

const ASSIGNED = { indicator: 'text', area: 'text', organisation: 'text' } as const;

@Injectable()
export class CycleDeskService {
  constructor(
    private readonly em: EntityManager,
    private readonly desk: DeskChange,
    private readonly outbox: OutboxStore,
  ) {}

  async read(actor: Actor, lang: Language): Promise<CycleDesk> {
    permit(actor, 'READ_FRAMEWORK', {});
    return {
      cycles: await wholeAtDesk(() => readCycles(this.em)),
      areas: await readAreas(this.em, lang),
      organisations: await readOrganisations(this.em, lang),
    };
  }

  /** What saving other dates would mean for each country, shown before it is done. */
  async consequences(
    actor: Actor,
    { year, ...after }: CycleCalendarInput,
    lang: Language,
  ): Promise<CycleConsequence[]> {
    const areas = permitAreas(actor, 'READ_FRAMEWORK');
    const before = await readCycle(this.em, year);
    if (before === null) throw new ApiError('NOT_FOUND');
    // impossible dates are refused when they are saved
    if (checkCycleDates(after).length > 0) return [];
    const found = await consequencesOf(this.em, year, before, after);
    const shown = found.filter(({ area }) => isWithin(areas, area));
    return shown.map(({ areaNames, readers, ...area }) => ({
      ...area,
      areaName: pickText(areaNames, lang),
      people: readers.length,
    }));
  }

  async save(actor: Actor, input: SaveCycleInput): Promise<CyclePayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { problems } = await this.desk.run(actor, 'EDIT_FRAMEWORK', input, async (em) => {
      const { year } = input;
      const wrong = isYear(year)
        ? checkCycleDates(input).map(({ code, field, params }) => problem(code, field, params))
        : [problem('YEAR_OUT_OF_RANGE', 'year')];
      if (wrong.length > 0) throw new ProblemError(...wrong);
      const before = await this.lock(em, year, input.expectedVersion);
      if (before === null) await create(em, input);
      else await update(em, input);
      await recordEvent(em, actor, 'EDIT_FRAMEWORK', `CYCLE ${year}`, {
        before: before && datesOf(before),
        after: datesOf(input),
      });
      if (before !== null) await this.tell(em, before, input);
      return year;
    });
    return { cycle: await readCycle(this.em, input.year), problems };
  }

  /** Writes a mail to everybody who reports in the cycle, in the transaction that moves its dates. */
  private async tell(em: EntityManager, before: ReportingCycle, after: SaveCycleInput) {
    const { year: cycle, dueOn, closesOn } = after;
    const found = await consequencesOf(em, cycle, before, after);
    const notices = found.flatMap(({ area, areaNames, readers, after: becomes }) =>
      noticesTo(readers, `deadline:${area}:${String(cycle)}:${String(before.version + 1)}`, {
        ...({ kind: 'DEADLINE', area, areaNames, cycle, dueOn, closesOn } as const),
        closed: becomes === 'OVER',
      }),
    );
    await this.outbox.add(em, notices, new Date());
  }

  /** Changes any number of assignments, with one statement to delete and one to insert; all of them or none. */
  async assign(actor: Actor, input: AssignInput): Promise<CyclePayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { cycle, assignments } = input;
    const { problems } = await this.desk.run(actor, 'EDIT_FRAMEWORK', input, async (em) => {
      const before = await this.lock(em, cycle, input.expectedVersion);
      if (before === null) throw refused('UNKNOWN_CYCLE', 'cycle', { cycle });
      const wrong = await assignmentProblems(em, cycle, assignments);
      if (wrong.length > 0) throw new ProblemError(...wrong);
      const cells = rowsAs('w', ASSIGNED, assignments);
      await db(em)
        .deleteFrom('work.assignment as s')
        .using(cells)
        .whereRef('s.indicator', '=', 'w.indicator')
        .whereRef('s.area', '=', 'w.area')
        .where('s.cycle', '=', cycle)
        .where('w.organisation', 'is', null)
        .execute();
      await db(em)
        .insertInto('work.assignment')
        .columns(['cycle', 'indicator', 'area', 'organisation'])
        .expression((eb) =>
          eb
            .selectFrom(cells)
            .innerJoin('work.organisation as o', 'o.code', 'w.organisation')
            .select([eb.lit(cycle).as('cycle'), 'w.indicator', 'w.area', 'o.id']),
        )
        .onConflict((on) =>
          on.columns(['cycle', 'area', 'indicator']).doUpdateSet((eb) => ({
            organisation: eb.ref('excluded.organisation'),
            person: personStaying('work.assignment', sql.ref('excluded.organisation')),
          })),
        )
        .execute();
      await db(em)
        .updateTable('work.cycle')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('year', '=', cycle)
        .execute();
      const touched = ({ indicator, area }: { indicator: string; area: string }) =>
        assignments.some((one) => one.indicator === indicator && one.area === area);
      await recordEvent(em, actor, 'EDIT_FRAMEWORK', `ASSIGNMENTS ${cycle}`, {
        before: { assignments: before.assignments.filter(touched) },
        after: { assignments },
      });
      return cycle;
    });
    return { cycle: await readCycle(this.em, cycle), problems };
  }

  /** Changes of one cycle wait for each other here. The lock is on the year, so it also works for a cycle that does not exist yet. */
  private async lock(
    em: EntityManager,
    year: number,
    expected: number,
  ): Promise<ReportingCycle | null> {
    await holdNamedLock(em, `cycle ${String(year)}`);
    const found = await readCycle(em, year);
    const subjects = [`CYCLE ${year}`, `ASSIGNMENTS ${year}`];
    expectVersion({ found: found?.version ?? 0, expected }, subjects);
    return found;
  }
}

/**
 * Why the assignments are not possible. A regional indicator is reported by the four countries together, others by each
 * country; an organisation reports for its own area; a filled-in cell must keep an organisation that answers for it.
 */
async function assignmentProblems(
  em: EntityManager,
  cycle: number,
  assignments: readonly AssignmentInput[],
): Promise<Problem[]> {
  const keys = assignments.map(({ indicator, area }) => `${indicator} ${area}`);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined) return [problem('DUPLICATE_CODE', 'assignments', { text: repeated })];
  const rows = await db(em)
    .selectFrom(rowsAs('w', ASSIGNED, assignments))
    .leftJoin('work.indicator as i', 'i.code', 'w.indicator')
    .leftJoin('work.area as a', 'a.code', 'w.area')
    .leftJoin('work.organisation as o', 'o.code', 'w.organisation')
    .select(['w.indicator', 'w.area', 'w.organisation', 'i.scope', 'a.kind'])
    .select(['o.id as known', 'o.area as ofArea'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('work.observation as v')
            .whereRef('v.indicator', '=', 'w.indicator')
            .whereRef('v.area', '=', 'w.area')
            .where('v.year', '=', cycle)
            .where(isFilled('v')),
        )
        .as('filled'),
    )
    .execute();
  return rows.flatMap(({ indicator, area, organisation, ...row }) => {
    const cell = { indicator, area };
    const { scope, kind } = row;
    if (scope === null || kind === null || (scope === 'REGION') !== (kind === 'GROUP'))
      return [problem('WRONG_SCOPE', 'assignments', cell)];
    if (organisation == null)
      return row.filled ? [problem('ASSIGNMENT_IN_USE', 'assignments', cell)] : [];
    if (row.known === null)
      return [problem('UNKNOWN_REFERENCE', 'assignments', { text: organisation })];
    return row.ofArea !== null && row.ofArea !== area
      ? [problem('WRONG_ORGANISATION', 'assignments', { ...cell, key: organisation })]
      : [];
  });
}

async function create(em: EntityManager, input: SaveCycleInput): Promise<void> {
  const { year, closed, assignmentsOf } = input;
  await db(em)
    .insertInto('work.cycle')
    .values({ year, ...columnsOf(input), closed_at: closed ? now : null })
    .execute();
  await db(em)
    .insertInto('work.assignment')
    .columns(['cycle', 'indicator', 'area', 'organisation', 'person'])
    .expression((eb) =>
      eb
        .selectFrom('work.assignment')
        .select([eb.lit(year).as('cycle'), 'indicator', 'area', 'organisation', 'person'])
        .where('cycle', '=', assignmentsOf ?? null),
    )
    .execute();
}

async function update(em: EntityManager, input: SaveCycleInput): Promise<void> {
  await db(em)
    .updateTable('work.cycle')
    .set((eb) => ({
      ...columnsOf(input),
      version: eb('version', '+', 1),
      closed_at: input.closed ? eb.fn.coalesce('closed_at', now) : null,
    }))
    .where('year', '=', input.year)
    .execute();
}

const columnsOf = ({ opensOn, dueOn, closesOn }: SaveCycleInput) => ({
  opens_on: opensOn,
  due_on: dueOn,
  closes_on: closesOn,
});

function datesOf({ opensOn, dueOn, closesOn, closed }: SaveCycleInput | ReportingCycle): object {
  return { opensOn, dueOn, closesOn, closed };
}
