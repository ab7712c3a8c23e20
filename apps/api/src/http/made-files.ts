import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Module, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../graphql/api-error.ts';
import { networkOf } from './fair-use.ts';
import { log } from './log.ts';
import { FairQueue } from './fair-queue.ts';

type Pieces = AsyncIterable<string | Uint8Array>;

export interface FileAsked {
  /** Names everything that the bytes depend on: requests with the same key share a file. */
  key: string;
  headers: Readonly<Record<string, string>>;
  pieces: () => Pieces;
}

interface Limits {
  /** How many pieces, and beside them how many short answers, are made at once: each takes a connection to the database. */
  atOnce: number;
  /** How many files may be in the making; one network may have half of them. */
  making: number;
  /** How many short answers may wait. */
  waiting: number;
  /** How many whole files are kept, each as an open file of the system, and how many bytes they may have. */
  kept: number;
  bytes: number;
  /** The most bytes of these files and all that are being made or still read; one network may take half of it. */
  disk: number;
  /** How long a download may pause, in milliseconds: meanwhile its file takes up the disk. */
  idleTimeout: number;
}

const MEGABYTE = 1024 * 1024;
/** Pieces and short answers together take at most four of the ten connections. */
const LIMITS: Limits = {
  ...{ atOnce: 2, making: 64, waiting: 200 },
  ...{ kept: 200, bytes: 512 * MEGABYTE, disk: 2048 * MEGABYTE, idleTimeout: 120_000 },
};

/**
 * Files that many people download are made once, piece by piece, and in turns with those of other networks; so no number of downloads takes
 * more than a few connections, and slow readers hold none. A request is refused before the first byte if its file cannot be made. A failure
 * after that breaks the connection, so that half a file never looks complete. A file that does not fit on the disk is passed on: it is made
 * as fast as it is downloaded, and not kept.
 */
export class MadeFiles implements OnModuleDestroy {
  /** By key; the file that was not asked for longest comes first. */
  private readonly files = new Map<string, MadeFile>();
  private readonly making = new Set<MadeFile>();
  private readonly pieces: FairQueue;
  private readonly answers: FairQueue;
  private readonly limits: Limits;
  private onDisk = 0;
  /** The bytes on the disk by the network that first asked for the file. */
  private readonly onDiskOf = new Map<string, number>();

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...LIMITS, ...limits };
    this.pieces = new FairQueue(this.limits.atOnce);
    this.answers = new FairQueue(this.limits.atOnce, this.limits.waiting);
  }

  /** Sets the headers and returns the body to answer with; HEAD gets none. */
  async send(
    { method, ip }: FastifyRequest,
    reply: FastifyReply,
    { key, headers, pieces }: FileAsked,
  ): Promise<Readable | undefined> {
    if (method === 'HEAD') {
      await this.answer(ip, () => first(pieces()));
      void reply.headers({ ...headers });
      return undefined;
    }
    const { stream, bytes } = await this.open(key, ip, pieces);
    void reply.headers({ ...headers, ...(bytes === null ? {} : { 'content-length': bytes }) });
    return stream;
  }

  /** Makes a short answer. It waits its turn, because it needs the database as a file does. */
  answer<T>(ip: string, make: () => Promise<T>): Promise<T> {
    return this.answers.take(make, networkOf(ip));
  }

  /** Resolves once the first bytes are there. `bytes`: the length of the file, if it is already whole. */
  async open(
    key: string,
    ip: string,
    pieces: () => Pieces,
  ): Promise<{ stream: Readable; bytes: number | null }> {
    const known = this.files.get(key);
    const file = known?.isForOthers === true ? known : this.begin(key, networkOf(ip), pieces);
    this.files.delete(key);
    this.files.set(key, file);
    const reader = file.join();
    try {
      await file.begun();
    } catch (error) {
      await file.leave(reader);
      throw error;
    }
    const stream = file.stream(reader, this.limits.idleTimeout);
    return { stream, bytes: file.whole ? file.bytes : null };
  }

  async onModuleDestroy(): Promise<void> {
    const files = [...this.files.values()];
    this.files.clear();
    await Promise.all(files.map((file) => file.forget()));
  }

  private begin(key: string, who: string, pieces: () => Pieces): MadeFile {
    const own = [...this.making].filter((one) => one.who === who).length;
    if (this.making.size >= this.limits.making || own >= this.limits.making / 2)
      throw new ApiError('UNAVAILABLE');
    const file = new MadeFile(who, (bytes) => this.take(bytes, who));
    this.making.add(file);
    void file.make(pieces(), this.pieces).then(() => {
      this.making.delete(file);
      if (!file.isForOthers && this.files.get(key) === file) this.files.delete(key);
      this.makeRoom();
    });
    return file;
  }

  /** Counts bytes on the disk, negative ones when they are given back. Returns false if there is no room for them. */
  private take(bytes: number, who: string): boolean {
    const own = (this.onDiskOf.get(who) ?? 0) + bytes;
    if (own > 0) this.onDiskOf.set(who, own);
    else this.onDiskOf.delete(who);
    this.onDisk += bytes;
    if (bytes <= 0) return true;
    const { disk } = this.limits;
    const isFull = () => this.onDisk > disk;
    const isOwnFull = () => (this.onDiskOf.get(who) ?? 0) > disk / 2;
    if (isOwnFull()) this.makeRoom(0, who);
    if (isFull()) this.makeRoom(0);
    return !isFull() && !isOwnFull();
  }

  /** Forgets whole files until the others fit into this many bytes. `who`: only files of this network. */
  private makeRoom(most = this.limits.bytes, who?: string): void {
    const whole = [...this.files].filter(
      ([, file]) => !file.making && (who === undefined || file.who === who),
    );
    let bytes = whole.reduce((sum, [, file]) => sum + file.bytes, 0);
    let count = whole.length;
    for (const [key, file] of whole) {
      if (bytes <= most && count <= this.limits.kept) return;
      bytes -= file.bytes;
      count -= 1;
      this.files.delete(key);
      void file.forget();
    }
  }
}

