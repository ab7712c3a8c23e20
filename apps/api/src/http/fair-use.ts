import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ApiError } from '../graphql/api-error.ts';
import { Aged, ByAge } from './by-age.ts';

/** What a request takes from its network's share. A file, or a page that is not stored, is far more work than an answer. */
export const COSTS = { answer: 1, file: 10, page: 10 } as const;

/** The most networks that are remembered; beyond it, the one not seen for longest is forgotten. */
const MAX_NETWORKS = 20_000;

class Share extends Aged<Share> {
  constructor(
    readonly network: string,
    public left: number,
    public at: number,
  ) {
    super();
  }
}

/**
 * A share of requests for each network, refilled evenly; a minute's worth may be spent at once. It is kept in memory only, so that reading
 * leaves nothing in the database and needs no further statement. So with n processes the limit is up to n times as high (docs/decisions/0018).
 */
export class FairUse {
  private readonly shares = new Map<string, Share>();
  private readonly byAge = new ByAge<Share>();

  /** 0: no limit. */
  constructor(private readonly perMinute: number) {}

  /** Takes the cost from the network's share, or throws RATE_LIMITED if too little is left. */
  charge(address: string, cost: number): void {
    const retryAfter = this.take(address, cost, performance.now());
    if (retryAfter === 0) return;
    const message = `Too many requests from your network. Try again in ${String(retryAfter)} s.`;
    throw new ApiError('RATE_LIMITED', message, { retryAfter });
  }

  /** Takes the cost even if less is left. The debt, of a minute's worth at most, must be refilled before the next request. */
  owe(address: string, cost: number): void {
    this.take(address, 0, performance.now());
    const share = this.shares.get(networkOf(address));
    if (share) share.left = Math.max(share.left - cost, -this.perMinute);
  }

  /** Takes the cost from the share and returns 0, or takes nothing and returns the seconds until it can be taken. */
  take(address: string, cost: number, now: number): number {
    if (this.perMinute === 0 || isLoopback(address)) return 0;
    const share = this.shareOf(networkOf(address), now);
    const perSecond = this.perMinute / 60;
    share.left = Math.min(this.perMinute, share.left + ((now - share.at) / 1000) * perSecond);
    share.at = now;
    const price = Math.min(cost, this.perMinute);
    if (share.left < price) return Math.max(1, Math.ceil((price - share.left) / perSecond));
    share.left -= price;
    return 0;
  }

  private shareOf(network: string, now: number): Share {
    const known = this.shares.get(network);
    if (known) {
      this.byAge.renew(known);
      return known;
    }
    const share = new Share(network, this.perMinute, now);
    this.shares.set(network, share);
    this.byAge.add(share);
    const { oldest } = this.byAge;
    if (oldest && this.shares.size > MAX_NETWORKS) {
      this.shares.delete(oldest.network);
      this.byAge.remove(oldest);
    }
    return share;
  }
}

/** One share of each network, for answers, files and pages together. */
@Module({
  providers: [
    {
      provide: FairUse,
      inject: [SETTINGS],
      useFactory: ({ readsPerMinute }: Settings) => new FairUse(readsPerMinute),
    },
  ],
  exports: [FairUse],
})
export class FairUseModule {}

/** A request of the machine itself: its monitoring, its tests, its demonstration. */
function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** The addresses of one subscriber: a whole /64 of IPv6, or a single IPv4 address. */
export function networkOf(address: string): string {
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(missing).fill('0'), ...(after ?? [])];
  return groups.slice(0, 4).join(':');
}

/** The block around a network in which one customer can get many addresses: an IPv4 /24 or an IPv6 /48. */
export function siteOf(address: string): string {
  const network = networkOf(address);
  const [separator, parts] = network.includes('.') ? ['.', 3] : [':', 3];
  return network.split(separator).slice(0, parts).join(separator);
}
