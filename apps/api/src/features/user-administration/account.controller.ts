import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { AccountService } from './account.service.ts';
import { newToken, readCookie, writeCookie } from '../users/cookies.ts';
import { readTexts } from '../users/read-body.ts';
import { EmailChangeService } from './email-change.service.ts';
import { ForgottenPasswordService } from './forgotten-password.service.ts';
import { RequestActor } from '../users/request-actor.ts';
import type { Attempt } from '../users/sign-in-limits.ts';

/** HTTP instead of GraphQL, because aliases could multiply attempts, and because an invited person has no session yet. */
@Controller('auth')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly emails: EmailChangeService,
    private readonly forgotten: ForgottenPasswordService,
    private readonly actors: RequestActor,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A POST, because the token must not appear in any log. */
  @Post('invitation')
  @HttpCode(200)
  async readInvitation(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<{ email: string; name: string }> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const { token } = readTexts(body, ['token']);
    const invited = await this.accounts.readInvitation(token, this.from(request));
    if (invited === null) throw new ApiError('NOT_FOUND');
    return { email: invited.email, name: invited.name };
  }

  @Post('invitation/accept')
  @HttpCode(200)
  async acceptInvitation(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ problems: Problem[] }> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const { token, password } = readTexts(body, ['token', 'password']);
    const from = this.from(request);
    const device = from.device ?? newToken();
    const answer = await this.accounts.acceptInvitation(token, password, { ...from, device });
    if (answer.problems.length === 0)
      writeCookie(reply, this.settings.publicOrigin, 'device', device);
    return answer;
  }

  @Post('forgotten')
  @HttpCode(202)
  async forgetPassword(@Req() request: FastifyRequest, @Body() body: unknown): Promise<object> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const { email } = readTexts(body, ['email']);
    if (email.length > 254) throw new ApiError('BAD_USER_INPUT');
    await this.forgotten.ask(email, this.from(request));
    return {};
  }

  /** Called by the page to which the link for a new address leads. */
  @Post('email')
  @HttpCode(200)
  async readEmailChange(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<{ email: string; name: string }> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const linked = await this.emails.read(readTexts(body, ['token']).token, this.from(request));
    if (linked === null) throw new ApiError('NOT_FOUND');
    return { email: linked.email, name: linked.name };
  }

  @Post('email/confirm')
  @HttpCode(200)
  async confirmEmail(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<{ problems: Problem[] }> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    return this.emails.confirm(readTexts(body, ['token']).token, this.from(request));
  }

  @Post('password')
  @HttpCode(200)
  async changePassword(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<{ problems: Problem[] }> {
    const actor = await this.actors.changing(request);
    const passwords = readTexts(body, ['old', 'password']);
    return this.accounts.changePassword(actor, passwords, this.from(request));
  }

  private from(request: FastifyRequest): Attempt {
    const device = readCookie(request, this.settings.publicOrigin, 'device');
    return { address: request.ip, device };
  }
}
