import { ApiError } from '../graphql/api-error.ts';

/**
 * Runs so many tasks at once; so many more may wait, and further ones are refused with a time to try again. Waiting tasks
 * are taken in turn from each network, so that one that sends many delays only itself, and one network takes no more than a
 * quarter of the places. Tasks without a network ('') may take them all.
 */
export class Turns {
  private working = 0;
  private places = 0;
  /** The network whose turn it is next first. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly atOnce: number;
  private readonly mostWaiting: number;

  constructor(atOnce: number, mostWaiting: number) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  async take<T>(work: () => Promise<T>, who = ''): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else if (this.hasPlace(who)) await this.wait(who);
    else throw new ApiError('UNAVAILABLE');
    try {
      return await work();
    } finally {
      const next = this.next();
      if (next)
        next(); // the turn is handed on
      else this.working -= 1;
    }
  }

  private hasPlace(who: string): boolean {
    const own = this.waiting.get(who)?.length ?? 0;
    return this.places < this.mostWaiting && (who === '' || own < this.mostWaiting / 4);
  }

  private wait(who: string): Promise<void> {
    this.places += 1;
    const behind = this.waiting.get(who) ?? [];
    this.waiting.set(who, behind);
    return new Promise((begin) => behind.push(begin));
  }

  private next(): (() => void) | undefined {
    const [first] = this.waiting;
    if (first === undefined) return undefined;
    const [who, behind] = first;
    const begin = behind.shift();
    this.waiting.delete(who);
    if (behind.length > 0) this.waiting.set(who, behind); // after the others
    this.places -= 1;
    return begin;
  }
}
