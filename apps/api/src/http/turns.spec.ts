import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

/** Work that ends on command. */
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
    const turns = new Turns(2, 1);
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
    const turns = new Turns(1, 16);
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
    const turns = new Turns(1, 4);
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
    const turns = new Turns(1, 0);
    const fail = () => Promise.reject(new Error('failed'));
    await expect(turns.take(fail)).rejects.toThrow('failed');
    expect(await turns.take(() => Promise.resolve(7))).toBe(7);
  });
});
