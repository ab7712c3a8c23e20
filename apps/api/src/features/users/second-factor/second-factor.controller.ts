import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { problem } from '../../../graphql/problem.ts';
import type { Problem } from '../../../graphql/problem.type.ts';
import { Call } from '../../../http/call.ts';
import { refuseForeignOrigin } from '../../../http/foreign-origin.ts';
import type { SignedIn } from '../auth.service.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import { readPasskeyAnswer, readTexts } from '../read-body.ts';
import { RequestActor } from '../request-actor.ts';
import { SignInCookies } from '../sign-in-cookies.ts';
import type { AuthenticatorOffer } from './authenticator.ts';
import {
  type Enrolled,
  type Enrolling,
  EnrolmentService,
  type OwnSecondFactor,
} from './enrolment.service.ts';
import { type Finished, SecondFactorService } from './second-factor.service.ts';

interface Shown {
  problems: Problem[];
  /** The person who is now signed in. */
  account: (SignedIn & { demo: boolean }) | null;
}

/** HTTP instead of GraphQL, so that aliases cannot multiply attempts, and no secret gets into stored answers. */
@Controller('auth/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly enrolment: EnrolmentService,
    private readonly actors: RequestActor,
    private readonly cookies: SignInCookies,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async read(@Call() { request }: Call): Promise<OwnSecondFactor> {
    return this.enrolment.read(await this.actors.of(request));
  }

  @Post('code')
  @HttpCode(200)
  async giveCode(@Call() call: Call, @Body() body: unknown): Promise<Shown> {
    const { code } = readTexts(body, ['code']);
    const from = this.cookies.from(call.request);
    return this.shown(call, from, await this.factors.giveCode(this.unfinished(call), code, from));
  }

  @Post('passkey/options')
  @HttpCode(200)
  async askForPasskey(@Call() call: Call): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.factors.askForPasskey(this.unfinished(call));
  }

  @Post('passkey')
  @HttpCode(200)
  async givePasskey(@Call() call: Call, @Body() body: unknown): Promise<Shown> {
    const response = readPasskeyAnswer(body).response as AuthenticationResponseJSON;
    const from = this.cookies.from(call.request);
    const token = this.unfinished(call);
    return this.shown(call, from, await this.factors.givePasskey(token, response, from));
  }

  @Post('authenticator/offer')
  @HttpCode(200)
  async offerAuthenticator(@Call() { request }: Call): Promise<AuthenticatorOffer> {
    return this.enrolment.offerAuthenticator(await this.enrolling(request));
  }

  @Post('authenticator')
  @HttpCode(200)
  async takeAuthenticator(@Call() call: Call, @Body() body: unknown) {
    const who = await this.enrolling(call.request);
    const given = readTexts(body, ['offer', 'code']);
    return this.enrolled(call, await this.enrolment.takeAuthenticator(who, given));
  }

  @Post('passkeys/options')
  @HttpCode(200)
  async askForNewPasskey(
    @Call() { request }: Call,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.enrolment.askForPasskey(await this.enrolling(request));
  }

  @Post('passkeys')
  @HttpCode(200)
  async addPasskey(@Call() call: Call, @Body() body: unknown) {
    const who = await this.enrolling(call.request);
    const { name, response } = readPasskeyAnswer(body, ['name']);
    const given = { name, response: response as RegistrationResponseJSON };
    return this.enrolled(call, await this.enrolment.addPasskey(who, given));
  }

  @Post('authenticator/remove')
  @HttpCode(200)
  async removeAuthenticator(@Call() { request }: Call): Promise<{ problems: Problem[] }> {
    return this.enrolment.remove(await this.enrolling(request), { kind: 'TOTP' });
  }

  @Post('passkeys/remove')
  @HttpCode(200)
  async removePasskey(
    @Call() { request }: Call,
    @Body() body: unknown,
  ): Promise<{ problems: Problem[] }> {
    const { id } = readTexts(body, ['id']);
    return this.enrolment.remove(await this.enrolling(request), { kind: 'PASSKEY', id });
  }

  @Post('recovery-codes')
  @HttpCode(200)
  async renewRecoveryCodes(@Call() { request }: Call) {
    return this.enrolment.renewRecoveryCodes(await this.enrolling(request));
  }

  private unfinished({ request }: Call): string | null {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    return readCookie(request, this.settings.publicOrigin, 'signIn');
  }

  /** A sign-in that waits for its factor takes precedence over an older session in the same browser. */
  private async enrolling(request: FastifyRequest): Promise<Enrolling> {
    refuseForeignOrigin(request, this.settings.publicOrigin);
    const token = readCookie(request, this.settings.publicOrigin, 'signIn');
    const who = token === null ? null : await this.enrolment.bySignIn(token);
    return who ?? this.enrolment.bySession(await this.actors.of(request));
  }

  private async shown(
    call: Call,
    from: { device: string },
    finished: Finished | null,
  ): Promise<Shown> {
    if (finished === null)
      return { problems: [problem('FACTOR_CODE_WRONG', 'code')], account: null };
    return { problems: [], account: await this.begin(call, from, finished) };
  }

  private async enrolled(
    call: Call,
    { finished, ...answer }: Enrolled,
  ): Promise<Omit<Enrolled, 'finished'> & { account: Shown['account'] }> {
    const account =
      finished === null ? null : await this.begin(call, this.cookies.from(call.request), finished);
    return { ...answer, account };
  }

  private async begin(call: Call, { device }: { device: string }, { token, person }: Finished) {
    await this.cookies.begin(call, token, device);
    writeCookie(call.reply, this.settings.publicOrigin, 'signIn', null);
    const { id, email, name, role, area, areas } = person;
    return { id, email, name, role, area, areas, demo: this.settings.demo };
  }
}
