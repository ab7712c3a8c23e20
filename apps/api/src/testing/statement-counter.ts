import { stripVTControlCharacters } from 'node:util';

const STATEMENT = /^\[query\] (?!begin|commit|rollback|savepoint|release savepoint)/i;

/** Listens to MikroORM's query log, which is coloured. */
export class StatementCounter {
  private count = 0;

  readonly log = (message: string): void => {
    if (STATEMENT.test(stripVTControlCharacters(message))) this.count++;
  };

  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.count;
    await work();
    return this.count - before;
  }
}
