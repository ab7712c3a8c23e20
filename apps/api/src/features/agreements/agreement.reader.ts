import type { EntityManager } from '@mikro-orm/postgresql';
import { agreementState } from '@qadam/domain';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { instant, person } from '../../database/sql-text.ts';
import { BODY_OF } from '../observations/reporting-body.ts';
import type {
  Agreement,
  AgreementDesk,
  AgreementDocument,
  ReportingBody,
  WaitingForAgreement,
} from './agreement.type.ts';

type Named<T> = Omit<T, 'name'> & { names: Texts };

/** What an agreement says, for the gate of releases. `today` in the country's own time zone. */
export interface StandingAgreement {
  organisation: string;
  area: string;
  indicators: string[] | null;
  signedOn: string;
  validUntil: string | null;
  ended: boolean;
  today: string;
}

const FACTS = `g.organisation, g.area, g.indicators, g.signed_on::text as "signedOn", g.valid_until::text as "validUntil",
  g.settled_at is not null as ended, (now() at time zone a.time_zone)::date::text as today`;

/** Bodies whose figures below national level may be published now; indicator null: all of them. */
export async function openedBodies(
  em: EntityManager,
): Promise<{ organisation: string; area: string; indicator: string | null }[]> {
  const agreements = await em.execute<StandingAgreement[]>(
    `select ${FACTS} from work.agreement g join work.area a on a.code = g.area`,
  );
  return agreements
    .filter((one) => agreementState(one, one.today) === 'IN_FORCE')
    .flatMap(({ organisation, area, indicators }) =>
      (indicators ?? [null]).map((indicator) => ({ organisation, area, indicator })),
    );
}

type AgreementRow = StandingAgreement &
  Omit<Agreement, 'body' | 'state' | 'document'> & {
    names: Texts;
    document: AgreementDocument;
  };

export async function readAgreementDesk(em: EntityManager, lang: Language): Promise<AgreementDesk> {
  const agreements = await em.execute<AgreementRow[]>(
    `select g.id, ${FACTS}, o.names, g.note, ${person('p')} as "recordedBy", ${instant('g.recorded_at')} as "recordedAt",
       ${person('q')} as "endedBy", g.ended_reason as "endedReason", ${instant('g.settled_at')} as "endedAt",
       json_build_object('id', e.id, 'area', e.area, 'title', e.title, 'url', e.url) as document
     from work.agreement g join work.area a on a.code = g.area join work.organisation o on o.id = g.organisation
       join work.evidence e on e.id = g.document join work.user_account p on p.id = g.recorded_by
       left join work.user_account q on q.id = g.ended_by
     order by a.position, g.recorded_at desc`,
  );
  const bodies = (
    await em.execute<Named<ReportingBody>[]>(
      `select o.id, o.area, o.names from work.organisation o join work.area a on a.code = o.area order by a.position, o.code`,
    )
  ).map(({ names, ...body }) => ({ ...body, name: pickText(names, lang) }));
  const documents = await em.execute<AgreementDocument[]>(
    `select id, area, title, url from work.evidence order by area, added_at desc limit 500`,
  );
  const indicators = await em.execute<{ code: string; names: Texts }[]>(
    `select code, name as names from work.indicator where 'region' = any(breakdowns) order by position`,
  );
  return {
    agreements: agreements.map(({ names, organisation, area, today, ended, ...rest }) => ({
      ...rest,
      body: { id: organisation, area, name: pickText(names, lang) },
      state: agreementState({ ...rest, ended }, today),
    })),
    waiting: await readWaiting(em, lang),
    bodies,
    documents,
    indicators: indicators.map(({ code, names }) => ({ code, name: pickText(names, lang) })),
  };
}

type WaitingRow = Omit<WaitingForAgreement, 'body'> & { body: Named<ReportingBody> | null };

/** Approved figures below national level that no agreement in force covers. */
export async function readWaiting(
  em: EntityManager,
  lang: Language,
): Promise<WaitingForAgreement[]> {
  const rows = await em.execute<WaitingRow[]>(
    `select w.indicator, w.area, w.year, count(*)::int as values,
       case when o.id is not null then json_build_object('id', o.id, 'area', o.area, 'names', o.names) end as body
     from (select o.indicator, o.area, o.year, ${BODY_OF('o', 'o.current_revision')} as organisation
       from work.observation o join work.revision r on r.id = o.current_revision
       where o.region <> '_T' and o.state = 'APPROVED' and not o.sample and r.via <> 'SOURCE_IMPORT') w
       left join work.organisation o on o.id = w.organisation
     where not exists (select 1 from jsonb_to_recordset(?::jsonb) as g (organisation uuid, area text, indicator text)
       where g.area = w.area and g.organisation = w.organisation and (g.indicator is null or g.indicator = w.indicator))
     group by w.indicator, w.area, w.year, o.id order by w.area, w.indicator, w.year`,
    [JSON.stringify(await openedBodies(em))],
  );
  return rows.map(({ body, ...rest }) => {
    if (body === null) return { ...rest, body };
    const { names, ...facts } = body;
    return { ...rest, body: { ...facts, name: pickText(names, lang) } };
  });
}
