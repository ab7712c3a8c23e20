import type { EntityManager } from '@mikro-orm/postgresql';
import { expressionBuilder, sql } from 'kysely';
import { cellOf, sameCell } from '../../database/expressions.ts';
import { fill, keep, some, stage, type Stage } from './stage.ts';

/**
 * Documents that an officer marked public and that were attached to a released value when it was reviewed. They pass the same gate as figures, as a
 * whole or not at all: a document stays inside if any of its places is one where the release hides something, a held table, or a figure that the
 * release does not have. A document that is public already stays public, unless something at one of its places is hidden now. Those of a held table
 * stay as they were; a withdrawn document never comes back.
 */
export async function stageDocuments(em: EntityManager): Promise<void> {
  const db = stage(em);
  await keepPlaces(em);
  await keepInside(em);
  await fill(
    em,
    'value_document',
    db
      .selectFrom('document_place as p')
      .innerJoin('candidate_value as v', (join) => join.on(sameCell('v', 'p')))
      .select([...cellOf('p'), 'p.evidence as document'])
      .where('p.released', '=', true)
      .where('p.evidence', 'not in', db.selectFrom('document_inside').select('id'))
      .where(sql<boolean>`not ${isHeld}`),
  );
  await fill(
    em,
    'value_document',
    db
      .selectFrom(['publication.value_document as p', 'held_table as h'])
      .where(sameCell('h', 'p', ['indicator', 'year']))
      .where('p.until_release', 'is', null)
      .select([...cellOf('p'), 'p.document']),
  );
  await fill(
    em,
    'document',
    db
      .selectFrom('work.evidence as e')
      .select(['e.id', 'e.kind', 'e.title', 'e.media_type', 'e.size', 'e.sha256', 'e.url'])
      .select(newestMark('e.id').select('m.lang').as('lang'))
      .where('e.id', 'in', db.selectFrom('candidate_value_document').select('document')),
  );
}

/** The latest mark that an officer gave a document. */
const newestMark = (evidence: string) =>
  expressionBuilder<Stage>()
    .selectFrom('work.evidence_mark as m')
    .where('m.evidence', '=', sql.ref<string>(evidence))
    .orderBy('m.number', 'desc')
    .limit(1);

/** Is the table of a place `p` held back? */
const isHeld = some('held_table as h', sameCell('h', 'p', ['indicator', 'year']));

/** The places of each document that is marked public: where it is attached now, or was when the released revision was reviewed. */
async function keepPlaces(em: EntityManager): Promise<void> {
  const log = stage(em)
    .selectFrom('work.revision_evidence as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .leftJoin('candidate_origin as o', 'o.observation', 'r.observation')
    .leftJoin('work.revision as c', 'c.id', 'o.revision')
    .select(['x.evidence', 'r.observation', 'x.number', 'x.attached'])
    .select(sql<boolean>`coalesce(r.number <= c.number, false)`.as('reviewed'))
    .where(newestMark('x.evidence').select('m.public').$asScalar());
  const newest = sql`array_agg(attached order by number desc)`;
  const standing = stage(em)
    .selectFrom(log.as('log'))
    .groupBy(['evidence', 'observation'])
    .select(['evidence', 'observation', sql<boolean>`(${newest})[1]`.as('now')])
    .select(sql<boolean>`coalesce((${newest} filter (where reviewed))[1], false)`.as('released'));
  await keep(
    em,
    'document_place',
    stage(em)
      .selectFrom(standing.as('s'))
      .innerJoin('work.observation as o', 'o.id', 's.observation')
      .select(['s.evidence', 's.released', ...cellOf('o')])
      .where((eb) => eb.or([eb.ref('s.now'), eb.ref('s.released')])),
  );
}

/** Which of these documents stay inside, and why. */
async function keepInside(em: EntityManager): Promise<void> {
  const known = stage(em)
    .selectFrom('publication.document')
    .select('id')
    .where('until_release', 'is', null);
  const isHidden = some('hidden_place as h', sameCell('h', 'p', ['indicator', 'area', 'year']));
  const judged = stage(em)
    .selectFrom('document_place as p')
    .leftJoin('candidate_value as v', (join) => join.on(sameCell('v', 'p')))
    .select('p.evidence as id')
    .select(
      sql<string | null>`case
        when exists (select from work.withdrawn_row w where w.relation = 'document' and w.content ->> 'id' = p.evidence::text)
          then 'WITHDRAWN'
        when not p.released then case when p.evidence not in ${known} then 'UNRELEASED' end
        when ${isHeld} then case when p.evidence not in ${known} then 'HELD' end
        when v.indicator is null or ${isHidden} then 'HIDDEN' end`.as('why'),
    );
  await keep(
    em,
    'document_inside',
    stage(em)
      .selectFrom(judged.as('judged'))
      .select((eb) => ['id', eb.fn.min('why').as('why')])
      .where('why', 'is not', null)
      .groupBy('id')
      .$narrowType<{ why: string }>(),
  );
}

/** Where to find help: the texts as they are now. */
export const stageHelpLines = (em: EntityManager): Promise<void> =>
  fill(
    em,
    'help_line',
    stage(em).selectFrom('work.help_line').select(['area', 'lang', 'text']).where('text', '<>', ''),
  );

/** Mailboxes for questions: those of the bodies of a country that have one. */
export const stageContacts = (em: EntityManager): Promise<void> =>
  fill(
    em,
    'contact',
    stage(em)
      .selectFrom('work.organisation')
      .select(['area', 'code as body', 'names', 'mailbox'])
      .where('area', 'is not', null)
      .where('mailbox', 'is not', null)
      .$narrowType<{ area: string; mailbox: string }>(),
  );

/** The content of documents that no release had before. */
export async function publishContents(em: EntityManager): Promise<void> {
  await stage(em)
    .insertInto('publication.document_content')
    .columns(['document', 'content'])
    .expression((eb) =>
      eb
        .selectFrom('candidate_document as d')
        .innerJoin('work.evidence_content as c', 'c.evidence', 'd.id')
        .select(['d.id', 'c.content']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
