import { afterEach, describe, expect, it } from '@jest/globals';
import { log } from '../http/log.ts';
import { watchDatabase, type WatchedPool } from './watch.ts';

const GIVE_UP_AFTER_MS = 40;
log.level = 'silent';

describe('the watch over the database', () => {
  let stop: () => Promise<void> = () => Promise.resolve();
  afterEach(() => stop());

  /** Resolves when the watch gives up. */
  const givenUp = (...pools: WatchedPool[]) =>
    new Promise<void>((giveUp) => {
      stop = watchDatabase({ pools, giveUpAfterMs: GIVE_UP_AFTER_MS, giveUp });
    });
  /** Resolves after so many questions, with whether the watch gave up before. */
  const asked = (
    times: number,
    ask: (n: number) => Promise<unknown>,
    giveUpAfterMs: number,
    answeredAt = () => -Infinity,
  ) =>
    new Promise<boolean>((done) => {
      let n = 0;
      const counted = () => {
        n += 1;
        if (n > times) done(false);
        return ask(n);
      };
      stop = watchDatabase({
        pools: [{ ask: counted, answeredAt }],
        giveUpAfterMs,
        everyMs: 5,
        giveUp: () => done(true),
      });
    });
  const refused = () => Promise.reject(new Error('refused'));
  const pool = (ask: () => Promise<unknown>, answeredAt = () => -Infinity) => ({ ask, answeredAt });

  it('gives up where it is refused for long', async () => {
    await givenUp(pool(refused));
  });

  it('gives up where nothing comes back', async () => {
    await givenUp(pool(() => new Promise(() => undefined)));
  });

  it('does not where it is answered in between', async () => {
    const ask = (n: number) => (n % 2 === 0 ? Promise.resolve() : refused());
    expect(await asked(20, ask, GIVE_UP_AFTER_MS)).toBe(false);
  });

  it('does not where its question waits behind work that ends well', async () => {
    const behind = () => new Promise(() => undefined);
    const busy = () => performance.now() + 1;
    expect(await asked(20, behind, GIVE_UP_AFTER_MS, busy)).toBe(false);
  });

  it('gives up where one pool is refused while another works', async () => {
    const works = pool(() => Promise.resolve(), performance.now.bind(performance));
    await givenUp(works, pool(refused));
  });

  it('never does where it must not', async () => {
    expect(await asked(20, refused, 0)).toBe(false);
  });
});
