/** What is the same until its key is not: made once, also where several ask at the same time. The least recently asked for is forgotten first. */
export class Memo<T> {
  private readonly made = new Map<string, Promise<T>>();

  constructor(private readonly most: number) {}

  get(key: string, make: () => Promise<T>): Promise<T> {
    const one = this.made.get(key) ?? make();
    this.made.delete(key);
    this.made.set(key, one);
    const oldest = this.made.keys().next().value;
    if (this.made.size > this.most && oldest !== undefined) this.made.delete(oldest);
    one.catch(() => this.made.delete(key));
    return one;
  }
}
