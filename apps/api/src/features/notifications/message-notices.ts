import type { EntityManager } from '@mikro-orm/postgresql';
import { type AskedCell, isOpen, readQuestions } from '../observations/question.reader.ts';
import { collected, toReporters, type Unannounced } from './batches.ts';
import { type Notice, noticesTo, type Reader } from '../outbox/notice.ts';
import { officers, reporters } from './readers.ts';

interface Written extends Unannounced {
  message: string;
  question: boolean;
}

/** Questions and what reporters wrote after one, standing in no mail yet. After two days without a working server it is old news. */
async function unannounced(em: EntityManager, now: Date): Promise<Written[]> {
  return em.execute<Written[]>(
    `select m.id as message, m.question, o.id as observation, o.area, a.names as "areaNames",
       (select c.year from work.cycle c where c.year = o.year) as cycle, m.created_at as at
     from work.message m
     join work.user_account u on u.id = m.author
     join work.observation o on o.id = m.observation
     join work.area a on a.code = o.area
     where m.created_at > ?::timestamptz - interval '2 days'
       and (m.question or u.role = 'REPORTER' and exists (
         select from work.message q where q.observation = m.observation and q.question))
       and not exists (select from work.announced_message n where n.message = m.id)
     order by m.created_at, m.id`,
    [now.toISOString()],
  );
}

async function markAnnounced(
  em: EntityManager,
  messages: readonly string[],
  now: Date,
): Promise<void> {
  await em.execute(
    `insert into work.announced_message (message, announced_at)
     select id, ?::timestamptz from work.message where id in (?) on conflict do nothing`,
    [now.toISOString(), messages],
  );
}

/**
 * Questions to an area's reporters, and their answers to whoever asked: one mail for all within ten minutes, as of what
 * is returned. A question that was answered meanwhile, and an answer after which the value was decided on, is not counted.
 */
export async function messageNotices(em: EntityManager, now: Date): Promise<Notice[]> {
  const written = await unannounced(em, now);
  const key = ({ area, question }: Written) => `${area} ${String(question)}`;
  const batches = collected(written, key, now);
  const announced = batches.flat();
  if (announced.length === 0) return [];
  const ids = announced.map(({ message }) => message);
  await markAnnounced(em, ids, now);
  const observations = announced.map(({ observation }) => observation);
  const cells = await readQuestions(em, { ids: observations });
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

/** Whoever asked; where they have left, everybody at the officers' desk. */
function answersTo(
  desk: readonly Reader[],
  batch: readonly Written[],
  asked: ReadonlyMap<string, AskedCell>,
): Notice[] {
  const answers = batch.flatMap(({ message, observation, area, areaNames }) => {
    const cell = asked.get(observation);
    if (cell?.answer?.id !== message) return [];
    const asker = desk.filter(({ id }) => id === cell.question.author.id);
    return [{ message, area, areaNames, readers: asker.length > 0 ? asker : desk }];
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
