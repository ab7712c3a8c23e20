import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import type { Call } from '../../http/call.ts';
import { newToken, readCookie, writeCookie } from './cookies.ts';
import { SessionStore } from './session.store.ts';

/** The cookies that a browser sends with a sign-in and gets from it. */
@Injectable()
export class SignInCookies {
  constructor(
    private readonly sessions: SessionStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The network and device of a sign-in; a new device gets a number, which the answer stores in a cookie. */
  from(request: FastifyRequest): { address: string; device: string } {
    const device = readCookie(request, this.settings.publicOrigin, 'device') ?? newToken();
    return { address: request.ip, device };
  }

  /** Ends the session that was open in this browser. */
  async end(request: FastifyRequest): Promise<void> {
    const token = readCookie(request, this.settings.publicOrigin, 'session');
    if (token) await this.sessions.end(token);
  }

  /** Starts a session with a new token in this browser, instead of the previous one. */
  async begin({ request, reply }: Call, token: string, device: string): Promise<void> {
    await this.end(request);
    writeCookie(reply, this.settings.publicOrigin, 'session', token);
    writeCookie(reply, this.settings.publicOrigin, 'device', device);
  }
}
