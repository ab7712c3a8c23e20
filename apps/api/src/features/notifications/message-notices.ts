import type { EntityManager } from '@mikro-orm/postgresql';
import { type AskedCell, isOpen, readQuestions } from '../observations/question.reader.ts';
import { ASSIGNEE_OF } from '../cycles/assignee.ts';
import { db } from '../../database/db.ts';
import { anyOf, roleOfAuthor } from '../../database/expressions.ts';
import { AnnouncedMessage } from './announced.entity.ts';
import { collected, newsSince, toReporters } from './batches.ts';
import { type Notice, noticesTo, type Reader } from '../outbox/notice.ts';
import { concernedBy, type OfficerReader, officers, reporters } from '../outbox/readers.ts';

type Written = Awaited<ReturnType<typeof unannounced>>[number];

/** Questions, and reporters' messages after one, that no mail has told about; not those older than two days, which are no news any more. */
async function unannounced(em: EntityManager, now: Date) {
  return db(em)
    .selectFrom('work.message as m')
    .innerJoin('work.user_account as u', 'u.id', 'm.author')
    .innerJoin('work.observation as o', 'o.id', 'm.observation')
    .innerJoin('work.area as a', 'a.code', 'o.area')
    .leftJoin('work.cycle as c', 'c.year', 'o.year')
    .select(['m.id as message', 'm.question', 'm.created_at as at'])
    .select(['o.id as observation', 'o.area', 'a.names as areaNames', 'c.year as cycle'])
    .select(ASSIGNEE_OF.as('assignee'))
    .where('m.created_at', '>', newsSince(now))
    .where((eb) =>
      eb.or([
        eb('m.question', '=', true),
        eb.and([
          eb(roleOfAuthor('m', 'u'), '=', 'REPORTER'),
          eb.exists(
            eb
              .selectFrom('work.message as q')
              .whereRef('q.observation', '=', 'm.observation')
              .where('q.question', '=', true),
          ),
        ]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('work.announced_message as n').whereRef('n.message', '=', 'm.id')),
      ),
    )
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute();
}

/**
 * Mails about questions, to an area's reporters, and about their answers, to the officers who asked: one mail for everything within
 * ten minutes, as for returned values. Questions answered meanwhile, and answers after which the value was decided on, do not count.
 */
export async function messageNotices(em: EntityManager, now: Date): Promise<Notice[]> {
  const written = await unannounced(em, now);
  const key = ({ area, question }: Written) => `${area} ${String(question)}`;
  const batches = collected(written, key, now);
  const announced = batches.flat();
  if (announced.length === 0) return [];
  await em.insertMany(
    AnnouncedMessage,
    announced.map(({ message }) => ({ message, announcedAt: now })),
  );
  const observations = announced.map(({ observation }) => observation);
  const cells = await readQuestions(em, { which: anyOf(observations) });
  const asked = new Map(cells.map((cell) => [cell.observation, cell]));
  const areas = announced.map(({ area }) => area);
  const reportersOf = await reporters(em, areas);
  const desk = await officers(em);
  return batches.flatMap((batch) =>
    batch[0]?.question === true
      ? questionsTo(reportersOf, batch, asked)
      : answersTo(desk, batch, asked),
  );
}

function questionsTo(
  reportersOf: ReadonlyMap<string, readonly Reader[]>,
  batch: readonly Written[],
  asked: ReadonlyMap<string, AskedCell>,
): Notice[] {
  const waiting = batch.filter(({ observation }) => {
    const cell = asked.get(observation);
    return cell !== undefined && isOpen(cell);
  });
  return toReporters('ASKED', `asked:${waiting[0]?.message ?? ''}`, waiting, reportersOf);
}

/** Mails about answers, to the officer who asked; if that one has left, to all officers of the area. */
function answersTo(
  desk: readonly OfficerReader[],
  batch: readonly Written[],
  asked: ReadonlyMap<string, AskedCell>,
): Notice[] {
  const answers = batch.flatMap(({ message, observation, area, areaNames }) => {
    const cell = asked.get(observation);
    if (cell?.answer?.id !== message) return [];
    const concerned = concernedBy(desk, area);
    const asker = concerned.filter(({ id }) => id === cell.question.author.id);
    return [{ message, area, areaNames, readers: asker.length > 0 ? asker : concerned }];
  });
  return desk.flatMap((reader) => {
    const own = answers.filter(({ readers }) => readers.includes(reader));
    const [first] = own;
    if (first === undefined) return [];
    const { area, areaNames, message } = first;
    const facts = { kind: 'ANSWERED', area, areaNames, values: own.length } as const;
    return noticesTo([reader], `answered:${message}`, facts);
  });
}
