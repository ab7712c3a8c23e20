import type { EntityManager } from '@mikro-orm/postgresql';
import { readWaiting } from '../agreements/agreement.reader.ts';
import { AuditService } from '../audit/audit.service.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { breakdownOf, countOthers, firstOfEach, toChanges } from '../publication/change.ts';
import { MAX_OF_CLASS } from '../publication/changes.type.ts';
import { subjectsOf } from '../publication/compared.ts';
import { exactText } from '../../assessments/assessment-row.ts';
import { readWithheldForShelters } from './disclosure/withheld-for-shelters.ts';
import {
  changedDocuments,
  changedContacts,
  changedHelpLines,
  hiddenElsewhere,
} from './preview-safety.ts';
import type { ReleasePreview } from './release-preview.type.ts';
import { rowsOn, stage } from './stage.ts';
import type { Preview } from './releases.service.ts';

/** The preview that the officer reads, made while the candidate is still staged. */
export async function previewAnswer(
  tx: EntityManager,
  preview: Preview,
  lang: Language,
): Promise<ReleasePreview> {
  const { candidate, diff, ...counted } = preview;
  const { disclosure, previous, asOfYear, annual, previewHash } = candidate;
  const subjects = await stage(tx)
    .selectFrom(subjectsOf(rowsOn('CANDIDATE')).as('subjects'))
    .selectAll()
    .execute();
  const found = new Map(subjects.map((one) => [`${one.level} ${one.code}`, one]));
  const known = new Set(
    disclosure.hidden.map(({ indicator, year, key }) => `${indicator} ${String(year)} ${key}`),
  );
  const listed = firstOfEach(diff.items, MAX_OF_CLASS);
  return {
    ...{ ...counted, asOfYear, annual, previewHash },
    previous: previous?.number ?? null,
    items: toChanges(listed, {
      subject: (level, code) => found.get(`${level} ${code}`),
      valueOf: (item, side) => exactText(item[side]),
      pick: (texts) => pickText(texts, lang),
    }),
    unlisted: countOthers(diff.items, listed, diff.counts.NEW),
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
  };
}
