import { Aged, ByAge } from './by-age.ts';

class One<T> extends Aged<One<T>> {
  /** Null while it is being made. */
  weight: number | null = null;
  result: T | undefined;

  constructor(
    readonly key: string,
    readonly made: Promise<T>,
  ) {
    super();
  }
}

/**
 * Keeps one result for each key. It is made once, even if several requests ask for it at the same time. If all results together weigh more
 * than `most` (by default each weighs 1), the least recently used are forgotten; one that alone is heavier is not kept.
 */
export class Memo<T> {
  private readonly kept = new Map<string, One<T>>();
  private readonly byAge = new ByAge<One<T>>();
  private weight = 0;

  constructor(
    private readonly most: number,
    private readonly weigh: (made: T, key: string) => number = () => 1,
  ) {}

  get(key: string, make: () => Promise<T>): Promise<T> {
    return this.known(key) ?? this.begin(key, make());
  }

  /** The result if it is already made or being made. */
  known(key: string): Promise<T> | undefined {
    return this.touch(key)?.made;
  }

  /** The result for a caller that cannot wait: undefined if there is none or it is still being made. */
  made(key: string): T | undefined {
    return this.touch(key)?.result;
  }

  private touch(key: string): One<T> | undefined {
    const one = this.kept.get(key);
    if (one) this.byAge.renew(one);
    return one;
  }

  private begin(key: string, made: Promise<T>): Promise<T> {
    const one = new One(key, made);
    this.kept.set(key, one);
    this.byAge.add(one);
    made.then(
      (result) => {
        this.keep(one, result);
      },
      () => {
        this.forget(one);
      },
    );
    return made;
  }

  private keep(one: One<T>, result: T): void {
    const weight = this.weigh(result, one.key);
    if (weight > this.most) {
      this.forget(one);
      return;
    }
    one.weight = weight;
    one.result = result;
    this.weight += weight;
    let { oldest } = this.byAge;
    while (oldest && this.weight > this.most) {
      const next: One<T> | null = oldest.newer;
      if (oldest.weight !== null) {
        this.weight -= oldest.weight;
        this.forget(oldest);
      }
      oldest = next;
    }
  }

  private forget(one: One<T>): void {
    this.kept.delete(one.key);
    this.byAge.remove(one);
  }
}

/** Makes a result once for each object, and forgets it with the object. */
export function oncePer<One extends object, Made>(make: (one: One) => Made): (one: One) => Made {
  const known = new WeakMap<One, Made>();
  return (one) => {
    const made = known.get(one) ?? make(one);
    known.set(one, made);
    return made;
  };
}

/** The same for each object and key. */
export function oncePerKey<One extends object, Key, Made>(
  make: (one: One, key: Key) => Made,
): (one: One, key: Key) => Made {
  const ofEach = oncePer<One, Map<Key, Made>>(() => new Map());
  return (one, key) => {
    const known = ofEach(one);
    const made = known.get(key) ?? make(one, key);
    known.set(key, made);
    return made;
  };
}
