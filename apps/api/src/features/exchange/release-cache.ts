import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@qadam/i18n';
import { isKnown, NEWEST, SETTLED } from '../../http/cache-policy.ts';
import { version } from '../../http/version.ts';
import type { AskedRelease } from './asked-release.ts';
import type { ReadRelease } from '../publication/release.reader.ts';
import { CurrentRelease } from '../releases/current-release.ts';

@Injectable()
export class ReleaseCache {
  constructor(private readonly current: CurrentRelease) {}

  /** Sets what caches need to know; true where the asker has it already, and the answer is an empty 304. */
  async answer(
    { headers }: FastifyRequest,
    reply: FastifyReply,
    read: ReadRelease,
    lang: Language,
    asked: AskedRelease,
    /** Where one address answers in several shapes: the one chosen. */
    shape = '',
  ): Promise<boolean> {
    const edition = await this.current.editionOf(read.number);
    const etag = `"${[edition, lang, version, ...(shape === '' ? [] : [shape.replace(/[^\w.+=-]+/g, '-')])].join('-')}"`;
    void reply.headers({ etag, 'cache-control': isSettled(asked) ? SETTLED : NEWEST });
    const known = isKnown(headers['if-none-match'], etag);
    if (known) void reply.status(304);
    return known;
  }

  /** Of a file that is answered: its edition, as `answer` has set it, and what else was asked for. */
  keyOf(reply: FastifyReply, ...asked: readonly unknown[]): string {
    return JSON.stringify([reply.getHeader('etag'), ...asked]);
  }
}

/** A day that is over has its release for good. */
function isSettled({ release, asOf }: AskedRelease): boolean {
  return (
    release !== undefined || (asOf !== undefined && asOf < new Date().toISOString().slice(0, 10))
  );
}
