import { Controller, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { isLanguage } from '@qadam/i18n';
import { ApiError } from '../../graphql/api-error.ts';
import { SubscriptionService } from './subscription.service.ts';
import { FollowingService } from '../following/following.service.ts';

/**
 * The address given in a mail's List-Unsubscribe header (RFC 8058): mail programs post to it; people who open it see a page with a
 * button. There is no session and no check of the request's origin: only the token counts, and all it can do is end mails.
 */
@Controller()
export class UnsubscribeController {
  constructor(
    private readonly following: FollowingService,
    private readonly subscriptions: SubscriptionService,
  ) {}

  @Post(':lang/unsubscribe')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async end(
    @Param('lang') lang: string,
    @Query('token') token: unknown,
  ): Promise<{ ended: boolean }> {
    const ended =
      isLanguage(lang) &&
      typeof token === 'string' &&
      ((await this.following.endMonthly(token)) || (await this.subscriptions.end(token)));
    if (!ended) throw new ApiError('NOT_FOUND');
    return { ended };
  }
}
