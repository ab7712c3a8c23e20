import type { EntityManager } from '@mikro-orm/postgresql';
import { returnsAreCollected } from '@qadam/domain';
import type { Texts } from '../../graphql/local-text.type.ts';
import { type AskedCell, isOpen, readQuestions } from '../observations/question.reader.ts';
import { type Notice, noticesTo, type Reader } from './notice.ts';
import { officers, reporters } from './reader.reader.ts';

interface Written {
  message: string;
  question: boolean;
  observation: string;
  area: string;
  areaNames: Texts;
  /** null where nobody reports for that year: a correction of an older figure. */
  cycle: number | null;
  at: string;
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
  const batches = [
    ...Map.groupBy(written, ({ area, question }) => `${area} ${String(question)}`).values(),
  ].filter((batch) =>
    returnsAreCollected(
      batch.map(({ at }) => new Date(at)),
      now,
    ),
  );
  const collected = batches.flat();
  if (collected.length === 0) return [];
  const ids = collected.map(({ message }) => message);
  await markAnnounced(em, ids, now);
  const observations = collected.map(({ observation }) => observation);
  const cells = await readQuestions(em, 'o.id in (?)', [observations]);
  const asked = new Map(cells.map((cell) => [cell.observation, cell]));
  const areas = collected.map(({ area }) => area);
  const reportersOf = await reporters(em, areas);
  const desk = await officers(em);
  return batches.flatMap((batch) =>
    batch[0]?.question === true
      ? toReporters(batch, asked, reportersOf)
      : toReviewers(batch, asked, desk),
  );
}

function toReporters(
  batch: readonly Written[],
  asked: ReadonlyMap<string, AskedCell>,
  reportersOf: ReadonlyMap<string, readonly Reader[]>,
): Notice[] {
  const waiting = batch.filter(({ observation }) => {
    const cell = asked.get(observation);
    return cell !== undefined && isOpen(cell);
  });
  const [first] = waiting;
  if (first === undefined) return [];
  const { area, areaNames, message } = first;
  const cycles = [...new Set(waiting.map(({ cycle }) => cycle))];
  return noticesTo(reportersOf.get(area) ?? [], `asked:${message}`, {
    kind: 'ASKED',
    area,
    areaNames,
    values: new Set(waiting.map(({ observation }) => observation)).size,
    cycle: cycles.length === 1 ? (cycles[0] ?? null) : null,
  });
}

/** Whoever asked; where they have left, everybody at the officers' desk. */
function toReviewers(
  batch: readonly Written[],
  asked: ReadonlyMap<string, AskedCell>,
  desk: readonly Reader[],
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
