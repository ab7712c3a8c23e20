import { describe, expect, it } from '@jest/globals';
import { FairQueue } from './fair-queue.ts';

/** A task that ends on command. */
function work() {
  let begun = false;
  let end = (): void => undefined;
  const run = () => {
    begun = true;
    return new Promise<void>((resolve) => (end = resolve));
  };
  return { run, end: () => end(), begun: () => begun };
}

describe('turns', () => {
  it('are two at once: the next begins when one ends, and who would wait behind too many is sent away', async () => {
    const turns = new FairQueue(2, 1);
    const [a, b, c, d] = [work(), work(), work(), work()];
    const first = turns.take(a.run);
    const rest = [turns.take(b.run), turns.take(c.run)];
    expect([a.begun(), b.begun(), c.begun()]).toEqual([true, true, false]);
    await expect(turns.take(d.run)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryAfter: 5 });
    expect(d.begun()).toBe(false);
    a.end();
    await first;
    expect(c.begun()).toBe(true);
    b.end();
    c.end();
    await Promise.all(rest);
  });

  it('go round the networks that wait, whoever asked for how much', async () => {
    const turns = new FairQueue(1, 16);
    const order: string[] = [];
    const hold = work();
    const held = turns.take(hold.run);
    const asked = ['a', 'a', 'a', 'b', 'a', 'c', 'b'].map((who) =>
      turns.take(() => Promise.resolve(order.push(who)), who),
    );
    hold.end();
    await Promise.all([held, ...asked]);
    expect(order.join('')).toBe('abcabaa');
  });

  it('leave places for the others: one network waits in a quarter of them', async () => {
    const turns = new FairQueue(1, 4);
    const hold = work();
    const held = turns.take(hold.run);
    const done = () => Promise.resolve('done');
    const asked = [turns.take(done, 'a')];
    await expect(turns.take(done, 'a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    asked.push(turns.take(done, 'b'), turns.take(done), turns.take(done));
    hold.end();
    await held;
    expect(await Promise.all(asked)).toEqual(Array(4).fill('done'));
  });

  it('are given back by work that failed', async () => {
    const turns = new FairQueue(1, 0);
    const fail = () => Promise.reject(new Error('failed'));
    await expect(turns.take(fail)).rejects.toThrow('failed');
    expect(await turns.take(() => Promise.resolve(7))).toBe(7);
  });
});

/** The order in which files are read that arrive in the given order while the first is read; each is `person area`. */
async function orderOf(files: readonly string[]): Promise<string[]> {
  const turns = new FairQueue(1);
  const read: string[] = [];
  const all = files.map((file) => {
    const [person = '', area = ''] = file.split(' ');
    return turns.take(
      async () => {
        read.push(file);
        await Promise.resolve();
      },
      person,
      area,
    );
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
    const turns = new FairQueue(1);
    let reading = 0;
    const read = async () => {
      reading += 1;
      expect(reading).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      reading -= 1;
    };
    const failed = turns.take(() => Promise.reject(new Error('no')), 'a', 'KAZ');
    const others = ['b', 'c'].map((person) => turns.take(read, person, 'KAZ'));
    await expect(failed).rejects.toThrow('no');
    await Promise.all(others);
    await turns.take(read, 'a', 'KAZ');
  });
});
