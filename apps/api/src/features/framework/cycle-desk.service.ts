import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { checkCycleDates, isYear } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { assignmentProblems } from './assignment-problems.ts';
import { CycleDeskReader } from './cycle-desk.reader.ts';
import type { CycleDesk, CyclePayload, ReportingCycle } from './cycle-desk.type.ts';
import type { AssignInput, SaveCycleInput } from './framework.input.ts';

@Injectable()
export class CycleDeskService {
  constructor(
    private readonly em: EntityManager,
    private readonly desk: DeskChange,
    private readonly reader: CycleDeskReader,
    private readonly audit: AuditService,
  ) {}

  async read(actor: Actor, lang: Language): Promise<CycleDesk> {
    permit(actor, 'READ_FRAMEWORK', {});
    return {
      cycles: await this.reader.cycles(this.em),
      areas: await this.reader.areas(this.em, lang),
      organisations: await this.reader.organisations(this.em, lang),
    };
  }

  async save(actor: Actor, input: SaveCycleInput): Promise<CyclePayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { problems } = await this.desk.run(actor, 'EDIT_FRAMEWORK', input, async (em) => {
      const { year } = input;
      const wrong = cycleProblems(input);
      if (wrong.length > 0) throw new Refused(...wrong);
      const before = await this.lock(em, year, input.expectedVersion);
      if (before === null) await this.create(em, input);
      else await this.update(em, input);
      await this.audit.record(em, actor, 'EDIT_FRAMEWORK', `CYCLE ${year}`, {
        before: before && datesOf(before),
        after: datesOf(input),
      });
      return year;
    });
    return { cycle: await this.reader.cycle(this.em, input.year), problems };
  }

  /** Any number of cells in one statement each way; all of them or none. */
  async assign(actor: Actor, input: AssignInput): Promise<CyclePayload> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { cycle, assignments } = input;
    const { problems } = await this.desk.run(actor, 'EDIT_FRAMEWORK', input, async (em) => {
      const before = await this.lock(em, cycle, input.expectedVersion);
      if (before === null) throw new Refused(problem('UNKNOWN_CYCLE', 'cycle', { cycle }));
      const wrong = await assignmentProblems(em, cycle, assignments);
      if (wrong.length > 0) throw new Refused(...wrong);
      const cells = JSON.stringify(assignments);
      await em.execute(
        `delete from work.assignment s using jsonb_to_recordset(?::jsonb) as w (indicator text, area text, organisation text)
         where s.cycle = ? and s.indicator = w.indicator and s.area = w.area and w.organisation is null`,
        [cells, cycle],
      );
      await em.execute(
        `insert into work.assignment (cycle, indicator, area, organisation)
         select ?, w.indicator, w.area, o.id
         from jsonb_to_recordset(?::jsonb) as w (indicator text, area text, organisation text)
           join work.organisation o on o.code = w.organisation
         on conflict (cycle, area, indicator) do update set organisation = excluded.organisation`,
        [cycle, cells],
      );
      await em.execute(`update work.cycle set version = version + 1 where year = ?`, [cycle]);
      const touched = ({ indicator, area }: { indicator: string; area: string }) =>
        assignments.some((one) => one.indicator === indicator && one.area === area);
      await this.audit.record(em, actor, 'EDIT_FRAMEWORK', `ASSIGNMENTS ${cycle}`, {
        before: { assignments: before.assignments.filter(touched) },
        after: { assignments },
      });
      return cycle;
    });
    return { cycle: await this.reader.cycle(this.em, cycle), problems };
  }

  /** Changes of one cycle queue here; of one that is not there yet, at its key. */
  private async lock(
    em: EntityManager,
    year: number,
    expected: number,
  ): Promise<ReportingCycle | null> {
    await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`cycle ${year}`]);
    const found = await this.reader.cycle(em, year);
    const subjects = [`CYCLE ${year}`, `ASSIGNMENTS ${year}`];
    expectVersion({ found: found?.version ?? 0, expected }, subjects);
    return found;
  }

  private async create(em: EntityManager, input: SaveCycleInput): Promise<void> {
    const { year, opensOn, dueOn, closesOn, closed, assignmentsOf } = input;
    await em.execute(
      `insert into work.cycle (year, opens_on, due_on, closes_on, closed_at)
       values (?, ?, ?, ?, case when ? then now() end)`,
      [year, opensOn, dueOn, closesOn, closed],
    );
    await em.execute(
      `insert into work.assignment (cycle, indicator, area, organisation)
       select ?, indicator, area, organisation from work.assignment where cycle = ?::int`,
      [year, assignmentsOf ?? null],
    );
  }

  private async update(em: EntityManager, input: SaveCycleInput): Promise<void> {
    const { year, opensOn, dueOn, closesOn, closed } = input;
    await em.execute(
      `update work.cycle set version = version + 1, opens_on = ?, due_on = ?, closes_on = ?,
         closed_at = case when ? then coalesce(closed_at, now()) end
       where year = ?`,
      [opensOn, dueOn, closesOn, closed, year],
    );
  }
}

function cycleProblems(input: SaveCycleInput): Problem[] {
  if (!isYear(input.year)) {
    return [problem('YEAR_OUT_OF_RANGE', 'year')];
  }
  return checkCycleDates(input).map(({ code, field, params }) => problem(code, field, params));
}

function datesOf({ opensOn, dueOn, closesOn, closed }: SaveCycleInput | ReportingCycle): object {
  return { opensOn, dueOn, closesOn, closed };
}
