import { fstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiError } from '../graphql/api-error.ts';
import { log } from './log.ts';
import { MadeFiles } from './made-files.ts';

log.level = 'silent';
const folder = mkdtempSync(path.join(tmpdir(), 'qadam-files-'));
const { TMPDIR } = process.env;
process.env['TMPDIR'] = folder;
afterAll(() => {
  // restored, because other specs run in this process
  if (TMPDIR === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = TMPDIR;
  rmSync(folder, { recursive: true });
});
const IP = '192.0.2.1';
let files: MadeFiles;
beforeEach(() => {
  files = new MadeFiles({ making: 4, kept: 3, bytes: 100, disk: 1_000_000 });
});
afterEach(() => files.onModuleDestroy());

/** A file whose pieces come only when they are let through; it counts how many were asked for. */
function gated(...pieces: string[]) {
  const gates = pieces.map(() => Promise.withResolvers<undefined>());
  for (const { promise } of gates) promise.catch(() => undefined);
  const asked = { begun: 0, pieces: 0 };
  const over = Promise.withResolvers<undefined>();
  return {
    asked,
    over: over.promise,
    open: (n: number) => gates[n]?.resolve(undefined),
    fail: (n: number, error: Error) => gates[n]?.reject(error),
    async *make() {
      asked.begun += 1;
      try {
        for (const [n, piece] of pieces.entries()) {
          asked.pieces += 1;
          await gates[n]?.promise;
          yield piece;
        }
      } finally {
        over.resolve(undefined);
      }
    },
  };
}
const made = (content: string) => {
  const file = gated(content);
  file.open(0);
  return file;
};
const manyPieces = () => {
  const pieces = Array.from({ length: 20 }, (_, n) => String.fromCodePoint(97 + n).repeat(100_000));
  const large = gated(...pieces);
  for (const n of pieces.keys()) large.open(n);
  return { large, content: pieces.join('') };
};
/** Is an open file one of this spec? Others run in the same process; only Linux tells where a file was. */
const isOwn = (fd: number) =>
  process.platform !== 'linux' || readlinkSync(`/proc/self/fd/${String(fd)}`).startsWith(folder);
/** The bytes that open files without a name take up on the disk. */
const bytesOnDisk = () =>
  Array.from({ length: 1000 }, (_, fd) => {
    try {
      const file = fstatSync(fd);
      return file.isFile() && file.nlink === 0 && isOwn(fd) ? file.blocks * 512 : 0;
    } catch {
      return 0;
    }
  }).reduce((sum, bytes) => sum + bytes, 0);
const take = async (key: string, file: { make: () => AsyncGenerator<string> }, ip = IP) => {
  const { stream } = await files.open(key, ip, () => file.make());
  return text(stream);
};

describe('a file that many ask for', () => {
  it('is made once, and whole for who comes in the middle and who comes late', async () => {
    const file = gated('one ', 'two ', 'three');
    file.open(0);
    const first = await files.open('a', IP, () => file.make());
    const second = await files.open('a', '192.0.2.2', () => file.make());
    expect([first.bytes, second.bytes]).toEqual([null, null]);
    file.open(1);
    file.open(2);
    expect(await Promise.all([text(first.stream), text(second.stream)])).toEqual(
      Array(2).fill('one two three'),
    );
    const late = await files.open('a', IP, () => file.make());
    expect(late.bytes).toBe(13);
    expect(await text(late.stream)).toBe('one two three');
    expect(file.asked.begun).toBe(1);
  });

  it('is made to its end though its reader takes nothing of it, and leaves no name on the disk', async () => {
    const file = made('x'.repeat(500_000));
    const { stream } = await files.open('a', IP, () => file.make());
    expect(await take('a', file)).toHaveLength(500_000);
    expect(readdirSync(folder)).toEqual([]);
    stream.destroy();
  });

  it('is sent in few pieces though it is made in many, and its first at once', async () => {
    const file = gated(...Array.from({ length: 2000 }, (_, n) => String(n % 10).repeat(100)));
    file.open(0);
    const { stream } = await files.open('a', IP, () => file.make());
    const lengths: number[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) {
      if (lengths.length === 0) for (let n = 1; n < 2000; n += 1) file.open(n);
      lengths.push(piece.length);
    }
    expect(lengths[0]).toBe(100);
    expect(lengths.length).toBeLessThan(10);
    expect(lengths.reduce((sum, length) => sum + length)).toBe(200_000);
  });

  it('is not kept waiting for long by pieces that are small and come slowly', async () => {
    const { promise: never } = Promise.withResolvers<undefined>();
    async function* make(): AsyncGenerator<string> {
      yield 'one';
      await setTimeout(1100);
      yield 'two';
      await never;
    }
    const { stream } = await files.open('a', IP, make);
    const read: string[] = [];
    for await (const piece of stream as AsyncIterable<Buffer>) {
      read.push(piece.toString());
      if (read.length === 2) break;
    }
    expect(read).toEqual(['one', 'two']);
  });

  it('is no longer made once nobody waits for it', async () => {
    const file = gated('one', 'two', 'three');
    file.open(0);
    const { stream } = await files.open('a', IP, () => file.make());
    stream.destroy();
    file.open(1);
    await file.over;
    expect(file.asked.pieces).toBe(2);
    expect(await take('a', made('again'))).toBe('again');
  });

  it('makes room: the one not asked for longest is forgotten first, and read to its end by who has it', async () => {
    const [a, b, c] = [made('a'.repeat(60)), made('b'.repeat(30)), made('c'.repeat(30))];
    await take('a', a);
    await take('b', b);
    const reading = await files.open('a', IP, () => a.make());
    await take('c', c); // 120 bytes are too many: b is dropped
    await take('b', b); // now a is dropped
    expect(await text(reading.stream)).toBe('a'.repeat(60));
    expect([a, b, c].map(({ asked }) => asked.begun)).toEqual([1, 2, 1]);
    await take('a', a);
    expect(a.asked.begun).toBe(2);
  });

  it('keeps no more of them open than it should', async () => {
    const all = Array.from({ length: 5 }, (_, n) => made(String(n)));
    for (const [n, file] of all.entries()) await take(String(n), file);
    for (const [n, file] of [...all.entries()].reverse()) await take(String(n), file);
    expect(all.map(({ asked }) => asked.begun)).toEqual([2, 2, 1, 1, 1]);
  });
});

describe('a file that cannot be made', () => {
  it('is refused in the words of its maker while nothing of it was sent, and may be asked for again', async () => {
    const file = gated('never');
    file.fail(0, new ApiError('NOT_FOUND', 'There is no such release.'));
    await expect(take('a', file)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await take('a', made('there'))).toBe('there');
  });

  it('breaks off what has begun, for everybody who takes it', async () => {
    const file = gated('one', 'two');
    file.open(0);
    const opened = [
      await files.open('a', IP, () => file.make()),
      await files.open('a', IP, () => file.make()),
    ];
    const read = Promise.allSettled(opened.map(({ stream }) => text(stream)));
    file.fail(1, new Error('the database went away'));
    expect((await read).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await take('a', made('again'))).toBe('again');
  });
});

describe('the disk', () => {
  it('is not filled: what nobody reads makes way, and what finds no room comes whole all the same', async () => {
    const [a, b, d] = ['a', 'b', 'd'].map((letter) => made(letter.repeat(400_000)));
    if (!a || !b || !d) throw new Error('not made');
    const slow = await files.open('a', IP, () => a.make());
    const slower = await files.open('d', '192.0.2.2', () => d.make());
    const large = gated('c'.repeat(100_000), 'c'.repeat(400_000));
    large.open(0);
    large.open(1);
    expect(await take('c', large, '192.0.2.3')).toHaveLength(500_000);
    slow.stream.destroy();
    slower.stream.destroy();
    expect(await take('b', b)).toHaveLength(400_000);
    expect(await take('c', made('c'.repeat(500_000)))).toHaveLength(500_000);
  });

  it('has no room for all of a large file: it is made as far as there is, and then as fast as it is taken', async () => {
    const { large, content } = manyPieces();
    const first = await files.open('a', IP, () => large.make());
    const second = await files.open('a', '192.0.2.2', () => large.make());
    while (large.asked.pieces < 6) await new Promise(setImmediate);
    expect(await take('a', made('anew'), '192.0.2.3')).toBe('anew');
    let most = 0;
    first.stream.on('data', () => {
      most = Math.max(most, bytesOnDisk());
    });
    const taken = await Promise.all([text(first.stream), text(second.stream)]);
    expect(taken).toEqual([content, content]);
    expect(most).toBeGreaterThan(400_000);
    expect(most).toBeLessThan(700_000);
    expect(await take('b', made('b'.repeat(500_000)))).toHaveLength(500_000);
  });

  it('waits for who takes a large file slowly, and no longer than he may stand still', async () => {
    const patient = new MadeFiles({ disk: 1_000_000, idleTimeout: 200 });
    const { large, content } = manyPieces();
    const idle = await patient.open('a', IP, () => large.make());
    const { stream } = await patient.open('a', IP, () => large.make());
    const gaveUp = expect(finished(idle.stream)).rejects.toThrow('not taken');
    const asked = gaveUp.then(() => large.asked.pieces);
    expect(await Promise.all([text(stream), asked])).toEqual([content, 6]);
    await patient.onModuleDestroy();
  });

  it('is not taken by one network: beyond half of it that one is refused, and the others are not', async () => {
    const [a, b] = [made('a'.repeat(400_000)), made('b'.repeat(200_000))];
    const slow = await files.open('a', IP, () => a.make());
    await expect(take('b', b)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 60 });
    expect(await take('b', made('b'.repeat(200_000)), '192.0.2.2')).toHaveLength(200_000);
    slow.stream.destroy();
    expect(await take('c', made('c'.repeat(400_000)))).toHaveLength(400_000);
  });
});

