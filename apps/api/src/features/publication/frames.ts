import type { EntityManager } from '@mikro-orm/postgresql';
import { newestDb } from '../../database/db.ts';
import { prepared } from '../../database/prepared.ts';
import type { Language } from '../../graphql/enums.ts';
import { Memo } from '../../http/memo.ts';
import { type Frame, frameOf, type Lived, readFrames, type Rows } from './frame.ts';
import { type NamedSources, readNamedSources } from './named-sources.ts';
import { asReleaseTime } from './release-day.ts';
import {
  type Comparing,
  type Reading,
  type ReadRelease,
  readReleaseRows,
  type ReleaseRow,
  toReleases,
} from './release.reader.ts';

const readNewest = prepared(
  (db) => db.selectFrom('publication.release').select(({ fn }) => fn.max('sequence').as('newest')),
  { dbOf: newestDb },
);

/**
 * Caches the releases and their frames in the process: they change only with a new release, not when a cell is withdrawn. A row that several releases
 * share is kept once.
 */
export class Frames {
  private kept: Promise<Known> | undefined;

  constructor(private readonly em: EntityManager) {}

  /** Reads from the release with this number, or from the newest; null if there is none. */
  read<T>(
    lang: Language,
    number: string | null | undefined,
    read: (reading: Reading) => Promise<T>,
  ): Promise<T | null> {
    return this.upToDate(async (known, seen) => {
      const release = known.release(number, lang);
      const { em } = this;
      return release && read({ em, lang, release, seen, ...known.at(release.sequence) });
    });
  }

  /** Reads from several releases. */
  compare<T>(lang: Language, read: (comparing: Comparing) => Promise<T>): Promise<T> {
    const { em } = this;
    return this.upToDate((known, seen) => read({ em, lang, seen, ...known.all(lang) }));
  }

  /** Reads again if a newer release was published meanwhile. */
  private async upToDate<T>(read: (known: Known, seen: Reading['seen']) => Promise<T>): Promise<T> {
    for (;;) {
      const kept = (this.kept ??= this.load());
      const known = await kept;
      const seen: Reading['seen'] = {};
      const told = await read(known, seen);
      if (seen.newest === undefined)
        seen.newest = (await readNewest(this.em, {}, {}))[0]?.newest ?? null;
      if (seen.newest === known.newest) return told;
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

/** For how many frames, and for how many sets of the sources that values name, results are kept. */
const KEPT = 24;

/** For callers that rarely compare releases: nothing is cached. */
export async function readComparing(em: EntityManager, lang: Language): Promise<Comparing> {
  const known = await load(em);
  return { em, lang, seen: {}, ...known.all(lang) };
}

async function load(em: EntityManager): Promise<Known> {
  // The releases are read before the rows: a release published in between then is not known yet, instead of being known without its rows.
  const all = await readReleaseRows(em);
  return new Known(em, all, await readFrames(em));
}

class Known {
  readonly newest: number | null;
  private readonly born: Reading['releases'];
  private readonly frames = new Map<number, Frame>();
  private readonly told = new Map<Language, ReadRelease[]>();
  private readonly named = new Memo<NamedSources>(KEPT);
  /** Releases in which a row begins or ends. Every other release has the frame of the one before it. */
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
    const { releases } = this.all(lang);
    if (number == null) return releases[0] ?? null;
    return releases.find((release) => release.number === number) ?? null;
  }

  all(lang: Language): Pick<Comparing, 'releases' | 'frameAt'> {
    const releases = this.told.get(lang) ?? toReleases(this.releases, lang);
    this.told.set(lang, releases);
    return { releases, frameAt: (at) => this.frameAt(at) };
  }

  at(at: number): Pick<Reading, 'at' | 'frame' | 'releases' | 'named'> {
    const frame = this.frameAt(at);
    const named: Reading['named'] = (withdrawn) =>
      this.named.get(`${String(frame.since)} ${String(withdrawn)}`, () =>
        readNamedSources(this.em, at, withdrawn),
      );
    return { at, frame, releases: this.born, named };
  }

  private frameAt(at: number): Frame {
    const turn = this.turns.find((one) => one <= at) ?? 0;
    const frame = this.frames.get(turn) ?? frameOf(this.rows, turn);
    this.frames.set(turn, frame);
    for (const first of this.frames.keys()) if (this.frames.size > KEPT) this.frames.delete(first);
    return frame;
  }
}
