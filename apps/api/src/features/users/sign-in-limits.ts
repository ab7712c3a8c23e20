import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { keyedHash } from '../../config/secrets.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { ago, anyText, now } from '../../database/expressions.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { emailForms } from '../../graphql/email-address.ts';
import { networkOf, siteOf } from '../../http/fair-use.ts';
import { SignInFailure, SignInPlace } from './session.entity.ts';

/** The network of a sign-in attempt, and its account, where one is named. */
export interface Attempt {
  address: string;
  /** The random number in the browser's cookie; null if it sends none. */
  device: string | null;
  /** The e-mail address of the account, in any spelling. */
  account?: string;
  /** Set if the attempt is not at the password but at the second factor, or is a request for a mail to any address. */
  step?: 'FACTOR' | 'MAIL';
}

/**
 * What is counted (docs/decisions/0047): the failures of a network; those of a network, of its neighbourhood and of a device at one account; and
 * those of everybody at one account. The first ones (`free`) cost nothing; each further one means a wait of 1, 3, 7 … seconds, but never longer than
 * `longest`. At a second factor, which has only six digits, waits become longer (docs/decisions/0065).
 */
const LIMITS = {
  network: { free: 20, longest: 60 },
  pair: { free: 5, longest: 60 },
  site: { free: 20, longest: 60 },
  account: { free: 100, longest: 1 },
  device: { free: 5, longest: 60 },
  factor: { free: 5, longest: 900 },
  factorDevice: { free: 5, longest: 900 },
  mail: { free: 5, longest: 60 },
} as const;
type Kind = keyof typeof LIMITS;

export const FORGOTTEN_AFTER = '1 hour';
export const PLACE_KEPT = '180 days';

/**
 * clock_timestamp() instead of now(), which is the start of the transaction: of two simultaneous attempts the second waits for the row of the first,
 * and by now() the first would count as made after the second.
 */
const clock = sql<Date>`clock_timestamp()`;
const waitEnds = ({ free, longest }: (typeof LIMITS)[Kind]): RawBuilder<Date> =>
  sql`sign_in_failure.last_failed_at
    + least(${longest}::int, power(2, least(sign_in_failure.failures - ${free}::int, 30)) - 1) * interval '1 second'`;