/** One queue for all downloads. */
@Module({
  providers: [{ provide: MadeFiles, useFactory: () => new MadeFiles() }],
  exports: [MadeFiles],
})
export class MadeFilesModule {}

/** How many bytes are read and sent at once, and the least that is written: small pieces wait for others, but the first does not, and none for long. */
const CHUNK = 64 * 1024;
const LONGEST_WAIT_MS = 1000;

/** A reader of a file. `at`: how many bytes it has taken. */
interface Reader {
  at: number;
}

class MadeFile {
  bytes = 0;
  making = true;
  whole = false;
  private handle: FileHandle | undefined;
  private failure: unknown = new ApiError('UNAVAILABLE');
  private readonly readers = new Set<Reader>();
  private held = 0;
  /** True if there was no room for the whole file: its beginning is gone, so nobody else can read it. */
  private passedOn = false;
  private forgotten = false;
  private change = Promise.withResolvers<undefined>();

  constructor(
    readonly who: string,
    private readonly take: (bytes: number) => boolean,
  ) {}

  get isForOthers(): boolean {
    return (this.making || this.whole) && !this.passedOn;
  }

  async make(pieces: Pieces, turns: FairQueue): Promise<void> {
    const source = pieces[Symbol.asyncIterator]();
    try {
      this.handle = await nameless();
      let waiting: Buffer[] = [];
      let length = 0;
      let written = -Infinity;
      while (this.readers.size > 0 && !this.whole) {
        const piece = await turns.take(() => source.next(), this.who);
        const isOver = piece.done === true;
        if (!isOver) {
          const bytes = Buffer.from(piece.value as string);
          waiting.push(bytes);
          length += bytes.length;
        }
        const now = performance.now();
        if (length > 0 && (isOver || length >= CHUNK || now - written > LONGEST_WAIT_MS)) {
          await this.write(this.handle, Buffer.concat(waiting, length));
          waiting = [];
          length = 0;
          written = now;
        }
        this.whole = isOver;
      }
    } catch (error) {
      this.failure = error;
      if (!(error instanceof ApiError)) log.error({ err: error }, 'a file could not be made');
    }
    this.making = false;
    this.forgotten ||= !this.isForOthers;
    this.tell();
    await source.return?.().catch(() => undefined);
    await this.closeUnread();
  }

