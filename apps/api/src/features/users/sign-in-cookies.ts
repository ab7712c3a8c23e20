import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import type { Call } from '../../http/call.ts';
import { newToken, readCookie, writeCookie } from './cookies.ts';
import { SessionStore } from './session.store.ts';

/** What a browser brings to a sign-in and takes away from it. */
@Injectable()
export class SignInCookies {
  constructor(
    private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Where a sign-in comes from; a device that was not here before gets its number with the answer. */
  from(request: FastifyRequest): { address: string; device: string } {
    const device = readCookie(request, this.settings.publicOrigin, 'device') ?? newToken();
    return { address: request.ip, device };
  }

  /** The session that was open in this browser ends. */
  async end(request: FastifyRequest): Promise<void> {
    const token = readCookie(request, this.settings.publicOrigin, 'session');
    if (token) await this.sessions.end(token);
  }

  /** A session with a new token, in place of the one before. */
  async begin({ request, reply }: Call, token: string, device: string): Promise<void> {
    await this.end(request);
    writeCookie(reply, this.settings.publicOrigin, 'session', token);
    writeCookie(reply, this.settings.publicOrigin, 'device', device);
  }
}
