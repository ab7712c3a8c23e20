import { describe, expect, it } from '@jest/globals';
import { NO_ANSWERS } from './answers.ts';
import type { CheckContext } from './check-context.ts';
import { UnreadableFile } from './import-problem.ts';
import { readInWorker } from './read-in-worker.ts';
import { readTemplateWords } from './template-words.ts';

const context = async (): Promise<CheckContext> => ({
  area: 'KGZ',
  areas: [],
  regions: [],
  cycle: 2025,
  thisYear: 2026,
  decimal: '.',
  words: await readTemplateWords(),
  indicators: [],
  years: {},
  bodies: {},
  mappings: [],
  problems: [],
});

describe('a file', () => {
  it('that takes more of the processor than any may is ended, and told why', async () => {
    const input = {
      bytes: Buffer.from('code,value\nA5.8,7\n'),
      fileName: 'a.csv',
      columns: null,
      answers: NO_ANSWERS,
      context: await context(),
    };
    // never answered: only the limit can end it, and a thousandth of a second is less than a thread takes to begin
    const read = readInWorker(input, () => new Promise(() => undefined), 1);
    const error: unknown = await read.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as UnreadableFile).problems).toMatchObject([
      { code: 'TOO_MUCH_WORK', severity: 'ERROR' },
    ]);
  });
});
