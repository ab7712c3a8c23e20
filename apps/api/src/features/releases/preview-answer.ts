import type { EntityManager } from '@mikro-orm/postgresql';
import { readWaiting } from '../agreements/agreement.reader.ts';
import { AuditService } from '../audit/audit.service.ts';
import type { ReleaseChange } from '@qadam/domain';
import { type LocalText, pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { elementNames, NO_LEVEL, ofAction } from '../publication/change.ts';
import { exact } from '../../assessments/assessment-row.ts';
import { readBesideShelters } from './disclosure/beside-shelters.ts';
import {
  changedDocuments,
  changedContacts,
  changedHelpLines,
  faceOf,
  hiddenElsewhere,
} from './preview-safety.ts';
import type { PreviewItem } from './preview-item.type.ts';
import type { ReleasePreview } from './release-preview.type.ts';
import type { Preview } from './releases.service.ts';

interface Subject {
  code: string;
  level: string;
  name: Record<string, string>;
  decimals: number | null;
  unit: string | null;
}

/** The preview as the officer reads it, made while the candidate still stands. */
export async function previewAnswer(
  tx: EntityManager,
  preview: Preview,
  lang: Language,
): Promise<ReleasePreview> {
  const { candidate, diff } = preview;
  const { disclosure } = candidate;
  const subjects = await tx.execute<Subject[]>(
    `select code, 'ACTION' as level, title as name, null::int as decimals, null::text as unit from candidate_action
     union all select code, 'INDICATOR', name, decimals, unit from candidate_indicator
     union all select e->>'code', 'ELEMENT', e->'name', null, null from candidate_indicator, jsonb_array_elements(elements) e`,
  );
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
      ...disclosure.hidden.map(({ key, ...cell }) => ({
        ...cell,
        area: key.split('|')[0] ?? '',
        face: faceOf(key),
      })),
      ...(await hiddenElsewhere(tx, known)),
    ],
    held: disclosure.held,
    withheldFaces: disclosure.withheld,
    waiting: await readWaiting(tx, lang),
    besideShelters: await readBesideShelters(tx),
    documents: await changedDocuments(tx),
    helpLines: await changedHelpLines(tx),
    contacts: await changedContacts(tx),
    auditHead: await new AuditService().head(tx),
    problems: preview.problems,
  };
}

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
    const told = {
      kind,
      class: name,
      level,
      subject,
      name: pick(subjectOf.get(`${level} ${subject}`)?.name ?? {}),
      area: country,
    };
    return { ...NOTHING, ...told, fromStatus: from, toStatus: to, steps };
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
    face: faceOf(['', ...dimensions].join('|')),
    hidden,
    fromValue: exact(item.from),
    toValue: exact(item.to),
    change: exact(item.change),
    reason,
    decimals: subject?.decimals ?? null,
    unit: subject?.unit ?? null,
    partNames: elementNames(dimensions, subjectOf, pick),
  };
}
