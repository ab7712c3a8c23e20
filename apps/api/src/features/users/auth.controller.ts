import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { Call } from '../../http/call.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { AuthService, type NextStep, type SignedIn } from './auth.service.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from './demo-accounts.ts';
import { readTexts } from './read-body.ts';
import { RequestActor } from './request-actor.ts';
import { writeCookie } from './cookies.ts';
import { SignInCookies } from './sign-in-cookies.ts';

type Account = SignedIn & { demo: boolean };

/** HTTP instead of GraphQL, because aliases and batches could multiply attempts. */
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly actors: RequestActor,
    private readonly cookies: SignInCookies,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Call() call: Call, @Body() body: unknown): Promise<Account | NextStep> {
    refuseForeignOrigin(call.request, this.settings.publicOrigin);
    const given = readTexts(body, ['email', 'password']);
    if (given.email.length > 254) throw new ApiError('BAD_USER_INPUT');
    const from = this.cookies.from(call.request);
    const { token, person, next } = await this.auth.signIn(given, from);
    if (next !== null) {
      writeCookie(call.reply, this.settings.publicOrigin, 'signIn', token);
      return next;
    }
    await this.cookies.begin(call, token, from.device);
    return this.account(person);
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Call() { request, reply }: Call): Promise<void> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    await this.cookies.end(request);
    writeCookie(reply, this.settings.publicOrigin, 'session', null);
  }

  @Get('me')
  async me(@Req() request: FastifyRequest): Promise<Account> {
    return this.account(await this.actors.of(request));
  }

  @Get('demo-accounts')
  demoAccounts(): { accounts: readonly DemoAccount[]; password: string } {
    if (!this.settings.demo) throw new ApiError('NOT_FOUND');
    return { accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD };
  }

  private account({ id, email, name, role, area, areas }: SignedIn): Account {
    return { id, email, name, role, area, areas, demo: this.settings.demo };
  }
}
