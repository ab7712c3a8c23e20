import type { EntityManager } from '@mikro-orm/postgresql';
import { KEY_OF } from './disclosure/cell-key.ts';
import type { HiddenCell } from './preview-disclosure.type.ts';
import type { PreviewContact, PreviewDocument, PreviewHelpLine } from './preview-safety.type.ts';

/** Help lines that differ from what the release before says. */
export async function changedHelpLines(tx: EntityManager): Promise<PreviewHelpLine[]> {
  return tx.execute<PreviewHelpLine[]>(
    `select area, lang, s.text as before, c.text as after
     from candidate_help_line c full join (select * from publication.help_line where until_release is null) s using (area, lang)
     where c.text is distinct from s.text order by area, lang`,
  );
}

/** Mailboxes that differ from those of the release before. */
export async function changedContacts(tx: EntityManager): Promise<PreviewContact[]> {
  return tx.execute<PreviewContact[]>(
    `select area, body, s.mailbox as before, c.mailbox as after
     from candidate_contact c full join (select * from publication.contact where until_release is null) s using (area, body)
     where c.mailbox is distinct from s.mailbox order by area, body`,
  );
}

/** Documents that come, go, or are marked public and stay inside all the same, and why. */
export async function changedDocuments(tx: EntityManager): Promise<PreviewDocument[]> {
  return tx.execute<PreviewDocument[]>(
    `with standing as (select * from publication.document where until_release is null)
     select coalesce(c.id, s.id) as id, coalesce(c.title, s.title) as title, coalesce(c.media_type, s.media_type) as "mediaType",
       coalesce(c.size, s.size) as size, coalesce(c.lang, s.lang) as lang, case when s.id is null then 'NEW' else 'GONE' end as change
     from candidate_document c full join standing s using (id) where c.id is null or s.id is null
     union all
     select e.id, e.title, e.media_type, e.size, null, i.why from document_inside i join work.evidence e using (id)
     where i.id not in (select id from candidate_document)
     order by title, id`,
  );
}

/** Cells that the candidate hides though disclosure control did not ask for it, and why. */
export async function hiddenElsewhere(
  tx: EntityManager,
  known: ReadonlySet<string>,
): Promise<HiddenCell[]> {
  const rows = await tx.execute<
    { indicator: string; area: string; year: number; key: string; group: boolean }[]
  >(
    `select v.indicator, v.area, v.year, ${KEY_OF('v')} as key, a.kind = 'GROUP' as "group"
     from candidate_value v join candidate_area a on a.code = v.area where v.obs_status = 'Q' order by 1, 3, 4`,
  );
  return rows
    .filter(({ indicator, year, key }) => !known.has(`${indicator} ${String(year)} ${key}`))
    .map(({ key, group, ...cell }) => ({
      ...cell,
      face: faceOf(key),
      primary: !group,
      why: group ? 'REGIONAL' : 'MINISTRY',
    }));
}

/** How a cell is broken down; null for the total. */
export function faceOf(key: string): string | null {
  const [, ...dimensions] = key.split('|');
  return dimensions.every((dimension) => dimension === '_T') ? null : dimensions.join('|');
}
