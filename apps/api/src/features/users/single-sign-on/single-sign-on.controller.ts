import { Controller, Get, Inject, Query } from '@nestjs/common';
import * as v from 'valibot';
import { factorsToShow, stepOfSignIn } from '@qadam/domain';
import { isLanguage } from '@qadam/i18n';
import { EntityManager } from '@mikro-orm/postgresql';
import { seal, unseal } from '../../../config/seal.ts';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { Call } from '../../../http/call.ts';
import { log } from '../../../http/log.ts';
import type { NextStep } from '../auth.service.ts';
import { readCookie, writeCookie } from '../cookies.ts';
import { readFactors } from '../second-factor/own-factors.ts';
import { UnfinishedSignInStore } from '../second-factor/unfinished-sign-in.store.ts';
import { SignInCookies } from '../sign-in-cookies.ts';
import { type Journey, SignOnProvider } from './provider.ts';
import { SingleSignOnService } from './single-sign-on.service.ts';

const SEALED_FOR = 'a journey to the provider';
const journeySchema = v.strictObject({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  lang: v.string(),
  next: v.string(),
});

/** Sends browsers to the provider and receives them back. */
@Controller('auth')
export class SingleSignOnController {
  constructor(
    private readonly em: EntityManager,
    private readonly provider: SignOnProvider,
    private readonly signOn: SingleSignOnService,
    private readonly unfinished: UnfinishedSignInStore,
    private readonly cookies: SignInCookies,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What the sign-in page offers, and the step that an unfinished sign-in of this browser has reached. */
  @Get('sign-in')
  async offered(
    @Call() { request }: Call,
  ): Promise<{ singleSignOn: boolean; next: NextStep | null }> {
    const token = readCookie(request, this.settings.publicOrigin, 'signIn');
    const person = token === null ? null : await this.unfinished.accountOf(token);
    if (person === null) return { singleSignOn: this.provider.isOffered, next: null };
    const { own } = await readFactors(this.em, person.id);
    const next = { step: stepOfSignIn(own), factors: factorsToShow(own) };
    return { singleSignOn: this.provider.isOffered, next };
  }

  @Get('single-sign-on')
  async begin(
    @Call() { reply }: Call,
    @Query('lang') lang: unknown,
    @Query('next') next: unknown,
  ): Promise<void> {
    const where = { lang: languageOf(lang), next: pathOf(next) };
    try {
      const { url, journey } = await this.provider.begin();
      const sealed = seal(
        this.settings.secrets,
        SEALED_FOR,
        JSON.stringify({ ...journey, ...where }),
      );
      writeCookie(reply, this.settings.publicOrigin, 'signIn', sealed);
      this.redirect({ reply }, url.href);
    } catch (error) {
      log.error({ err: error }, 'the sign-in of the provider does not answer');
      this.toSignIn({ reply }, where, 'PROVIDER');
    }
  }

  @Get('single-sign-on/callback')
  async finish(@Call() call: Call): Promise<void> {
    const { request, reply } = call;
    const journey = this.journeyOf(readCookie(request, this.settings.publicOrigin, 'signIn'));
    writeCookie(reply, this.settings.publicOrigin, 'signIn', null);
    if (journey === null) {
      this.toSignIn(call, { lang: 'en', next: '' }, 'PROVIDER');
      return;
    }
    const { device } = this.cookies.from(request);
    try {
      const { kind, token } = await this.signOn.signIn(request.url, journey);
      if (kind === 'SESSION') await this.cookies.begin(call, token, device);
      else if (kind === 'NEXT_STEP')
        writeCookie(reply, this.settings.publicOrigin, 'signIn', token);
      this.toSignIn(call, journey, token === null ? kind : undefined);
    } catch (error) {
      log.warn({ err: error }, 'a sign-in by the provider failed');
      this.toSignIn(call, journey, 'PROVIDER');
    }
  }

  private journeyOf(sealed: string | null): (Journey & { lang: string; next: string }) | null {
    const opened = sealed && unseal(this.settings.secrets, SEALED_FOR, sealed);
    if (!opened) return null;
    const read = v.safeParse(journeySchema, JSON.parse(opened.text));
    return read.success ? read.output : null;
  }

  /**
   * Sends the browser to the sign-in page, which goes on from there: to the desk, to the next step, or to an explanation of what went wrong. That
   * page follows only paths of this site.
   */
  private toSignIn(
    { reply }: Pick<Call, 'reply'>,
    { lang, next }: { lang: string; next: string },
    failed?: string,
  ): void {
    const search = new URLSearchParams({
      ...(next === '' ? {} : { next }),
      ...(failed === undefined ? {} : { failed }),
    }).toString();
    this.redirect({ reply }, `/${lang}/sign-in${search && `?${search}`}`);
  }

  private redirect({ reply }: Pick<Call, 'reply'>, to: string): void {
    void reply.redirect(to, 303);
  }
}

/** The text if a cookie can hold it. Whether it is a path of this site is checked by the page that follows it. */
const pathOf = (text: unknown): string =>
  typeof text === 'string' && /^[\x21-\x7e]{0,300}$/.test(text) ? text : '';

const languageOf = (text: unknown): string =>
  typeof text === 'string' && isLanguage(text) ? text : 'en';
