import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { localTime } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { AuditService } from '../audit/audit.service.ts';
import { officeTimeZone } from '../countries/office-time-zone.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { isId } from '../../database/ids.ts';
import { readReleases } from '../publication/release.reader.ts';
import type { ChooseMonthlyInput } from './following.input.ts';
import { readFollowing } from './following.reader.ts';
import type { FollowingPayload } from './following.type.ts';
import { whoUnsubscribes } from './unsubscribe-token.ts';

/** Whether somebody wants a mail in months in which something changed that they follow. Nobody gets one who did not ask. */
@Injectable()
export class MonthlyService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async choose(actor: Actor, input: ChooseMonthlyInput, now: Date): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    const { problems } = await this.change.run(actor, 'FOLLOW', input, async (em) => {
      // counted from here: the first mail tells what the next releases change
      const [newest] = await readReleases(em, actor.lang);
      const month = localTime(now, await officeTimeZone(em)).day.slice(0, 7);
      const changed = await em.execute<object[]>(
        `insert into work.follower (user_account, digest, digest_month, digest_release) values (?, ?, ?, ?)
         on conflict (user_account) do update set digest = excluded.digest, digest_month = excluded.digest_month,
           digest_release = excluded.digest_release
         where work.follower.digest <> excluded.digest returning user_account`,
        [actor.id, input.monthly, month, newest?.number ?? null],
      );
      if (changed.length > 0)
        await this.audit.record(em, actor, 'CHOOSE_DIGEST', `user ${actor.id}`, {
          before: { monthly: !input.monthly },
          after: { monthly: input.monthly },
        });
      return null;
    });
    return { following: await readFollowing(this.em, actor.id, actor.lang), problems };
  }

  /** By the link of a mail: nobody is signed in. Says whether the link is one of ours; ending twice is no mistake. */
  async end(token: string): Promise<boolean> {
    const user = whoUnsubscribes(this.settings.sessionSecret, 'MONTHLY', token);
    if (user === null || !isId(user)) return false;
    await this.em.fork().transactional(async (em) => {
      const ended = await em.execute<object[]>(
        `update work.follower set digest = false where user_account = ? and digest returning user_account`,
        [user],
      );
      if (ended.length > 0)
        await this.audit.record(em, null, 'CHOOSE_DIGEST', `user ${user}`, {
          before: { monthly: true },
          after: { monthly: false, by: 'LINK' },
        });
    });
    return true;
  }
}
