// node main.ts [site] [area]
import { ask } from './ask.ts';
import { LevelsDocument } from './levels.generated.ts';
import { ValuesDocument, type ValuesQuery, type ValuesQueryVariables } from './values.generated.ts';

type Value = NonNullable<ValuesQuery['values']>['values'][number];

const [site = 'http://localhost:3000', area = 'KGZ'] = process.argv.slice(2);

/** All values of an area, page by page. Each page names the release of the first, so that none comes from another. */
async function valuesOf(from: number): Promise<Value[]> {
  const found: Value[] = [];
  let release: string | undefined;
  let after: string | null = null;
  do {
    const asked: ValuesQueryVariables = { lang: 'en', areas: [area], from, after, release };
    const { values }: ValuesQuery = await ask(site, ValuesDocument, asked);
    if (!values) throw new Error('Nothing has been released yet.');
    found.push(...values.values);
    release = values.release.number;
    after = values.next;
  } while (after !== null);
  return found;
}

const values = await valuesOf(2000);
process.stdout.write(`${String(values.length)} values of ${area}\n`);
for (const { indicator, year, value, obsStatus } of values.slice(0, 5))
  // a hidden value is no zero
  process.stdout.write(
    `${indicator} ${String(year)} ${obsStatus === 'Q' ? 'hidden' : (value ?? 'missing')}\n`,
  );

const { scorecard } = await ask(site, LevelsDocument, { lang: 'en', area });
for (const { action, cells } of scorecard?.rows ?? [])
  for (const { level } of cells)
    process.stdout.write(`${action.code} ${level.word} ${String(level.percent ?? '–')}\n`);
