import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { emailForms } from '../../graphql/email-address.ts';
import { networkOf, siteOf } from '../../http/fair-use.ts';

/** Where somebody tries to sign in from, and to which account, where they name one. */
export interface Attempt {
  address: string;
  /** The random number of the browser's cookie; null where it sends none. */
  device: string | null;
  /** Its e-mail address, in any form. */
  account?: string;
}

/**
 * What is counted (docs/decisions/0047): the failures of a network, those of a network, of its neighbourhood and of a device at
 * one account, and those of everybody at one account. So many cost nothing; then each waits 1, 3, 7 … seconds, and never
 * longer than `longest`.
 */
const LIMITS = {
  network: { free: 20, longest: 60 },
  pair: { free: 5, longest: 60 },
  site: { free: 20, longest: 60 },
  account: { free: 100, longest: 1 },
  device: { free: 5, longest: 60 },
} as const;
type Kind = keyof typeof LIMITS;

const FORGOTTEN_AFTER = `interval '1 hour'`;
const PLACE_KEPT = `interval '180 days'`;

/**
 * clock_timestamp() and not now(), which stays at the beginning of the transaction: of two attempts at once the second waits for the
 * row of the first, which by now() would have been counted later than the second one's own time.
 */
const WAIT_ENDS = `f.last_failed_at + least(?::int, power(2, least(f.failures - ?::int, 30)) - 1) * interval '1 second'`;

@Injectable()
export class SignInLimits {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Counts an attempt as failed before it is made, so that a thousand attempts at once do not all pass the check. Refuses with
   * RATE_LIMITED, and then counts nothing, while the delay of the attempts before lasts. A device from which somebody signed
   * in before is counted by itself, and a network from which somebody did is not held to what others do at the account, so
   * that guessing keeps nobody out of their own account. Failures are forgotten after an hour without another.
   */
  async count(attempt: Attempt): Promise<void> {
    const keys = this.keysOf(attempt);
    const places = await this.em.execute<{ key: string }[]>(
      `select key from work.sign_in_place where key in (?, ?) and last_signed_in_at > now() - ${PLACE_KEPT}`,
      [keys.device ?? null, keys.pair ?? null],
    );
    const knows = (key: string | undefined) => places.some((place) => place.key === key);
    const counted: Kind[] = knows(keys.device)
      ? ['device']
      : ['network', 'pair', ...(knows(keys.pair) ? [] : (['site', 'account'] as const))];
    // always in this order, so that two attempts cannot deadlock
    await this.em.fork().transactional(async (em) => {
      for (const kind of counted) if (keys[kind] !== undefined) await add(em, kind, keys[kind]);
    });
  }

  /**
   * The attempt succeeded: what this device and network failed at the account is forgotten, of the rest only this one (an
   * attacker may own an account too).
   */
  async forgive(attempt: Attempt): Promise<void> {
    const { network, pair, site, account, device } = this.keysOf(attempt);
    for (const key of [pair, device])
      if (key) await this.em.execute('delete from work.sign_in_failure where key = ?', [key]);
    for (const key of [network, site, account])
      if (key)
        await this.em.execute(
          'update work.sign_in_failure set failures = failures - 1 where key = ? and failures > 0',
          [key],
        );
    await this.em.execute(
      `delete from work.sign_in_failure where key in (
         select key from work.sign_in_failure where last_failed_at < now() - ${FORGOTTEN_AFTER} for update skip locked)`,
    );
  }

  /** From here somebody has come in: guesses made elsewhere do not slow them down. */
  async remember(attempt: Attempt): Promise<void> {
    const { device, pair } = this.keysOf(attempt);
    for (const key of [device, pair])
      if (key)
        await this.em.execute(
          `insert into work.sign_in_place (key, last_signed_in_at) values (?, now())
           on conflict (key) do update set last_signed_in_at = excluded.last_signed_in_at`,
          [key],
        );
    await this.em.execute(
      `delete from work.sign_in_place where key in (
         select key from work.sign_in_place where last_signed_in_at < now() - ${PLACE_KEPT} for update skip locked)`,
    );
  }

  /** Deletes all that is kept about attempts at an account, in the transaction of `em`. */
  async forget(em: EntityManager, account: string): Promise<void> {
    for (const table of ['sign_in_failure', 'sign_in_place'])
      await em.execute(`delete from work.${table} where starts_with(key, ?)`, [
        this.accountKey(account),
      ]);
  }

  /** Hashed with the key of the installation: the tables must not become a list of who has an account, or from where. */
  private keyOf(kind: string, name: string): string {
    const hash = createHmac('sha256', this.settings.sessionSecret).update(name).digest('hex');
    return `${kind}:${hash}`;
  }

  private accountKey(email: string): string {
    return this.keyOf('account', emailForms(email)[0]);
  }

  private keysOf({ address, device, account }: Attempt): Partial<Record<Kind, string>> {
    const network = this.keyOf('network', networkOf(address));
    if (account === undefined) return { network };
    const at = this.accountKey(account);
    return {
      network,
      pair: `${at} ${network}`,
      site: `${at} ${this.keyOf('site', siteOf(address))}`,
      account: at,
      ...(device === null ? {} : { device: `${at} ${this.keyOf('device', device)}` }),
    };
  }
}

async function add(em: EntityManager, kind: Kind, key: string): Promise<void> {
  const { free, longest } = LIMITS[kind];
  const counted = await em.execute<unknown[]>(
    `insert into work.sign_in_failure as f (key, failures, last_failed_at) values (?, 1, clock_timestamp())
     on conflict (key) do update set
       failures = case when f.last_failed_at < clock_timestamp() - ${FORGOTTEN_AFTER} then 1 else f.failures + 1 end,
       last_failed_at = clock_timestamp()
     where f.failures <= ? or ${WAIT_ENDS} <= clock_timestamp()
     returning 1`,
    [key, free, longest, free],
  );
  if (counted.length > 0) return;
  const [wait] = await em.execute<{ seconds: number }[]>(
    `select greatest(1, ceil(extract(epoch from ${WAIT_ENDS} - clock_timestamp())))::int as seconds
     from work.sign_in_failure f where f.key = ?`,
    [longest, free, key],
  );
  throw new ApiError('RATE_LIMITED', undefined, { retryAfter: wait?.seconds ?? 1 });
}
