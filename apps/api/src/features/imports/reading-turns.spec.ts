import { describe, expect, it } from '@jest/globals';
import { ReadingTurns } from './reading-turns.ts';

/** Files that came in this order while the first was read, as `person area`: the order in which they are read. */
async function orderOf(files: readonly string[]): Promise<string[]> {
  const turns = new ReadingTurns();
  const read: string[] = [];
  const all = files.map((file) => {
    const [person = '', area = ''] = file.split(' ');
    return turns.take({ person, area }, async () => {
      read.push(file);
      await Promise.resolve();
    });
  });
  await Promise.all(all);
  return read;
}

describe('the next file to be read', () => {
  it('is that of who was served longest ago: nobody waits behind two files of another', async () => {
    const order = await orderOf(['ann KAZ', 'ann KAZ', 'ann KAZ', 'bek KAZ', 'bek KAZ', 'cem UZB']);
    expect(order).toEqual(['ann KAZ', 'cem UZB', 'bek KAZ', 'ann KAZ', 'bek KAZ', 'ann KAZ']);
  });

  it('is that of the country served longest ago, among people not served yet', async () => {
    const crowd = ['a KAZ', 'b KAZ', 'c KAZ', 'd KAZ', 'e TJK', 'f TJK'];
    expect(await orderOf(crowd)).toEqual(['a KAZ', 'e TJK', 'b KAZ', 'f TJK', 'c KAZ', 'd KAZ']);
  });

  it('is in the order of arrival otherwise', async () => {
    expect(await orderOf(['a KAZ', 'b KGZ', 'c TJK'])).toEqual(['a KAZ', 'b KGZ', 'c TJK']);
  });

  it('is read although the one before failed, one at a time', async () => {
    const turns = new ReadingTurns();
    let reading = 0;
    const read = async () => {
      reading += 1;
      expect(reading).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      reading -= 1;
    };
    const failed = turns.take({ person: 'a', area: 'KAZ' }, () => Promise.reject(new Error('no')));
    const others = ['b', 'c'].map((person) => turns.take({ person, area: 'KAZ' }, read));
    await expect(failed).rejects.toThrow('no');
    await Promise.all(others);
    await turns.take({ person: 'a', area: 'KAZ' }, read);
  });
});
