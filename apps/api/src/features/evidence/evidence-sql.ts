const attachedTo = (observations: string): string => `select observation, evidence from (
    select distinct on (r.observation, x.evidence) r.observation, x.evidence, x.attached
    from work.revision r join work.revision_evidence x on x.revision = r.id
    where r.observation ${observations} order by r.observation, x.evidence, x.number desc) last
  where attached`;

/** How much stands attached to one observation. */
export const ATTACHED_COUNT = (observation: string): string =>
  `(select count(*)::int from (${attachedTo(`= ${observation}`)}) attached)`;