@Injectable()
export class SignInLimits {
  constructor(
    private readonly em: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Counts an attempt as failed before it is made, so that a thousand simultaneous attempts do not all pass the check. While the delay of earlier
   * attempts lasts, it refuses with RATE_LIMITED and counts nothing. A device from which somebody has signed in before is counted separately, and a
   * known network does not have to wait for what others do at the account, so that guessing keeps nobody out of their own account. Failures are
   * forgotten after an hour without another one.
   */
  async count(attempt: Attempt): Promise<void> {
    const keys = this.keysOf(attempt);
    // a place that was stored under an older key of the installation still counts as known
    const all = this.settings.secrets.map((secret) => this.keysOf(attempt, secret));
    const named = (kind: Kind) => all.map((under) => under[kind]).filter(isKey);
    const places = await db(this.em)
      .selectFrom('work.sign_in_place')
      .select('key')
      .where('key', '=', anyText((['device', 'factorDevice', 'pair'] as const).flatMap(named)))
      .where('last_signed_in_at', '>', ago(PLACE_KEPT))
      .execute();
    const knows = (kind: Kind) => places.some(({ key }) => named(kind).includes(key));
    const counted: Record<NonNullable<Attempt['step']> | 'PASSWORD', () => Kind[]> = {
      PASSWORD: () => passwordKinds(knows('device'), knows('pair')),
      FACTOR: () => [knows('factorDevice') ? 'factorDevice' : 'factor'],
      MAIL: () => ['mail'],
    };
    // always in this order, so that two attempts cannot deadlock
    await this.em.fork().transactional(async (em) => {
      for (const kind of counted[attempt.step ?? 'PASSWORD']())
        if (keys[kind] !== undefined) await add(em, kind, keys[kind]);
    });
  }

  /**
   * The attempt succeeded: the failures of this device and network at the account are forgotten, but of all other counts only this one attempt is
   * taken back (an attacker may own an account too).
   */
  async forgive(attempt: Attempt): Promise<void> {
    const { network, pair, site, account, device, factor, factorDevice } = this.keysOf(attempt);
    for (const key of [pair, device, factor, factorDevice].filter(isKey))
      await this.em.nativeDelete(SignInFailure, { key });
    for (const key of [network, site, account].filter(isKey))
      await db(this.em)
        .updateTable('work.sign_in_failure')
        .set((eb) => ({ failures: eb('failures', '-', 1) }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute();
  }

  /** Remembers a successful sign-in from this place: guesses made elsewhere do not slow it down. */
  async remember(attempt: Attempt): Promise<void> {
    const { device, factorDevice, pair } = this.keysOf(attempt);
    for (const key of [device, factorDevice, pair].filter(isKey))
      await db(this.em)
        .insertInto('work.sign_in_place')
        .values({ key, last_signed_in_at: now })
        .onConflict((on) => on.column('key').doUpdateSet({ last_signed_in_at: now }))
        .execute();
  }

  /** Deletes everything that is stored about attempts at an account, in the transaction of `em`. */
  async forget(em: EntityManager, account: string): Promise<void> {
    for (const secret of this.settings.secrets) {
      const key = { $like: `${accountKey(secret, account)}%` };
      await em.nativeDelete(SignInFailure, { key });
      await em.nativeDelete(SignInPlace, { key });
    }
  }

  private keysOf(
    { address, device, account, step }: Attempt,
    secret = this.settings.secrets[0],
  ): Partial<Record<Kind, string>> {
    const network = keyOf(secret, 'network', networkOf(address));
    if (step === 'MAIL') return { mail: `mail ${network}` };
    if (account === undefined) return { network };
    const at = accountKey(secret, account);
    const ofDevice = device === null ? undefined : `${at} ${keyOf(secret, 'device', device)}`;
    if (step === 'FACTOR')
      return {
        factor: `${at} factor`,
        ...(ofDevice === undefined ? {} : { factorDevice: `${ofDevice} factor` }),
      };
    return {
      network,
      pair: `${at} ${network}`,
      site: `${at} ${keyOf(secret, 'site', siteOf(address))}`,
      account: at,
      ...(ofDevice === undefined ? {} : { device: ofDevice }),
    };
  }
}

const passwordKinds = (isDeviceKnown: boolean, isPairKnown: boolean): Kind[] =>
  isDeviceKnown
    ? ['device']
    : ['network', 'pair', ...(isPairKnown ? [] : (['site', 'account'] as const))];

/** Hashed with a key of the installation: the tables must not become a list of accounts and places. */
const keyOf = (secret: string, kind: string, name: string): string =>
  `${kind}:${keyedHash(secret, name)}`;
const accountKey = (secret: string, email: string): string =>
  keyOf(secret, 'account', emailForms(email)[0]);

const isKey = (key: string | undefined): key is string => key !== undefined;

async function add(em: EntityManager, kind: Kind, key: string): Promise<void> {
  const limit = LIMITS[kind];
  const counted = await db(em)
    .insertInto('work.sign_in_failure')
    .values({ key, failures: 1, last_failed_at: clock })
    .onConflict((on) =>
      on
        .column('key')
        .doUpdateSet({
          failures: sql`case when sign_in_failure.last_failed_at < clock_timestamp() - ${sql.lit(FORGOTTEN_AFTER)}::interval
            then 1 else sign_in_failure.failures + 1 end`,
          last_failed_at: clock,
        })
        .where((eb) =>
          eb.or([
            eb('work.sign_in_failure.failures', '<=', limit.free),
            eb(waitEnds(limit), '<=', clock),
          ]),
        ),
    )
    .returning('key')
    .executeTakeFirst();
  if (counted) return;
  const wait = await db(em)
    .selectFrom('work.sign_in_failure')
    .select(
      sql<number>`greatest(1, ceil(extract(epoch from ${waitEnds(limit)} - clock_timestamp())))::int`.as(
        'seconds',
      ),
    )
    .where('key', '=', key)
    .executeTakeFirst();
  throw new ApiError('RATE_LIMITED', undefined, { retryAfter: wait?.seconds ?? 1 });
}
