import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { standAs } from '../../database/standing.ts';
import type { Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { readCookie } from './cookies.ts';
import { SessionStore } from './session.store.ts';

/** Finds the person to whom the session of a request belongs. */
@Injectable()
export class RequestActor {
  constructor(
    private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(request: FastifyRequest): Promise<Actor> {
    const token = readCookie(request, this.settings.publicOrigin, 'session');
    const actor = token && (await this.sessions.actorOf(token, request.headers['accept-language']));
    if (!actor) throw new ApiError('UNAUTHENTICATED');
    standAs(actor);
    return actor;
  }

  /** For a request that changes something: it must not come from another site. */
  async changing(request: FastifyRequest, body: 'JSON' | 'UPLOAD' = 'JSON'): Promise<Actor> {
    refuseForeignOrigin(request, this.settings.publicOrigin, body);
    return this.of(request);
  }
}
