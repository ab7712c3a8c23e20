import { ApiError } from '../../graphql/api-error.ts';

/** How many files of one person may wait, as files are read one at a time. */
const MAX_FILES = 3;

export class WaitingFiles {
  private readonly counts = new Map<string, number>();

  /** Opens a job and reads it, if there is one to read; refuses if too many files of the person are waiting. */
  async add<J extends string | null>(
    person: string,
    open: () => Promise<J>,
    read: (job: string) => Promise<void>,
  ): Promise<{ job: J; checked: Promise<void> }> {
    const before = this.counts.get(person) ?? 0;
    if (before >= MAX_FILES) throw new ApiError('RATE_LIMITED', undefined, { retryAfter: 10 });
    this.counts.set(person, before + 1);
    let job: J;
    try {
      job = await open();
    } catch (error) {
      this.leave(person);
      throw error;
    }
    const reading = job === null ? Promise.resolve() : read(job);
    return { job, checked: reading.finally(() => this.leave(person)) };
  }

  private leave(person: string): void {
    const others = (this.counts.get(person) ?? 1) - 1;
    if (others === 0) this.counts.delete(person);
    else this.counts.set(person, others);
  }
}
