import { createHash } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  type FrameworkDifference,
  type FrameworkDocument,
  overlayFramework,
  readFramework,
} from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import { canonicalJson } from '../audit/canonical-json.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { FrameworkChange } from './framework.change.ts';
import { readCurrent } from './framework.reader.ts';
import { likelyLinks } from './likely-links.ts';

export interface ImportRequest {
  document: unknown;
  dryRun: boolean;
  /** What the dry run answered: the framework that its differences were seen against. */
  basis: string | null;
  /** Why weights or roles change. */
  reason: string | null;
}

export interface ImportAnswer {
  basis: string;
  committed: boolean;
  differences: FrameworkDifference[];
  /** What is imported all the same: counts that equal those of another indicator. */
  warnings: Problem[];
  problems: Problem[];
}

@Injectable()
export class FrameworkExchangeService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: FrameworkChange,
  ) {}

  async export(actor: Actor): Promise<FrameworkDocument> {
    permit(actor, 'READ_FRAMEWORK', {});
    return (await readCurrent(this.em)).document;
  }

  /** First what would change, then all of it or nothing. Repeating it changes nothing. */
  async import(actor: Actor, request: ImportRequest): Promise<ImportAnswer> {
    permit(actor, 'EDIT_FRAMEWORK', {});
    const { dryRun, basis: seen, reason } = request;
    const none = { committed: false, differences: [], warnings: [] };
    const read = readFramework(request.document);
    if (read.document === null) {
      const problems = read.problems.map(({ code, field, params }) => problem(code, field, params));
      return { ...none, basis: '', problems };
    }
    const change = { wanted: read.document, reason };
    return this.em.fork().transactional(async (em) => {
      const current = await this.change.lock(em);
      const basis = hash(current.document);
      try {
        const differences = await this.change.judge(em, current, change);
        if (!dryRun && differences.length > 0) {
          if (seen !== basis) throw new ProblemError(problem('VERSION_CONFLICT', 'basis'));
          await this.change.write(em, actor, change, differences);
        }
        const changed = differences.flatMap(({ object, code }) =>
          object === 'INDICATOR' ? [code] : [],
        );
        const merged = overlayFramework(current.document, read.document);
        const warnings = await likelyLinks(em, merged, changed);
        return { basis, committed: !dryRun, differences, warnings, problems: [] };
      } catch (error) {
        // Only before the first write: nothing to take back.
        if (error instanceof ProblemError) return { ...none, basis, problems: error.problems };
        throw error;
      }
    });
  }
}

function hash(document: FrameworkDocument): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}
