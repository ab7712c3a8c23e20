type Id = string;

/** SENT: the server answered, whatever it said. UNREACHED: it cannot be reached, so it is no use trying other cells. */
export type Sending = 'SENT' | 'UNREACHED';

const RETRY = 5000;

/**
 * The cells that wait to be saved, one request at a time, in the order in which they were typed. Without a connection
 * the queue stops, and later goes on where it stopped.
 */
export class SaveQueue {
  readonly #send: (id: Id) => Promise<Sending>;
  readonly #stalled: (ids: readonly Id[]) => void;
  readonly #pausing = new Map<Id, ReturnType<typeof setTimeout>>();
  readonly #idle = new Set<() => void>();
  #ready = new Set<Id>();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #online = true;

  constructor(send: (id: Id) => Promise<Sending>, stalled: (ids: readonly Id[]) => void) {
    this.#send = send;
    this.#stalled = stalled;
  }

  get waiting(): readonly Id[] {
    return [...this.#ready, ...this.#pausing.keys()];
  }

  setOnline(online: boolean): void {
    this.#online = online;
    void this.#run();
  }

  /** Makes a cell ready once nothing more was typed in it for the length of the pause. */
  later(id: Id, pause: number): void {
    clearTimeout(this.#pausing.get(id));
    const timer = setTimeout(() => this.now(id), pause);
    this.#pausing.delete(id);
    this.#pausing.set(id, timer);
  }

  now(id: Id): void {
    clearTimeout(this.#pausing.get(id));
    this.#pausing.delete(id);
    this.#ready.add(id);
    void this.#run();
  }

  hurry(id: Id): void {
    if (this.#pausing.has(id)) this.now(id);
  }

  drop(id: Id): void {
    clearTimeout(this.#pausing.get(id));
    this.#pausing.delete(id);
    this.#ready.delete(id);
  }

  /** Sends everything that waits; resolves when all of it was answered, or nothing can be reached. */
  settle(): Promise<void> {
    for (const id of [...this.#pausing.keys()]) this.now(id);
    // does not wait for a retry that was put off
    void this.#run();
    if (!this.#running) return Promise.resolve();
    return new Promise((resolve) => this.#idle.add(resolve));
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    clearTimeout(this.#retry);
    this.#running = true;
    let reached = true;
    while (this.#online && reached) {
      const [next] = this.#ready;
      if (next === undefined) break;
      this.#ready.delete(next);
      reached = (await this.#send(next)) === 'SENT';
      // back to the front of the queue
      if (!reached) this.#ready = new Set([next, ...this.#ready]);
    }
    this.#running = false;
    if (this.#ready.size > 0) this.#stalled([...this.#ready]);
    if (!reached) this.#retry = setTimeout(() => void this.#run(), RETRY);
    for (const done of this.#idle) done();
    this.#idle.clear();
  }
}
