import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import {
  isBlankEntry,
  isClearable,
  type Part,
  partProblem,
  partKey,
  partOf,
  TOTAL_PART,
} from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { auditDetail } from './advance.ts';
import { CellSaver, type SavedCell } from './cell-saver.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { CLEARED, contentOf } from './entry.ts';
import type { Content } from './observation.entity.ts';
import type { SaveValueInput } from './save-value.input.ts';
import type { SaveValuePayload } from './save-value.type.ts';

@Injectable()
export class SaveValueService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly saver: CellSaver,
    private readonly indicators: IndicatorReader,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, input: SaveValueInput): Promise<SaveValuePayload> {
    permit(actor, 'SAVE_VALUE', { area: input.area });
    const { problems } = await this.change.run(actor, 'SAVE_VALUE', input, (em) =>
      this.append(em, actor, input),
    );
    const { area, cycle, indicator } = input;
    return { cell: { area, cycle, indicator, part: askedPart(input) }, problems };
  }

  private async append(em: EntityManager, actor: Actor, input: SaveValueInput): Promise<string> {
    const { area, cycle, expectedVersion, reason = null } = input;
    const { indicator } = input;
    const only = { indicator, part: askedPart(input) };
    const cells = await this.saver.open(em, actor, { area, year: cycle, indicator }, 'ENTRY');
    const [saved = null] = await cells.enter([{ ...only, version: expectedVersion }]);
    const content = await this.contentOf(em, input, saved);
    const change = { ...only, content, version: expectedVersion, reason };
    const [written] = await cells.save([change], [saved]);
    if (written === undefined) throw new Error('a save wrote nothing');
    await this.audit.record(em, actor, 'SAVE_VALUE', written.id, {
      area,
      before: saved && auditDetail(saved),
      after: auditDetail(written),
    });
    return written.id;
  }

  private async contentOf(
    em: EntityManager,
    input: SaveValueInput,
    saved: SavedCell | null,
  ): Promise<Content> {
    const part = askedPart(input);
    const [indicator] = await this.indicators.byCodes(em, [input.indicator]);
    if (indicator === undefined) throw new ProblemError(problem('NOT_ASSIGNED', 'indicator'));
    const unasked = partProblem(indicator, part);
    if (unasked !== null) throw new ProblemError(problem(unasked, 'part', { text: partKey(part) }));
    const clears = saved !== null && isBlankEntry(input) && (await mayClear(em, saved));
    return clears ? CLEARED : contentOf(input, indicator, saved);
  }
}

async function mayClear(
  em: EntityManager,
  { id, state, publishedRevision }: SavedCell,
): Promise<boolean> {
  const review = await db(em)
    .selectFrom('work.review')
    .select('id')
    .where('observation', '=', id)
    .limit(1)
    .executeTakeFirst();
  return isClearable({
    state,
    published: publishedRevision !== null,
    reviewed: review !== undefined,
  });
}

const askedPart = ({ part }: SaveValueInput): Part => (part ? partOf(part) : TOTAL_PART);
