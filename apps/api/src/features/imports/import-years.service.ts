import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { grantProblem, MAX_GRANT_DAYS } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { preferSets } from '../../database/planning.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { openCells } from '../observations/open-cells.ts';
import { findJob, type ImportJob, leavesNothing } from './import-job.store.ts';
import { closedCellsOf, freeDraftsOf, leftOutOf, returnsOf } from './import-row.store.ts';
import { ImportsService } from './imports.service.ts';
import type {
  ImportDrafts,
  ImportLeftOut,
  ImportYear,
  OpenImportYearsInput,
} from './imports.type.ts';

/** What a file of many years stores in each year and what it leaves out; and reopening its closed years. */
@Injectable()
export class ImportYearsService {
  constructor(
    private readonly em: EntityManager,
    private readonly imports: ImportsService,
    private readonly change: DeskChange,
  ) {}

  leftOut(id: string): Promise<ImportLeftOut[]> {
    return leftOutOf(this.em, id);
  }

  /** How many of its values are not handed in yet, by the cycle that takes them. None as long as something of the file is left to be stored. */
  async drafts(id: string): Promise<ImportDrafts[]> {
    const job = await findJob(this.em, id);
    if (job === null || !leavesNothing(job)) return [];
    const cycleOf = new Map((await returnsOf(this.em, id)).map(({ year, cycle }) => [year, cycle]));
    const rows = await this.em.fork().transactional(async (em) => {
      await preferSets(em);
      return db(em)
        .selectFrom(freeDraftsOf(em, job, [...cycleOf.keys()]).as('d'))
        .innerJoin('work.observation as o', 'o.id', 'd.id')
        .select('o.year')
        .select(({ fn }) => fn.countAll<number>().as('values'))
        .groupBy('o.year')
        .execute();
    });
    const cycles = Map.groupBy(rows, ({ year }) => job.cycle ?? cycleOf.get(year) ?? null);
    return [...cycles].flatMap(([cycle, own]) =>
      cycle === null ? [] : [{ cycle, values: own.reduce((sum, { values }) => sum + values, 0) }],
    );
  }

  /** Each year with the cycle it is submitted with, and how many of its cells wait for an officer to reopen them. */
  async years(id: string): Promise<ImportYear[]> {
    const taken = await returnsOf(this.em, id);
    const closed = await closedCellsOf(this.em, id);
    const years = new Set([...taken, ...closed].map(({ year }) => year));
    return [...years].toSorted().map((year) => {
      const own = taken.find((one) => one.year === year);
      const waiting = closed.filter((one) => one.year === year);
      const cells = waiting.reduce((sum, one) => sum + one.cells, 0);
      return { year, values: own?.values ?? 0, cycle: own?.cycle ?? null, closed: cells };
    });
  }

  /** Reopens all closed cells that a file has values for, for its sender, in one step; then the file is checked again. */
  async open(
    actor: Actor,
    input: OpenImportYearsInput,
  ): Promise<{ job: ImportJob; problems: Problem[] }> {
    const { job: id, until } = input;
    const job = await findJob(this.em, id);
    permit(actor, 'GRANT_REOPEN', { area: job?.area });
    if (job === null) throw new ApiError('NOT_FOUND');
    const { area, sender, fileName } = job;
    const { problems } = await this.change.run(actor, 'GRANT_REOPEN', input, async (em) => {
      const wrong = grantProblem({ until, now: new Date() });
      if (wrong !== null) throw refused(wrong, 'until', { max: MAX_GRANT_DAYS });
      const cells = await closedCellsOf(em, id);
      if (cells.length === 0) throw refused('NOTHING_CLOSED');
      if (sender === actor.id) throw refused('OWN_FILE');
      const given = { person: sender, reason: fileName, decidedBy: actor.id, until };
      await openCells(em, area, cells, given);
      const years = [...new Set(cells.map(({ year }) => year))].join(', ');
      const after = { person: sender, until, years };
      await recordEvent(em, actor, 'GRANT_REOPEN', id, { area, after });
      return id;
    });
    if (problems.length === 0) {
      const { checked } = await this.imports.reread(sender, id, {
        columns: null,
        codes: undefined,
      });
      await checked;
    }
    return { job: await this.imports.job(actor, id), problems };
  }
}
