import { afterEach, describe, expect, it } from '@jest/globals';
import { log } from '../http/log.ts';
import { watchDatabase } from './watch.ts';

const GIVE_UP_AFTER_MS = 40;
log.level = 'silent';

describe('the watch over the database', () => {
  let stop: () => Promise<void> = () => Promise.resolve();
  afterEach(() => stop());

  /** Resolves when it gives up. */
  const givenUp = (ask: () => Promise<unknown>) =>
    new Promise<void>((giveUp) => {
      stop = watchDatabase({ ask, giveUpAfterMs: GIVE_UP_AFTER_MS, giveUp });
    });
  /** Resolves after so many questions; tells whether it gave up before. */
  const asked = (times: number, ask: (n: number) => Promise<unknown>, giveUpAfterMs: number) =>
    new Promise<boolean>((done) => {
      let n = 0;
      stop = watchDatabase({
        ask: () => {
          n += 1;
          if (n > times) done(false);
          return ask(n);
        },
        giveUpAfterMs,
        everyMs: 5,
        giveUp: () => done(true),
      });
    });
  const refused = () => Promise.reject(new Error('refused'));

  it('gives up where it is refused for long', async () => {
    await givenUp(refused);
  });

  it('gives up where nothing comes back', async () => {
    await givenUp(() => new Promise(() => undefined));
  });

  it('does not where it is answered in between', async () => {
    const ask = (n: number) => (n % 2 === 0 ? Promise.resolve() : refused());
    expect(await asked(20, ask, GIVE_UP_AFTER_MS)).toBe(false);
  });

  it('never does where it must not', async () => {
    expect(await asked(20, refused, 0)).toBe(false);
  });
});
