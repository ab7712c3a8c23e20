interface KeptPlan<T> {
  plan: T;
  size: number;
}

/** A cache of plans, limited in number and in total size; the least recently used is dropped first. */
export class KeptPlans<T> {
  readonly #kept = new Map<string, KeptPlan<T>>();
  readonly #most: number;
  readonly #room: number;
  #size = 0;

  constructor(most: number, room: number) {
    this.#most = most;
    this.#room = room;
  }

  get(key: string): T | undefined {
    const found = this.#kept.get(key);
    if (found === undefined) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.plan;
  }

  set(key: string, plan: T, size: number): void {
    this.#forget(key);
    this.#kept.set(key, { plan, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most && this.#size <= this.#room) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
