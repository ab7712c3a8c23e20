import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../graphql/enums.ts';
import type { LocalText } from '../../graphql/local-text.type.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { nameOf } from '../observations/part-name.ts';
import { type StoredRow, readRows } from './import-row.store.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Query } from './read-upload.ts';

/** `name`: of its indicator and part, where it was found out what the row is about. */
interface NamedRow extends StoredRow {
  name: LocalText | null;
}

export interface RowsPage {
  rows: NamedRow[];
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
    private readonly indicators: IndicatorReader,
  ) {}

  async page(job: string, query: Query, lang: Language): Promise<RowsPage> {
    const offset = /^\d{1,6}$/.test(String(query['offset'])) ? Number(query['offset']) : 0;
    const rows = await readRows(this.em, job, {
      verdict: VERDICTS.find((verdict) => verdict === query['verdict']) ?? null,
      severity: SEVERITIES.find((severity) => severity === query['severity']) ?? null,
      offset,
      limit: PAGE + 1,
    });
    return { rows: await this.named(rows.slice(0, PAGE), lang), more: rows.length > PAGE };
  }

  private async named(rows: readonly StoredRow[], lang: Language): Promise<NamedRow[]> {
    const codes = new Set(rows.flatMap(({ cell }) => cell?.indicator ?? []));
    const found = await this.indicators.byCodes(this.em, [...codes]);
    const indicators = new Map(found.map((indicator) => [indicator.code, indicator]));
    return rows.map((row) => {
      const indicator = indicators.get(row.cell?.indicator ?? '');
      const name = row.cell && indicator ? nameOf(indicator, row.cell.part, lang) : null;
      return { ...row, name };
    });
  }

  /** In the order of the file; red rows come with the yellow ones. */
  async problems(job: string, limit: number): Promise<ImportProblem[]> {
    const rows = await readRows(this.em, job, { troubled: true, offset: 0, limit });
    return rows.flatMap(({ problems }) => problems).slice(0, limit);
  }
}
