import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { METHOD_VERSION } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { holdLock } from '../../database/locks.ts';
import { stageAssessments } from './assessments/assess-indicators.ts';
import { contentHash } from './content-hash.ts';
import { applyDisclosure } from './disclosure/apply-disclosure.ts';
import { disclose } from './disclosure/disclose.ts';
import type { Disclosure } from './disclosure/disclose.types.ts';
import type { Plans } from './disclosure/planner.ts';
import type { ReleaseRequest } from './release-request.ts';
import { stageContacts, stageDocuments, stageHelpLines } from './stage-documents.ts';
import { createStage } from './stage.ts';
import { stageBodies, stageFramework, stageSources, stageValues } from './stage-candidate.ts';

export type PreviousRelease = NonNullable<Awaited<ReturnType<typeof lastRelease>>>;

export interface Candidate extends ReleaseRequest {
  sequence: number;
  previous: PreviousRelease | null;
  contentHash: string;
  previewHash: string;
  disclosure: Disclosure;
}

/**
 * Runs inside the caller's transaction, one build at a time. The candidate is kept in temporary tables until the transaction ends. Throws NotPlanned
 * if disclosure control still has to be planned.
 */
export async function buildRelease(
  em: EntityManager,
  request: ReleaseRequest,
  plans: Plans,
): Promise<Candidate> {
  if (!em.isInTransaction()) throw new Error('A release is built in one transaction.');
  await holdLock(em, 'RELEASE');
  await holdLock(em, 'FRAMEWORK');
  const previous = await lastRelease(em);
  await createStage(em);
  await stageFramework(em, request);
  await stageValues(em, request);
  const disclosure = await disclose(em, request.annual, plans);
  await applyDisclosure(em, disclosure);
  await stageDocuments(em);
  await stageHelpLines(em);
  await stageContacts(em);
  await stageSources(em);
  await stageBodies(em);
  await stageAssessments(em, request.asOfYear);
  const hash = await contentHash(em, 'CANDIDATE');
  const sequence = (previous?.sequence ?? 0) + 1;
  const previewHash = createHash('sha256')
    .update([hash, sequence, request.asOfYear, request.annual, METHOD_VERSION].join('\n'))
    .digest('hex');
  return { ...request, sequence, previous, contentHash: hash, previewHash, disclosure };
}

const lastRelease = async (em: EntityManager) =>
  (await db(em)
    .selectFrom('publication.release')
    .select(['sequence', 'number', 'as_of_year as asOfYear'])
    .select(['method_version as methodVersion', 'content_hash as contentHash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;
