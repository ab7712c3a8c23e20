import { instant, person } from '../../database/sql-text.ts';

/** Evidence `e` with who added it, `p`, as an Evidence. */
export const EVIDENCE_AS_JSON = `json_build_object('id', e.id, 'area', e.area, 'kind', e.kind, 'title', e.title,
  'mediaType', e.media_type, 'size', e.size, 'sha256', e.sha256, 'url', e.url,
  'public', coalesce((select m.public from work.evidence_mark m where m.evidence = e.id
     order by m.number desc limit 1), false),
  'lang', (select m.lang from work.evidence_mark m where m.evidence = e.id order by m.number desc limit 1),
  'addedBy', ${person('p')}, 'addedAt', ${instant('e.added_at')})`;

const attachedTo = (observations: string): string => `select observation, evidence from (
    select distinct on (r.observation, x.evidence) r.observation, x.evidence, x.attached
    from work.revision r join work.revision_evidence x on x.revision = r.id
    where r.observation ${observations} order by r.observation, x.evidence, x.number desc) last
  where attached`;

/** What stands attached to each of the observations `?` now, as `observation` and `evidence`. */
export const ATTACHED = attachedTo('in (?)');

/** How much stands attached to one observation. */
export const ATTACHED_COUNT = (observation: string): string =>
  `(select count(*)::int from (${attachedTo(`= ${observation}`)}) attached)`;
