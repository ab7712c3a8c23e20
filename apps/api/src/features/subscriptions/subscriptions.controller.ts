import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { answerForm, HourlyShare, readForm } from '../../http/public-form.ts';
import { SubscriptionService } from './subscription.service.ts';

/** The forms of the page about news by mail, which work without a session and without cookies. */
@Controller(':lang/about/news')
export class SubscriptionsController {
  private readonly share = new HourlyShare();

  constructor(
    private readonly subscriptions: SubscriptionService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  ask(
    @Param('lang') lang: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const language = this.languageOf(lang, request);
    const form = readForm(body, ['email', 'about']);
    return answerForm(request, reply, `/${language}/about/news`, async () => {
      this.share.take(request.ip);
      await this.subscriptions.ask(form, language, new Date());
    });
  }

  /** Sent by a button on the page that the mail leads to; the link alone must not confirm, as programs that scan mails open links too. */
  @Post('confirm')
  confirm(
    @Param('lang') lang: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const language = this.languageOf(lang, request);
    const { token } = readForm(body, ['token']);
    return answerForm(request, reply, `/${language}/about/news/confirm`, async () => {
      if (!(await this.subscriptions.confirm(token, new Date()))) throw refused('LINK_INVALID');
    });
  }

  private languageOf(lang: string, request: FastifyRequest): Language {
    if (!isLanguage(lang)) throw new ApiError('NOT_FOUND');
    refuseForeignOrigin(request, this.settings.publicOrigin, 'FORM');
    return lang;
  }
}
