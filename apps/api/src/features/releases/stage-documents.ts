import type { EntityManager } from '@mikro-orm/postgresql';

const PLACE = '(indicator, area, year, sex, age, urbanisation, region, breakdown)';

/**
 * Documents that an officer marked public and that stand attached to a released value as it was reviewed. They pass the same
 * gate as figures: none where the release hides anything of the indicator, area and year; those of a held table stay as
 * they were; one that was withdrawn never comes back.
 */
export async function stageDocuments(em: EntityManager): Promise<void> {
  await em.execute(
    `insert into candidate_value_document
     with last as (
       select distinct on (o.observation, x.evidence) o.indicator, o.area, o.year, o.sex, o.age, o.urbanisation, o.region, o.breakdown,
         x.evidence, x.attached
       from candidate_origin o join work.revision c on c.id = o.revision
         join work.revision r on r.observation = o.observation and r.number <= c.number
         join work.revision_evidence x on x.revision = r.id
       order by o.observation, x.evidence, x.number desc
     )
     select l.indicator, l.area, l.year, l.sex, l.age, l.urbanisation, l.region, l.breakdown, l.evidence
     from last l join candidate_value v using ${PLACE}
     where l.attached and (select m.public from work.evidence_mark m where m.evidence = l.evidence order by m.number desc limit 1)
       and not exists (select 1 from hidden_place h where h.indicator = l.indicator and h.area = l.area and h.year = l.year)
       and not exists (select 1 from held_table h where h.indicator = l.indicator and h.year = l.year)
       and not exists (select 1 from work.withdrawn_row w where w.relation = 'document' and w.content ->> 'id' = l.evidence::text)`,
  );
  await em.execute(
    `insert into candidate_value_document
     select p.indicator, p.area, p.year, p.sex, p.age, p.urbanisation, p.region, p.breakdown, p.document
     from publication.value_document p join held_table using (indicator, year) where p.until_release is null`,
  );
  await em.execute(
    `insert into candidate_document
     select e.id, e.kind, e.title, e.media_type, e.size, e.sha256, e.url,
       (select m.lang from work.evidence_mark m where m.evidence = e.id order by m.number desc limit 1)
     from work.evidence e where e.id in (select document from candidate_value_document)`,
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
