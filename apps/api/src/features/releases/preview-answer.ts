import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReleaseChange } from '@qadam/domain';
import { sql } from 'kysely';
import { readWaiting } from '../agreements/agreement.reader.ts';
import { AuditService } from '../audit/audit.service.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { breakdownOf, elementNames, NO_LEVEL, ofAction } from '../publication/change.ts';
import { exactText } from '../../assessments/assessment-row.ts';
import { readWithheldForShelters } from './disclosure/withheld-for-shelters.ts';
import {
  changedDocuments,
  changedContacts,
  changedHelpLines,
  hiddenElsewhere,
} from './preview-safety.ts';
import type { PreviewItem, ReleasePreview } from './release-preview.type.ts';
import { stage } from './stage.ts';
import type { Preview } from './releases.service.ts';

/** The preview as the officer reads it, made while the candidate still stands. */
export async function previewAnswer(
  tx: EntityManager,
  preview: Preview,
  lang: Language,
): Promise<ReleasePreview> {
  const { candidate, diff } = preview;
  const { disclosure } = candidate;
  const subjects = await readSubjects(tx);
  const subjectOf = new Map(
    subjects.map((subject) => [`${subject.level} ${subject.code}`, subject]),
  );
  const known = new Set(
    disclosure.hidden.map(({ indicator, year, key }) => `${indicator} ${String(year)} ${key}`),
  );
  const pick = (texts: Record<string, string>) => pickText(texts, lang);
  return {
    number: preview.number,
    previous: candidate.previous?.number ?? null,
    asOfYear: candidate.asOfYear,
    annual: candidate.annual,
    previewHash: candidate.previewHash,
    values: preview.values,
    newlyApproved: preview.newlyApproved,
    keptBack: preview.keptBack,
    items: diff.items.map((item) => toItem(item, subjectOf, pick)),
    counts: Object.entries(diff.counts).map(([name, count]) => ({ class: name, count })),
    confirmed: diff.confirmed,
    methodChanged: diff.methodChanged,
    hidden: [
      ...disclosure.hidden.map(({ key, ...cell }) => {
        const [area = '', ...dimensions] = key.split('|');
        return { ...cell, area, face: breakdownOf(dimensions) };
      }),
      ...(await hiddenElsewhere(tx, known)),
    ],
    held: disclosure.held,
    withheldFaces: disclosure.withheld,
    waiting: await readWaiting(tx, lang),
    withheldForShelters: await readWithheldForShelters(tx),
    documents: await changedDocuments(tx),
    helpLines: await changedHelpLines(tx),
    contacts: await changedContacts(tx),
    auditHead: await new AuditService().head(tx),
    problems: preview.problems,
  };
}

/** What the changes are of: actions, indicators and the elements of laws. */
const readSubjects = (tx: EntityManager) =>
  stage(tx)
    .selectFrom('candidate_action')
    .select([
      'code',
      sql<string>`'ACTION'`.as('level'),
      'title as name',
      sql<number | null>`null::int`.as('decimals'),
      sql<string | null>`null`.as('unit'),
    ])
    .unionAll((eb) =>
      eb
        .selectFrom('candidate_indicator')
        .select(['code', sql<string>`'INDICATOR'`.as('level'), 'name', 'decimals', 'unit']),
    )
    .unionAll((eb) =>
      eb
        .selectFrom([
          'candidate_indicator as i',
          sql<{ element: StoredElement }>`jsonb_array_elements(i.elements)`.as<'e'>(
            sql`e(element)`,
          ),
        ])
        .select([
          sql<string>`e.element ->> 'code'`.as('code'),
          sql<string>`'ELEMENT'`.as('level'),
          sql<Texts>`e.element -> 'name'`.as('name'),
          sql<null>`null`.as('decimals'),
          sql<null>`null`.as('unit'),
        ]),
    )
    .execute();

type Subject = Awaited<ReturnType<typeof readSubjects>>[number];

const NOTHING = {
  level: null,
  year: null,
  face: null,
  hidden: false,
  fromStatus: null,
  toStatus: null,
  fromValue: null,
  toValue: null,
  change: null,
  reason: null,
  decimals: null,
  unit: null,
  steps: null,
  ...NO_LEVEL,
};

function toItem(
  item: ReleaseChange,
  subjectOf: ReadonlyMap<string, Subject>,
  pick: (texts: Record<string, string>) => LocalText,
): PreviewItem {
  if (item.kind === 'ACTION')
    return {
      ...NOTHING,
      ...ofAction(item, subjectOf, pick),
    };
  if (item.kind === 'ASSESSMENT') {
    const { kind, class: name, level, subject, country, from, to, steps } = item;
    const change = {
      kind,
      class: name,
      level,
      subject,
      name: pick(subjectOf.get(`${level} ${subject}`)?.name ?? {}),
      area: country,
    };
    return { ...NOTHING, ...change, fromStatus: from, toStatus: to, steps };
  }
  const { kind, class: name, key, hidden, reason } = item;
  const [code = '', area = '', year = '', ...dimensions] = key.split('|');
  const subject = subjectOf.get(`INDICATOR ${code}`);
  return {
    ...NOTHING,
    kind,
    class: name,
    subject: code,
    name: pick(subject?.name ?? {}),
    area,
    year: Number(year),
    face: breakdownOf(dimensions),
    hidden,
    fromValue: exactText(item.from),
    toValue: exactText(item.to),
    change: exactText(item.change),
    reason,
    decimals: subject?.decimals ?? null,
    unit: subject?.unit ?? null,
    partNames: elementNames(dimensions, subjectOf, pick),
  };
}
