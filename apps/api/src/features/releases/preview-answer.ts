import type { EntityManager } from '@mikro-orm/postgresql';
import { readWaiting } from '../agreements/agreement.reader.ts';
import { chainHead } from '../audit/chain.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import { countOthers, firstOfEach, toChanges } from '../publication/change.ts';
import { subjectsOf } from '../publication/compared.ts';
import { exactText } from '../../assessments/assessment-row.ts';
import { readWithheldForShelters } from './disclosure/withheld-for-shelters.ts';
import {
  changedDocuments,
  changedContacts,
  changedHelpLines,
  hiddenCells,
  hiddenTables,
} from './preview-safety.ts';
import { type CountedTable, MAX_LISTED, type ReleasePreview } from './release-preview.type.ts';
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
  const listed = firstOfEach(diff.items, MAX_LISTED);
  const hidden = await hiddenCells(tx, disclosure.hidden);
  const waiting = await readWaiting(tx, lang);
  const besideShelters = await readWithheldForShelters(tx);
  const documents = await changedDocuments(tx);
  return {
    ...{ ...counted, asOfYear, annual, previewHash },
    previous: previous?.number ?? null,
    items: toChanges(listed, {
      subject: (level, code) => found.get(`${level} ${code}`),
      valueOf: (item, side) => exactText(item[side]),
      pick: (texts) => pickText(texts, lang),
    }),
    unlisted: countOthers(diff.items, listed, diff.counts.NEW),
    newTables: diff.newTables.map(({ indicator, area, year, values }) => ({
      ...{ indicator, area, year, values },
      name: pickText(found.get(`INDICATOR ${indicator}`)?.name ?? {}, lang),
    })),
    counts: Object.entries(diff.counts).map(([name, count]) => ({ class: name, count })),
    confirmed: diff.confirmed,
    methodChanged: diff.methodChanged,
    totals: {
      hidden: hidden.length,
      held: disclosure.held.length,
      withheldFaces: disclosure.withheld.length,
      waiting: valuesOf(waiting),
      withheldForShelters: valuesOf(besideShelters),
      documents: documents.length,
    },
    ...(hidden.length > MAX_LISTED
      ? { hidden: [], hiddenTables: first(hiddenTables(hidden)) }
      : { hidden, hiddenTables: [] }),
    held: first(disclosure.held),
    withheldFaces: first(disclosure.withheld),
    waiting: first(waiting),
    withheldForShelters: first(besideShelters),
    documents: first(documents),
    helpLines: await changedHelpLines(tx),
    contacts: await changedContacts(tx),
    auditHead: await chainHead(tx),
  };
}

const first = <T>(list: readonly T[]): T[] => list.slice(0, MAX_LISTED);

const valuesOf = (tables: readonly Pick<CountedTable, 'values'>[]): number =>
  tables.reduce((sum, { values }) => sum + values, 0);
