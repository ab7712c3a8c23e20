import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { type Replica, ReplicaChoice, type Released } from './replicas.ts';
import type { PublicTables } from './tables.ts';

/** A database that answers each statement with one row, or fails. */
function databaseOf(answer: () => object): Kysely<PublicTables> {
  class Answering extends DummyDriver {
    override acquireConnection() {
      return Promise.resolve({
        executeQuery: () => Promise.resolve().then(() => ({ rows: [answer() as never] })),
        streamQuery: () => {
          throw new Error('Nothing is streamed here.');
        },
      });
    }
  }
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new Answering(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

class FakeReplica implements Replica {
  answeredAt = -Infinity;
  lostAt = -Infinity;
  has: Released;
  same = 'cluster/database';
  follows = true;
  isAway = false;
  readonly host: string;

  constructor(host: string, has: Released) {
    this.host = host;
    this.has = has;
  }

  getClient() {
    return databaseOf(() => {
      if (this.isAway) throw new Error('connect ECONNREFUSED');
      return { ...this.has, same: this.same, follows: this.follows };
    });
  }
}

const release = (sequence: number, withdrawn = 0): Released => ({
  number: `2026.${String(sequence)}`,
  sequence,
  withdrawn,
});

describe('the database that releases are read from', () => {
  let replica: FakeReplica;
  let choice: ReplicaChoice<FakeReplica>;
  const choiceOf = (...replicas: FakeReplica[]) =>
    new ReplicaChoice(replicas, () =>
      databaseOf(() => ({ same: 'cluster/database', position: '0/1' })),
    );
  /** A second passes: the primary reports this state, and every replica is asked. */
  async function second(has: Released): Promise<void> {
    jest.advanceTimersByTime(1000);
    choice.follow(has, performance.now());
    await choice.ask();
  }

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    replica = new FakeReplica('one', release(1));
    choice = choiceOf(replica);
    await second(release(1));
    await second(release(1));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is a replica that has everything, until what it said is old', () => {
    expect(choice.usable).toBe(replica);
    jest.advanceTimersByTime(5001);
    expect(choice.usable).toBeNull();
  });

  it('is the primary where a withdrawal is lacking, and again a replica only once the primary has told anew', async () => {
    await second(release(1, 1));
    expect(choice.usable).toBeNull();
    replica.has = release(1, 1);
    await choice.ask();
    // not yet, because readers of the primary may have seen another withdrawal meanwhile
    expect(choice.usable).toBeNull();
    await second(release(1, 2));
    expect(choice.usable).toBeNull();
    replica.has = release(1, 2);
    await second(release(1, 2));
    await second(release(1, 2));
    expect(choice.usable).toBe(replica);
  });

  it.each([
    ['promoted', (one: FakeReplica) => (one.follows = false)],
    ['of another database', (one: FakeReplica) => (one.same = 'cluster/other')],
    ['away', (one: FakeReplica) => (one.isAway = true)],
  ])('is no replica that is %s', async (_, change) => {
    change(replica);
    await second(release(1));
    await second(release(1));
    expect(choice.usable).toBeNull();
  });

  it('is not the replica that has failed a reader, until the primary and it were asked again', async () => {
    jest.advanceTimersByTime(10);
    replica.lostAt = performance.now();
    expect(choice.usable).toBeNull();
    await second(release(1));
    await second(release(1));
    expect(choice.usable).toBe(replica);
  });

  it('is the primary after this process has published, whatever was asked before', async () => {
    const before = performance.now();
    jest.advanceTimersByTime(10);
    choice.pause();
    choice.primaryIsAway = true;
    choice.follow(release(1), before);
    await choice.ask();
    expect(choice.usable).toBeNull();
  });

  describe('while the primary is away', () => {
    beforeEach(() => {
      choice.primaryIsAway = true;
    });

    it('is the replica again that was late once', async () => {
      replica.isAway = true;
      await choice.ask();
      expect(choice.usable).toBeNull();
      replica.isAway = false;
      await choice.ask();
      expect(choice.usable).toBe(replica);
    });

    it('is asked anew after a time without readers', async () => {
      jest.advanceTimersByTime(60_000);
      expect(choice.usable).toBeNull();
      await choice.ask();
      expect(choice.usable).toBe(replica);
    });

    it('says what it has, and no other is read afterwards that has less', async () => {
      replica.has = release(2);
      await choice.ask();
      expect(choice.said).toMatchObject(release(2));
      replica.has = release(1);
      await choice.ask();
      expect(choice.usable).toBeNull();
    });
  });

  it('is one of two replicas, until that lacks something', async () => {
    const two = [new FakeReplica('one', release(1)), new FakeReplica('two', release(1))];
    choice = choiceOf(...two);
    await second(release(1));
    await second(release(1));
    const first = choice.usable;
    for (let n = 0; n < 5; n += 1) {
      await second(release(1));
      expect(choice.usable).toBe(first);
    }
    for (const one of two) if (one !== first) one.has = release(2);
    await second(release(2));
    await second(release(2));
    expect(choice.usable).toBe(two.find((one) => one !== first));
  });
});
