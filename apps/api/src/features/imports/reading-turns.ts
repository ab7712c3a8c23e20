/** Whose file it is, and for which country. */
export interface Sender {
  person: string;
  area: string;
}

interface Waiting extends Sender {
  begin: () => void;
}

/**
 * One file is read at a time: two would need twice the memory. Next is the file of the person served longest ago, so that
 * each waits behind at most one file of each other person; among those not served yet, that of the country served longest ago.
 */
export class ReadingTurns {
  private readonly waiting: Waiting[] = [];
  private isReading = false;
  private count = 0;
  /** When persons and countries were served last; forgotten when the queue is empty. */
  private readonly persons = new Map<string, number>();
  private readonly areas = new Map<string, number>();

  async take<T>(sender: Sender, read: () => Promise<T>): Promise<T> {
    if (this.isReading) await new Promise<void>((begin) => this.waiting.push({ ...sender, begin }));
    this.isReading = true;
    this.count += 1;
    this.persons.set(sender.person, this.count);
    this.areas.set(sender.area, this.count);
    try {
      return await read();
    } finally {
      this.handOn();
    }
  }

  private handOn(): void {
    const next = this.waiting.toSorted(
      (a, b) => this.served(a) - this.served(b) || this.servedArea(a) - this.servedArea(b),
    )[0];
    if (next === undefined) {
      this.isReading = false;
      this.persons.clear();
      this.areas.clear();
      return;
    }
    this.waiting.splice(this.waiting.indexOf(next), 1);
    next.begin();
  }

  private served({ person }: Sender): number {
    return this.persons.get(person) ?? 0;
  }

  private servedArea({ area }: Sender): number {
    return this.areas.get(area) ?? 0;
  }
}
