import { parseArgs } from 'node:util';
import type { MikroORM } from '@mikro-orm/postgresql';
import { ReleasesService, type Preview } from '../features/releases/releases.service.ts';
import { CommandFailed, UsageError } from './usage.ts';

export async function releaseCommand(orm: MikroORM, args: string[]): Promise<void> {
  const [verb, ...rest] = args;
  const { values } = parseArgs({
    args: rest,
    options: {
      'as-of': { type: 'string' },
      annual: { type: 'boolean', default: false },
      note: { type: 'string', default: '' },
    },
  });
  const asOfYear = Number(values['as-of']);
  if (!Number.isInteger(asOfYear)) throw new UsageError('release needs --as-of <year>.');
  const releases = new ReleasesService(orm.em.fork());
  const request = { asOfYear, annual: values.annual };
  if (verb === 'preview') {
    console.log(await releases.previewUnattended(request, describe));
    return;
  }
  if (verb !== 'publish') throw new UsageError(`release ${verb ?? ''}: preview or publish.`);
  const { number, problems } = await releases.publishUnattended({
    ...request,
    note: { en: values.note },
  });
  if (problems.length > 0)
    throw new CommandFailed(`Not published:\n${JSON.stringify(problems, null, 2)}`);
  console.log(`Published ${number ?? ''}.`);
}

function describe(preview: Preview): string {
  const { candidate, diff, problems } = preview;
  const { hidden, held, withheld } = candidate.disclosure;
  return [
    `Release ${preview.number}, as of ${String(candidate.asOfYear)}: ${String(preview.values)} values, ${String(preview.newlyApproved)} newly approved`,
    ...Object.entries(diff.counts).map(([name, count]) => `  ${name} ${String(count)}`),
    `  hidden cells ${String(hidden.length)}, held tables ${String(held.length)}, withheld faces ${String(withheld.length)}`,
    ...held.map(
      ({ indicator, year, reasons }) =>
        `  held: ${indicator} ${String(year)}: ${reasons.join(', ')}`,
    ),
    ...problems.map(
      ({ code, params }) => `  problem: ${code} ${params.map(({ value }) => value).join(' ')}`,
    ),
  ].join('\n');
}
