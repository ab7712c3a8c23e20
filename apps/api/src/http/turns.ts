import { ApiError } from '../graphql/api-error.ts';

/** Lets so many work at once; so many more may wait, and whoever comes then is asked to come again. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly atOnce: number;
  private readonly mostWaiting: number;

  constructor(atOnce: number, mostWaiting: number) {
    this.atOnce = atOnce;
    this.mostWaiting = mostWaiting;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.atOnce) this.working += 1;
    else if (this.waiting.length < this.mostWaiting)
      await new Promise<void>((begin) => this.waiting.push(begin));
    else throw new ApiError('UNAVAILABLE', undefined, { retryAfter: 5 });
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next)
        next(); // the turn is handed on
      else this.working -= 1;
    }
  }
}
