import { buffer, text } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';
import { zipped } from './zip.ts';

const MADE = new Date('2026-11-25T08:00:02Z');
const LONG = Array.from({ length: 1000 }, (_, at) => `${String(at)}: Қазақстан. `);
const PARTS = [
  { name: 'first.xml', pieces: LONG },
  { name: 'empty.xml', pieces: [] },
  { name: 'a folder/Қ.xml', pieces: ['last'] },
];

async function* parts() {
  await Promise.resolve();
  yield* PARTS;
}

describe('a zip', () => {
  it('holds its parts as they are, with their sizes, checksums and time', async () => {
    const zip = await fromBufferPromise(await buffer(zipped(parts(), MADE)), {
      lazyEntries: true,
    });
    const read: { name: string; pieces: string[] }[] = [];
    for await (const entry of zip.eachEntry()) {
      const bytes = await buffer(await zip.openReadStreamPromise(entry));
      expect([entry.uncompressedSize, entry.crc32]).toEqual([bytes.length, crc32(bytes)]);
      expect(entry.getLastModDate({ timezone: 'UTC' })).toEqual(MADE);
      read.push({ name: entry.fileName, pieces: [bytes.toString()] });
    }
    expect(read).toEqual(PARTS.map(({ name, pieces }) => ({ name, pieces: [pieces.join('')] })));
  });

  it('says the same of a part behind its bytes as in its directory, for who reads from the beginning', async () => {
    const bytes = await buffer(zipped(parts(), MADE));
    const descriptor = bytes.indexOf('PK\x07\x08');
    const listed = bytes.indexOf('PK\x01\x02');
    expect(bytes.subarray(descriptor + 4, descriptor + 16)).toEqual(
      bytes.subarray(listed + 16, listed + 28),
    );
  });

  it('asks for no more when its reader goes, and fails where a part does', async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<string>();
    const endless = function* () {
      try {
        for (;;) yield String(Math.random()).repeat(1000);
      } finally {
        close('closed');
      }
    };
    const of = async function* (pieces: Iterable<string>) {
      await Promise.resolve();
      yield { name: 'a', pieces };
    };
    const reading = zipped(of(endless()), MADE);
    for (let pieces = 0; pieces < 3; pieces += 1) await reading.next();
    await reading.return(undefined);
    expect(await closed).toBe('closed');
    const failing = (function* () {
      yield 'one';
      throw new Error('The database went away.');
    })();
    await expect(text(zipped(of(failing), MADE))).rejects.toThrow('The database went away.');
  });
});
