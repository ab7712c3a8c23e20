import { ApiError } from '../graphql/api-error.ts';

interface Waiting {
  who: readonly string[];
  begin: () => void;
}

/**
 * Runs up to `atOnce` tasks at a time; up to `mostWaiting` wait, and more are refused with a time to try again. The next task is the one whose first
 * name (a network or person) was served longest ago, then likewise by its other names (a country), then by arrival: somebody who sends many delays
 * only themselves. One first name may take a quarter of the waiting places; '' may take all.
 */
export class FairQueue {
  private working = 0;
  private count = 0;
  private readonly waiting: Waiting[] = [];
  /** When each name was served last; forgotten when nothing waits. */
  private readonly served = new Map<string, number>();

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting = Infinity,
  ) {}

  async take<T>(work: () => Promise<T>, ...who: string[]): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else if (this.hasPlace(who[0] ?? ''))
      await new Promise<void>((begin) => this.waiting.push({ who, begin }));
    else throw new ApiError('UNAVAILABLE');
    this.count += 1;
    for (const [at, name] of who.entries()) this.served.set(`${at} ${name}`, this.count);
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  private hasPlace(name: string): boolean {
    const own = this.waiting.filter(({ who }) => (who[0] ?? '') === name).length;
    return this.waiting.length < this.mostWaiting && (name === '' || own < this.mostWaiting / 4);
  }

  private handOn(): void {
    const [next] = this.waiting.toSorted((a, b) => this.order(a, b));
    if (next === undefined) {
      this.working -= 1;
      this.served.clear();
      return;
    }
    this.waiting.splice(this.waiting.indexOf(next), 1);
    next.begin();
  }

  private order(a: Waiting, b: Waiting): number {
    const last = ({ who }: Waiting, at: number) => this.served.get(`${at} ${who[at] ?? ''}`) ?? 0;
    const at = a.who.findIndex((_, index) => last(a, index) !== last(b, index));
    return at === -1 ? 0 : last(a, at) - last(b, at);
  }
}
