import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { digestWeek, isSendingHour, isWithin, reminderStep } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { holdLock } from '../../database/locks.ts';
import { db } from '../../database/db.ts';
import { countRows } from '../../database/expressions.ts';
import { ASSIGNEE_OF } from '../cycles/assignee.ts';
import { officeTimeZone } from '../countries/area.reader.ts';
import { type Notice, noticesTo } from '../outbox/notice.ts';
import { countWaiting } from '../reviews/count-waiting.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { monthlyNews } from './monthly-news.ts';
import { messageNotices } from './message-notices.ts';
import { readOutstanding } from './outstanding.ts';
import { concernedBy, officers, reporters } from '../outbox/readers.ts';
import { releaseNews } from './release-news.ts';
import { collected, newsSince, toReporters } from './batches.ts';
import { AnnouncedReturn } from './announced.entity.ts';

/** Returned values that no mail has told about; not those older than two days, which are no news any more. */
async function unannounced(em: EntityManager, now: Date) {
  return db(em)
    .selectFrom('work.review as v')
    .innerJoin('work.observation as o', 'o.id', 'v.observation')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .leftJoin('work.cycle as c', 'c.year', 'o.year')
    .select(['v.id as review', 'v.created_at as at', 'o.id as observation', 'o.area', 'o.state'])
    .select(['a.names as areaNames', 'c.year as cycle', ASSIGNEE_OF.as('assignee')])
    .where('v.decision', '=', 'RETURNED')
    .where('v.created_at', '>', newsSince(now))
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('work.announced_return as n').whereRef('n.review', '=', 'v.id')),
      ),
    )
    .orderBy('v.created_at')
    .orderBy('v.id')
    .execute();
}

/** One mail to an area's reporters about all values returned within ten minutes; values submitted again meanwhile do not count. */
async function returnedValues(em: EntityManager, now: Date): Promise<Notice[]> {
  const areas = collected(await unannounced(em, now), ({ area }) => area, now);
  await em.insertMany(
    AnnouncedReturn,
    areas.flat().map(({ review }) => ({ review, announcedAt: now })),
  );
  const readers = await reporters(
    em,
    areas.flatMap(([first]) => first?.area ?? []),
  );
  return areas.flatMap((batch) => {
    const waiting = batch.filter(({ state }) => state === 'RETURNED');
    return toReporters('RETURNED', `returned:${waiting[0]?.review ?? ''}`, waiting, readers);
  });
}

/** Mails to the officers about every submission of the last two days that was not recalled. */
async function newSubmissions(em: EntityManager, now: Date): Promise<Notice[]> {
  const returns = await db(em)
    .selectFrom('work.submission as s')
    .innerJoin('work.area as a', 'a.code', 's.area')
    .select((eb) => [
      ...(['s.id', 's.number', 's.area', 's.cycle', 'a.names as areaNames'] as const),
      countRows(
        eb.selectFrom('work.submission_revision as x').whereRef('x.submission', '=', 's.id'),
      ).as('values'),
    ])
    .where('s.recalled_at', 'is', null)
    .where('s.submitted_at', '>', newsSince(now))
    .orderBy('s.submitted_at')
    .orderBy('s.id')
    .execute();
  if (returns.length === 0) return [];
  const desk = await officers(em);
  return returns.flatMap(({ id, ...facts }) =>
    noticesTo(concernedBy(desk, facts.area), `submitted:${id}`, { kind: 'SUBMITTED', ...facts }),
  );
}

/** Finds the mails that are due from stored data only, so a restart forgets nothing and repeats nothing. */
@Injectable()
export class PlannerService {
  constructor(
    private readonly em: EntityManager,
    private readonly outbox: OutboxStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Writes the mails that are due at `now`; returns how many are new. */
  async plan(now: Date): Promise<number> {
    return this.em.fork().transactional(async (em) => {
      await holdLock(em, 'MAIL_PLAN');
      const notices = [
        ...(await dueReminders(em, now)),
        ...(await returnedValues(em, now)),
        ...(await messageNotices(em, now)),
        ...(await newSubmissions(em, now)),
        ...(await weeklyDigest(em, now)),
        ...(await monthlyNews(em, now, this.settings.secrets)),
        ...(await releaseNews(em, this.settings.secrets)),
      ];
      return this.outbox.add(em, notices, now);
    });
  }
}

/** Reminders to everybody who reports for an area that owes something: 30 and 7 days before its due day, on it, and 7 days after it. */
async function dueReminders(em: EntityManager, now: Date): Promise<Notice[]> {
  const due = (await readOutstanding(em, now)).flatMap(({ local, due: outstanding }) => {
    const step = isSendingHour(local) ? reminderStep(outstanding.daysLeft) : null;
    return step === null ? [] : [{ step, outstanding }];
  });
  const readers = await reporters(
    em,
    due.map(({ outstanding }) => outstanding.area),
  );
  return due.flatMap(({ step, outstanding }) =>
    noticesTo(
      readers.get(outstanding.area) ?? [],
      // the key has the due day, so that reminders start again if the due day is moved
      `reminder:${outstanding.area}:${String(outstanding.cycle)}:${outstanding.dueOn}:${String(step)}`,
      { kind: 'REMINDER', ...outstanding },
    ),
  );
}

/** The weekly mail to officers: late returns, values to review and returned ones in the areas they work for; no mail if there is nothing to do. */
async function weeklyDigest(em: EntityManager, now: Date): Promise<Notice[]> {
  const week = digestWeek(now, await officeTimeZone(em));
  if (week === null) return [];
  const late = (await readOutstanding(em, now))
    .map(({ due }) => due)
    .filter(({ daysLeft }) => daysLeft < 0);
  const notices: Notice[] = [];
  // officers who work for the same areas get the same mail
  for (const desk of Map.groupBy(await officers(em), ({ areas }) => String(areas)).values()) {
    const areas = desk[0]?.areas ?? null;
    const counts = await countWaiting(em, areas);
    const own = late.filter(({ area }) => isWithin(areas, area));
    if (own.length === 0 && counts.toReview === 0 && counts.returned === 0) continue;
    notices.push(
      ...noticesTo(desk, `digest:${week}`, {
        kind: 'DIGEST',
        late: own.map(({ area, areaNames, cycle, owed }) => ({ area, areaNames, cycle, owed })),
        ...counts,
      }),
    );
  }
  return notices;
}
