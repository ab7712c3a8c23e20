import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refuseForeignOrigin } from '../../http/foreign-origin.ts';
import { answerForm, HourlyShare, readForm } from '../../http/public-form.ts';
import { ErrorReportService } from './error-report.service.ts';

/** The form “Report an error about this number”, without a session and without cookies. */
@Controller(':lang/about/report')
export class ErrorReportsController {
  private readonly share = new HourlyShare();

  constructor(
    private readonly reports: ErrorReportService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  send(
    @Param('lang') lang: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (!isLanguage(lang)) throw new ApiError('NOT_FOUND');
    refuseForeignOrigin(request, this.settings.publicOrigin, 'FORM');
    const form = readForm(body, ['about', 'text', 'email']);
    const about = new URLSearchParams(form.about === '' ? {} : { about: form.about }).toString();
    const page = `/${lang}/about/report${about === '' ? '' : `?${about}`}`;
    return answerForm(request, reply, page, async () => {
      this.share.take(request.ip);
      await this.reports.send(form, lang, new Date());
    });
  }
}
