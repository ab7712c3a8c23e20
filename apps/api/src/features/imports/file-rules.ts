import type { EntityManager } from '@mikro-orm/postgresql';
import { brokenRules, namedIn } from '@qadam/domain';
import { activeRules, figuresOf } from '../observations/rules.reader.ts';
import type { ImportJob } from './import-job.store.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { totalsOf } from './file-cells.reader.ts';

/**
 * The validation rules that would be broken after the import, comparing the file's values and, for other cells, the saved ones. Each rule is
 * reported once per year, at the first row that it compares. Only a warning: such errors stop a submission, not a draft. Three
 * SQL statements, however long the file is.
 */
export async function brokenInFile(
  em: EntityManager,
  { job, area, lang }: Pick<ImportJob, 'job' | 'area' | 'lang'>,
): Promise<ImportProblem[]> {
  const rules = await activeRules(em, lang ?? 'en');
  const named = [...new Set(rules.flatMap(namedIn))];
  if (named.length === 0) return [];
  const told = await totalsOf(em, job, named);
  const years = [...new Set(told.flatMap(({ year }) => year ?? []))];
  const saved = await figuresOf(em, named, { areas: [area], years });
  const keyOf = (year: number | null, indicator: string) => `${String(year)} ${indicator}`;
  const known = new Map(saved.map((one) => [keyOf(one.year, one.indicator), one]));
  const rows = new Map(told.map((one) => [keyOf(one.year, one.indicator), one]));
  const found = new Map<string, ImportProblem>();
  for (const { year, indicator, line, ...own } of told) {
    const beside = (code: string) => rows.get(keyOf(year, code)) ?? known.get(keyOf(year, code));
    for (const { code, params, rule } of brokenRules(own, {
      indicator,
      rules,
      figuresOf: beside,
    })) {
      const key = `${String(year)} ${rule}`;
      const place = { row: line, column: indicator };
      if (!found.has(key)) found.set(key, importProblem('WARN', code, place, params));
    }
  }
  return [...found.values()];
}