  private async write(handle: FileHandle, bytes: Buffer): Promise<void> {
    await this.makeRoom(bytes.length);
    await handle.appendFile(bytes);
    this.bytes += bytes.length;
    this.tell();
  }

  /** Resolves when there is something to read, or the file has ended. */
  async begun(): Promise<void> {
    while (this.bytes === 0 && this.making) await this.change.promise;
    if (this.bytes === 0 && !this.whole) throw this.failure;
  }

  join(): Reader {
    const reader = { at: 0 };
    this.readers.add(reader);
    return reader;
  }

  leave(reader: Reader): Promise<void> {
    this.readers.delete(reader);
    this.tell();
    return this.closeUnread();
  }

  stream(reader: Reader, idleTimeout: number): Readable {
    const giveUp = () => stream.destroy(new Error('The file is not taken.'));
    let waiting = setTimeout(giveUp, idleTimeout).unref();
    const stream = new Readable({
      read: () => {
        clearTimeout(waiting);
        this.read(reader.at).then(
          (chunk) => {
            reader.at += chunk?.length ?? 0;
            if (this.passedOn) this.tell();
            waiting = setTimeout(giveUp, idleTimeout).unref();
            stream.push(chunk);
          },
          (error: unknown) => stream.destroy(error instanceof Error ? error : new Error('failed')),
        );
      },
      destroy: (error, done) => {
        clearTimeout(waiting);
        this.leave(reader).then(() => {
          done(error);
        }, done);
      },
    });
    // the stream may fail before its sender listens for errors
    return stream.on('error', () => undefined);
  }

  /** Gives the file up once nobody reads it: present readers still get all of it. */
  forget(): Promise<void> {
    this.forgotten = true;
    return this.closeUnread();
  }

  private async read(at: number): Promise<Buffer | null> {
    while (at >= this.bytes && this.making) await this.change.promise;
    if (at >= this.bytes && this.whole) return null;
    if (at >= this.bytes || !this.handle) throw this.failure;
    const length = Math.min(CHUNK, this.bytes - at);
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  }

  /**
   * Counts the next piece of the file. If there is no room for it, waits until all readers have taken what was made, and gives that room
   * back. The piece is written in any case.
   */
  private async makeRoom(bytes: number): Promise<void> {
    const held = this.held;
    this.held += bytes;
    if (this.take(bytes)) return;
    if (this.bytes === 0) throw new ApiError('UNAVAILABLE', undefined, { retryAfter: 60 });
    this.passedOn = true;
    while ([...this.readers].some(({ at }) => at < this.bytes)) await this.change.promise;
    // writing goes on at the same position; the part before it no longer takes up any space
    await this.handle?.truncate();
    this.held = bytes;
    this.take(-held);
  }

  private tell(): void {
    this.change.resolve(undefined);
    this.change = Promise.withResolvers();
  }

  private async closeUnread(): Promise<void> {
    if (!this.forgotten || this.making || this.readers.size > 0) return;
    const { handle, held } = this;
    this.handle = undefined;
    this.held = 0;
    this.take(-held);
    await handle?.close();
  }
}

/** Opens a file in the folder for temporary files and deletes its name at once, so that it is gone when it is closed or the process ends. */
async function nameless(): Promise<FileHandle> {
  const file = path.join(tmpdir(), `qadam-${randomUUID()}`);
  const handle = await open(file, 'wx+', 0o600);
  await unlink(file);
  return handle;
}

async function first(pieces: Pieces): Promise<void> {
  const source = pieces[Symbol.asyncIterator]();
  await source.next();
  await source.return?.();
}