it('a file that somebody asks for and does not take is not kept for them', async () => {
  const impatient = new MadeFiles({ idleTimeout: 1 });
  const file = made('x'.repeat(500_000));
  const { stream } = await impatient.open('a', IP, () => file.make());
  await expect(finished(stream)).rejects.toThrow('not taken');
  await impatient.onModuleDestroy();
});

describe('many files', () => {
  it('are made piece by piece and by turns of their networks, two pieces at once', async () => {
    const roomy = new MadeFiles();
    const size = 64 * 1024; // each is written by itself
    let [now, most] = [0, 0];
    const order: string[] = [];
    async function* make(name: string, count: number): AsyncGenerator<string> {
      for (let n = 0; n < count; n += 1) {
        now += 1;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now -= 1;
        order.push(name);
        yield name.repeat(size);
      }
    }
    const opened = [
      roomy.open('large', '192.0.2.1', () => make('L', 40)),
      roomy.open('larger', '192.0.2.1', () => make('M', 40)),
      roomy.open('small', '192.0.2.2', () => make('s', 3)),
    ];
    const bodies = await Promise.all(opened.map(async (one) => text((await one).stream)));
    expect(bodies.map((body) => body.length / size)).toEqual([40, 40, 3]);
    expect(most).toBe(2);
    expect(order.lastIndexOf('s')).toBeLessThan(20);
    await roomy.onModuleDestroy();
  });

  it('find places for the others where one network asks for all it can', async () => {
    const [a, b, c, d] = [gated('a'), gated('b'), gated('c'), gated('d')];
    const opened = [files.open('a', IP, () => a.make()), files.open('b', IP, () => b.make())];
    const refused = files.open('c', IP, () => c.make());
    await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 5 });
    opened.push(files.open('d', '192.0.2.2', () => d.make()));
    for (const file of [a, b, d]) file.open(0);
    const bodies = await Promise.all(opened.map(async (one) => text((await one).stream)));
    expect(bodies).toEqual(['a', 'b', 'd']);
    expect(c.asked.begun).toBe(0);
  });
});
