import { fieldOf } from './columns.ts';
import type { ReadOptions } from './format.ts';

const BY = /^(.{3,200}?) (?:by|по) (.{1,200})$/iu;

/** What a title names: PxWeb adds the variables of its table, “Protection orders issued by Country, Sex and Year”. */
export function titleOf(title: string, { isIndicator }: Pick<ReadOptions, 'isIndicator'>): string {
  if (isIndicator(title)) return title;
  const [, name = '', variables = ''] = BY.exec(title.trim()) ?? [];
  const isOfTable = variables
    .split(/,| and | и /u)
    .every((variable) => fieldOf(variable.trim()) !== null);
  return isOfTable && isIndicator(name) ? name : title;
}
