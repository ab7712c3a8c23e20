import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../graphql/access.ts';
import { ProblemError, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import type { Tell } from '../desk-changes/changes-under-way.ts';
import type { Outcome } from '../desk-changes/desk-change.ts';
import { type CellChange, CellSaver } from '../observations/cell-saver.ts';
import { changesOf, firstSavesOf, pagesOf } from './committed-rows.reader.ts';
import { remember, shapeOf } from './file-shape.store.ts';
import { findJob, lockJob, markCommitted } from './import-job.store.ts';
import { yearsOf } from './import-row.store.ts';

/** Stores what a checked file brings: all of it in one transaction, or nothing. */
@Injectable()
export class CommitImportService {
  constructor(
    private readonly em: EntityManager,
    private readonly saver: CellSaver,
  ) {}

  /** A job that is already committed stays as it is. */
  async commit(actor: Actor, seen: SeenCheck, tell: Tell): Promise<Outcome<true>> {
    try {
      await this.em.fork().transactional((em) => this.commitIn(em, actor, seen, tell));
      return { done: true, problems: [] };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const problems = error.problems.map(({ code, field, params }) => ({
        code: code === 'VERSION_CONFLICT' ? 'CHANGED_SINCE_CHECK' : code,
        ...{ field, params },
      }));
      return { done: null, problems };
    }
  }

  private async commitIn(
    em: EntityManager,
    actor: Actor,
    { id, checkedAt }: SeenCheck,
    tell: Tell,
  ): Promise<void> {
    await lockJob(em, id);
    const job = await findJob(em, id);
    if (job === null || job.state === 'COMMITTED') return;
    const { summary, area, cycle, format, sender } = job;
    if (job.state !== 'CHECKED' || summary === null) throw refused('NOT_CHECKED');
    if (checkedAt !== null && checkedAt !== job.checkedAt) throw refused('IMPORT_CHANGED');
    const inFile = job.fileProblems.filter(({ severity }) => severity === 'ERROR').length;
    const count = summary.errors + inFile;
    if (count > 0) throw refused('HAS_ERRORS', null, { count });
    const { new: added, changed } = summary;
    const values = added + changed;
    if (values > 0) {
      let stored = 0;
      const add = (more: number) => {
        stored += more;
        tell('STORING', stored, values);
      };
      add(0);
      for (const { year, indicators } of await yearsOf(em, id)) {
        const frame = { area, year, indicator: null };
        const cells = await this.saver.open(em, actor, frame, 'IMPORT');
        for (const page of await pagesOf(em, id, year)) {
          const firstSaves = firstSavesOf(em, id, page);
          const begun = await cells.begin(firstSaves, indicators, cycle === null);
          add(begun);
          const left = begun > 0 ? (['CHANGED'] as const) : (['NEW', 'CHANGED'] as const);
          for await (const changes of changesOf(em, id, page, left)) {
            await cells.save(cycle === null ? changes.map(corrected) : changes);
            add(changes.length);
          }
        }
      }
      await recordEvent(em, actor, 'COMMIT_IMPORT', id, {
        area,
        after: {
          ...{ cycle, format, new: added, changed },
          ...(actor.token && { token: actor.token }),
          ...(sender !== actor.id && { sender }),
        },
      });
    }
    await remember(em, job, shapeOf(job.columns), job);
    await markCommitted(em, id);
  }
}

/** A file, and when it was checked as the person saw it; null if that is not said. */
interface SeenCheck {
  id: string;
  checkedAt: string | null;
}

/** When an office sends its years again, its figures for published cells are newer ones. */
const corrected = (change: CellChange): CellChange => ({ ...change, reason: 'NEW_SOURCE' });
