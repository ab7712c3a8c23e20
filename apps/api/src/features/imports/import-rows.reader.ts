import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ImportJobStore, type StoredRow } from './import-job.store.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Query } from './read-upload.ts';

export interface RowsPage {
  rows: StoredRow[];
  /** There are more behind them. */
  more: boolean;
}

const PAGE = 100;
const VERDICTS = ['NEW', 'CHANGED', 'SAME', 'REJECTED'] as const;
const SEVERITIES = ['OK', 'WARN', 'ERROR'] as const;

@Injectable()
export class ImportRowsReader {
  constructor(
    private readonly em: EntityManager,
    private readonly jobs: ImportJobStore,
  ) {}

  async page(job: string, query: Query): Promise<RowsPage> {
    const offset = /^\d{1,6}$/.test(String(query['offset'])) ? Number(query['offset']) : 0;
    const rows = await this.jobs.rows(this.em, job, {
      verdict: VERDICTS.find((verdict) => verdict === query['verdict']) ?? null,
      severity: SEVERITIES.find((severity) => severity === query['severity']) ?? null,
      offset,
      limit: PAGE + 1,
    });
    return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
  }

  /** In the order of the file; red rows come with the yellow ones. */
  async problems(job: string, limit: number): Promise<ImportProblem[]> {
    const rows = await this.jobs.rows(this.em, job, { troubled: true, offset: 0, limit });
    return rows.flatMap(({ problems }) => problems).slice(0, limit);
  }
}
