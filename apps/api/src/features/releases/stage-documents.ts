import type { EntityManager } from '@mikro-orm/postgresql';
import { cellColumns } from '../../database/cell-columns.ts';

/**
 * Documents that an officer marked public and that stand attached to a released value as it was reviewed. They pass the same
 * gate as figures, all of a document or nothing of it: none that stands at any place where the release hides something, at a
 * held table, or at a figure that the release does not hold. What is public already has no figure left to keep, and stays
 * unless something of its place is hidden now. Those of a held table stay as they were; one that was withdrawn never comes back.
 */
export async function stageDocuments(em: EntityManager): Promise<void> {
  await stagePlaces(em);
  await em.execute(
    `insert into candidate_value_document
     select ${cellColumns('p')}, p.evidence
     from document_place p join candidate_value v using (${cellColumns()})
     where p.released and p.evidence not in (select id from document_inside)
       and not exists (select 1 from held_table h where h.indicator = p.indicator and h.year = p.year)`,
  );
  await em.execute(
    `insert into candidate_value_document
     select ${cellColumns('p')}, p.document
     from publication.value_document p join held_table using (indicator, year) where p.until_release is null`,
  );
  await em.execute(
    `insert into candidate_document
     select e.id, e.kind, e.title, e.media_type, e.size, e.sha256, e.url,
       (select m.lang from work.evidence_mark m where m.evidence = e.id order by m.number desc limit 1)
     from work.evidence e where e.id in (select document from candidate_value_document)`,
  );
}

/** Where each document that is marked public stands, and which of them stay inside, and why. */
async function stagePlaces(em: EntityManager): Promise<void> {
  await em.execute(
    `create temp table document_place on commit drop as
     with log as (
       select x.evidence, r.observation, x.number, x.attached, coalesce(r.number <= c.number, false) as reviewed
       from work.revision_evidence x join work.revision r on r.id = x.revision
         left join candidate_origin o on o.observation = r.observation left join work.revision c on c.id = o.revision
       where (select m.public from work.evidence_mark m where m.evidence = x.evidence order by m.number desc limit 1)
     ), standing as (
       select evidence, observation, (array_agg(attached order by number desc))[1] as now,
         coalesce((array_agg(attached order by number desc) filter (where reviewed))[1], false) as released
       from log group by evidence, observation
     )
     select s.evidence, s.released, ${cellColumns('o')}
     from standing s join work.observation o on o.id = s.observation where s.now or s.released`,
  );
  await em.execute(
    `create temp table document_inside on commit drop as
     with public as (select id from publication.document where until_release is null)
     select evidence as id, min(why) as why from (
       select p.evidence, case
         when exists (select 1 from work.withdrawn_row w where w.relation = 'document' and w.content ->> 'id' = p.evidence::text) then 'WITHDRAWN'
         when not p.released then case when p.evidence not in (select id from public) then 'UNRELEASED' end
         when exists (select 1 from held_table h where h.indicator = p.indicator and h.year = p.year)
           then case when p.evidence not in (select id from public) then 'HELD' end
         when v.indicator is null or exists (
           select 1 from hidden_place h where h.indicator = p.indicator and h.area = p.area and h.year = p.year) then 'HIDDEN' end as why
       from document_place p left join candidate_value v using (${cellColumns()})
     ) judged where why is not null group by evidence`,
  );
}

/** Where help is found: what is written, as it is written now. */
export async function stageHelpLines(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into candidate_help_line select area, lang, text from work.help_line where text <> ''`,
  );
}

/** Whom to ask: the bodies of a country whose office has a mailbox for it. */
export async function stageContacts(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into candidate_contact select area, code, names, mailbox from work.organisation
     where area is not null and mailbox is not null`,
  );
}

/** The bytes of documents that no release held before. */
export async function publishContents(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into publication.document_content select d.id, c.content
     from candidate_document d join work.evidence_content c on c.evidence = d.id on conflict do nothing`,
  );
}
