import { Worker } from 'node:worker_threads';
import { describe, expect, it, jest } from '@jest/globals';
import { NO_ANSWERS } from './answers.ts';
import type { CheckContext } from './check-context.ts';
import { UnreadableFile } from './import-problem.ts';
import type { WorkerMessage } from './read-file.worker.ts';
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

const csv = async (text: string) => ({
  bytes: Buffer.from(text),
  fileName: 'a.csv',
  columns: null,
  answers: NO_ANSWERS,
  context: await context(),
});

describe('a file', () => {
  it('leaves its thread to the next where it was read to its end, and not where it was refused', async () => {
    const asked = jest.spyOn(Worker.prototype, 'postMessage').mock.contexts;
    const ended = jest.spyOn(Worker.prototype, 'terminate').mock.contexts;
    const take = ({ type }: WorkerMessage) => Promise.resolve(type === 'lookUp' ? [] : undefined);
    try {
      await readInWorker(await csv('code,value\nA5.8,7\n'), take);
      expect(ended).not.toContain(asked[0]);
      const refused = readInWorker(await csv(''), take);
      await expect(refused).rejects.toBeInstanceOf(UnreadableFile);
      expect(asked.every((one) => one === asked[0])).toBe(true);
      expect(ended).toContain(asked[0]);
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('is read as in a thread of its own, whatever was read before it', async () => {
    const started = jest.spyOn(Worker.prototype, 'terminate');
    const read = async (area: string, text: string) => {
      const input = await csv(text);
      input.context.area = area;
      const told: WorkerMessage[] = [];
      await readInWorker(input, (message) => {
        told.push(message);
        return Promise.resolve(message.type === 'lookUp' ? [] : undefined);
      });
      return told;
    };
    const files = [
      ['KGZ', 'code,value,region\nA5.8,7,Osh\nB1.1,1.5,Batken\n'],
      ['KAZ', 'indicator;value;region\nA5.8;"7,5";Almaty\nX;no;Osh\n'],
      ['UZB', 'code,value,region\nA5.8,7,Osh\nB1.1,1.500,Batken\n'],
    ] as const;
    try {
      const alone: WorkerMessage[][] = [];
      for (const [area, text] of files) {
        await expect(read(area, '')).rejects.toBeInstanceOf(UnreadableFile);
        alone.push(await read(area, text));
      }
      started.mockClear();
      for (const i of [2, 0, 1, 0, 2, 1]) {
        const [area, text] = files[i] as (typeof files)[number];
        expect(await read(area, text)).toEqual(alone[i]);
      }
      expect(started).not.toHaveBeenCalled();
    } finally {
      jest.restoreAllMocks();
    }
  });

  it('has one batch judged while the next is looked up, and all of them in their order', async () => {
    const lines = Array.from({ length: 2500 }, (_, at) => `A5.8,${String(at)}`);
    const told: [string, looked?: number, first?: number | undefined][] = [];
    await readInWorker(await csv(['code,value', ...lines].join('\n')), (message) => {
      if (message.type !== 'rows') told.push([message.type]);
      else {
        const [first] = JSON.parse(Buffer.from(message.rows).toString()) as { line: number }[];
        told.push(['rows', message.looked, first?.line]);
      }
      return Promise.resolve(message.type === 'lookUp' ? [] : undefined);
    });
    expect(told).toEqual([
      ['format'],
      ['lookUp'],
      ['lookUp'],
      ['rows', 1000, 2],
      ['lookUp'],
      ['rows', 2000, 1002],
      ['rows', 2500, 2002],
      ['done'],
    ]);
  });

  it('that takes more of the processor than any may is ended, and told why', async () => {
    const input = await csv('code,value\nA5.8,7\n');
    // the question is never answered, so only the limit can end the thread; one millisecond is less than a thread needs to start
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
