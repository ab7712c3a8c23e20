import type { EntityManager } from '@mikro-orm/postgresql';
import { newestDb } from '../../database/db.ts';
import { prepared } from '../../database/prepared.ts';
import type { Language } from '../../graphql/enums.ts';
import { Memo } from '../../http/memo.ts';
import { type Frame, frameOf, type Lived, readFrames, type Rows } from './frame.ts';
import { type NamedSources, readNamedSources } from './named-sources.ts';
import { asReleaseTime } from './release-day.ts';
import {
  type Reading,
  type ReadRelease,
  readReleaseRows,
  type ReleaseRow,
  toRelease,
} from './release.reader.ts';

const readNewest = prepared(
  (db) => db.selectFrom('publication.release').select(({ fn }) => fn.max('sequence').as('newest')),
  { dbOf: newestDb },
);

/**
 * The releases and their frames, kept by the process: only a new release changes them, and no cell that is withdrawn. One row
 * serves all releases that have it.
 */
export class Frames {
  private kept: Promise<Known> | undefined;

  constructor(private readonly em: EntityManager) {}

  /** Reads of the release of a number, the newest without one; null where there is none. Read again where a release came meanwhile. */
  async read<T>(
    lang: Language,
    number: string | null | undefined,
    read: (reading: Reading) => Promise<T>,
  ): Promise<T | null> {
    const { em } = this;
    for (;;) {
      const kept = (this.kept ??= this.load());
      const known = await kept;
      const release = known.release(number, lang);
      const seen: Reading['seen'] = {};
      const page =
        release && (await read({ em, lang, release, seen, ...known.at(release.sequence) }));
      if (seen.newest === undefined)
        seen.newest = (await readNewest(em, {}, {}))[0]?.newest ?? null;
      if (seen.newest === known.newest) return page;
      if (this.kept === kept) this.kept = undefined;
    }
  }

  private load(): Promise<Known> {
    const loading = load(this.em);
    loading.catch(() => {
      if (this.kept === loading) this.kept = undefined;
    });
    return loading;
  }
}

/** Releases of different contents, of which the sources that values name are kept: ids of some dozens, with those of actions and areas. */
const NAMED = 24;

async function load(em: EntityManager): Promise<Known> {
  // before the rows: those of a release that comes between are not missed
  const all = await readReleaseRows(em);
  return new Known(em, all, await readFrames(em));
}

class Known {
  readonly newest: number | null;
  private readonly born: Reading['releases'];
  private readonly frames = new Map<number, Frame>();
  /** In each language, by number; the newest also without one. */
  private readonly told = new Map<string, ReadRelease>();
  private readonly named = new Memo<NamedSources>(NAMED);
  /** Releases in which a row begins or ends: the frame of any other is that of the one before it. */
  private readonly turns: number[];

  constructor(
    private readonly em: EntityManager,
    private readonly releases: readonly ReleaseRow[],
    private readonly rows: Rows,
  ) {
    this.born = new Map(
      releases.map(({ sequence, number, at }) => {
        return [sequence, { number, publishedOn: asReleaseTime(at).slice(0, 10) }];
      }),
    );
    this.newest = releases[0]?.sequence ?? null;
    const ends = Object.values(rows)
      .flat<readonly Lived<unknown>[][]>()
      .flatMap(({ from, until }) => [from, until ?? from]);
    this.turns = [...new Set(ends)].sort((a, b) => b - a);
  }

  release(number: string | null | undefined, lang: Language): ReadRelease | null {
    const key = number == null ? lang : `${lang} ${number}`;
    const before = this.told.get(key);
    if (before) return before;
    const index =
      number == null ? 0 : this.releases.findIndex((release) => release.number === number);
    const release = this.releases[index];
    if (!release) return null;
    const told = toRelease(release, this.releases[index + 1], index === 0, lang);
    this.told.set(key, told);
    return told;
  }

  at(at: number): Pick<Reading, 'at' | 'frame' | 'releases' | 'named'> {
    const turn = this.turns.find((one) => one <= at) ?? 0;
    const frame = this.frames.get(turn) ?? frameOf(this.rows, turn);
    this.frames.set(turn, frame);
    const named: Reading['named'] = (withdrawn) =>
      this.named.get(`${String(turn)} ${String(withdrawn)}`, () =>
        readNamedSources(this.em, at, withdrawn),
      );
    return { at, frame, releases: this.born, named };
  }
}
