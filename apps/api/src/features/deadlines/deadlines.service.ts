import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { translator } from '@qadam/i18n';
import { signedId, signId } from '../../config/signed-id.ts';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { isOwed } from '../../database/cells.ts';
import { db } from '../../database/db.ts';
import { inAreas } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { standAs } from '../../database/standing.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { recordEvent } from '../audit/chain.ts';
import { isOverCycle } from '../cycles/calendar.ts';
import { assignedIndicators } from '../cycles/cycle.reader.ts';
import type { ChangeInput } from '../desk-changes/change.input.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { isActive } from '../users/pending.ts';
import { ACTOR } from '../users/session.store.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import type { CalendarAddressPayload, Deadline } from './deadlines.type.ts';
import { writeCalendar } from './icalendar.ts';

const PURPOSE = 'calendar of deadlines';

/** The deadlines of each area, for the desks and for calendar programs. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async deadlines(actor: Actor, lang: Language): Promise<Deadline[]> {
    const rows = await this.read(permitAreas(actor, 'READ_WORK', actor.area));
    return rows.map((row) => ({ ...row, areaName: pickText(row.areaName, lang) }));
  }

  async address(actor: Actor): Promise<string | null> {
    const account = await this.em.fork().findOneOrFail(UserAccount, actor.id);
    return account.calendar == null ? null : this.addressOf(account.calendar);
  }

  /** Gives the person a new calendar address; the old one stops working. */
  async renew(actor: Actor, input: ChangeInput): Promise<CalendarAddressPayload> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    // refuse people who cannot read deadlines, as a calendar is of no use to them
    permitAreas(actor, 'READ_WORK', actor.area);
    const { problems } = await this.change.run(actor, 'MANAGE_OWN_ACCOUNT', input, async (em) => {
      await em.nativeUpdate(UserAccount, actor.id, { calendar: randomUUID() });
      await recordEvent(em, actor, 'RENEW_CALENDAR', `user ${actor.id}`);
      return actor.id;
    });
    return { address: await this.address(actor), problems };
  }

  /** The calendar with what the person may see now: if they lose a right, its deadlines disappear from the calendar too. */
  async calendar(token: string, now: Date): Promise<string> {
    const id = signedId(this.settings.secrets, PURPOSE, token);
    const account =
      id !== null && isId(id)
        ? await db(this.em)
            .selectFrom('work.user_account as u')
            .select([...ACTOR, 'u.language as lang'])
            .where('u.calendar', '=', id)
            .where(isActive('u'))
            .executeTakeFirst()
        : undefined;
    if (account === undefined) throw new ApiError('NOT_FOUND');
    standAs(account);
    const { lang } = account;
    const rows = await this.read(permitAreas(account, 'READ_WORK', account.area));
    const t = await translator(lang, 'mail');
    const { host } = new URL(this.settings.publicOrigin);
    const days = rows.flatMap(({ area, areaName, cycle, version, dueOn, closesOn }) => {
      const about = { area: pickText(areaName, lang).text, cycle };
      const url = `${this.settings.publicOrigin}/${lang}/report/${area}/${String(cycle)}`;
      const one = { sequence: version, url };
      const uid = (what: string) => `${what}-${area}-${String(cycle)}@${host}`;
      return [
        { ...one, uid: uid('due'), day: dueOn, summary: t('calendar.due', about) },
        { ...one, uid: uid('closes'), day: closesOn, summary: t('calendar.closes', about) },
      ];
    });
    return writeCalendar(t('calendar.name'), days, now);
  }

  private addressOf(calendar: string): string {
    const token = signId(this.settings.secrets, PURPOSE, calendar);
    return `${this.settings.publicOrigin}/calendar.ics?token=${token}`;
  }

  /** The deadlines of years that are not over, by due day. */
  private read(areas: readonly string[] | null) {
    return assignedIndicators(this.em)
      .select(['c.closes_on as closesOn', 'c.version'])
      .select(({ fn }) => fn.countAll<number>().filterWhere(isOwed('s', 'o')).as('owed'))
      .where((eb) => eb.not(isOverCycle('c', 'a')))
      .where(inAreas('a.code', areas))
      .groupBy(['a.code', 'c.year'])
      .orderBy('c.due_on')
      .orderBy('a.position')
      .execute();
  }
}
