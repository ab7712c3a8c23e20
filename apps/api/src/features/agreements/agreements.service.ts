import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isDay } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Overtaken } from '../desk-changes/meanwhile.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { readAgreementDesk } from './agreement.reader.ts';
import type {
  AgreementDesk,
  AgreementPayload,
  EndAgreementInput,
  RecordAgreementInput,
} from './agreement.type.ts';

/** On record: which body allows which of its figures below national level to be published, since when and until when. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  async desk(actor: Actor, lang: Language): Promise<AgreementDesk> {
    permit(actor, 'READ_AGREEMENTS', {});
    return readAgreementDesk(this.em, lang);
  }

  async record(actor: Actor, input: RecordAgreementInput): Promise<AgreementPayload> {
    permit(actor, 'RECORD_AGREEMENT', {});
    const { done, problems } = await this.change.run(
      actor,
      'RECORD_AGREEMENT',
      input,
      async (em) => {
        const { signedOn } = input;
        const validUntil = input.validUntil ?? null;
        if (!isDay(signedOn))
          throw new Refused(problem('NOT_A_DATE', 'signedOn', { text: signedOn }));
        if (validUntil !== null && !isDay(validUntil))
          throw new Refused(problem('NOT_A_DATE', 'validUntil', { text: validUntil }));
        if (validUntil !== null && validUntil < signedOn)
          throw new Refused(problem('AGREEMENT_ENDS_BEFORE', 'validUntil'));
        const area = await bodysArea(em, input.body);
        const indicators = await regionalIndicators(em, input.indicators);
        const document = await documentOf(em, input.document, area);
        const note = freeText(input.note, 'note');
        const id = randomUUID();
        await em.execute(
          `insert into work.agreement (id, organisation, area, indicators, signed_on, valid_until, document, note, recorded_by)
           values (?, ?, ?, (select array_agg(code) from jsonb_array_elements_text(?::jsonb) as x (code)), ?, ?, ?, ?, ?)`,
          [
            id,
            input.body,
            area,
            JSON.stringify(indicators ?? []),
            signedOn,
            validUntil,
            document,
            note,
            actor.id,
          ],
        );
        await this.audit.record(em, actor, 'RECORD_AGREEMENT', id, {
          area,
          after: { body: input.body, indicators, signedOn, validUntil, document, note },
        });
        return id;
      },
    );
    return { id: done, problems };
  }

  /** Figures published under it stay; new ones wait again. */
  async end(actor: Actor, input: EndAgreementInput): Promise<AgreementPayload> {
    permit(actor, 'RECORD_AGREEMENT', {});
    if (!isId(input.id)) throw new ApiError('NOT_FOUND');
    const { done, problems } = await this.change.run(
      actor,
      'RECORD_AGREEMENT',
      input,
      async (em) => {
        const [found] = await em.execute<{ area: string; ended: boolean }[]>(
          `select area, settled_at is not null as ended from work.agreement where id = ? for update`,
          [input.id],
        );
        if (found === undefined) throw new ApiError('NOT_FOUND');
        if (found.ended)
          throw new Overtaken(problem('INVALID_STATE', null, { event: 'END' }), input.id);
        const reason = requiredText(input.reason, 'reason', 'AGREEMENT_REASON');
        await em.execute(
          `update work.agreement set ended_by = ?, ended_reason = ?, settled_at = now() where id = ?`,
          [actor.id, reason, input.id],
        );
        await this.audit.record(em, actor, 'END_AGREEMENT', input.id, {
          area: found.area,
          after: { reason },
        });
        return input.id;
      },
    );
    return { id: done, problems };
  }
}

async function bodysArea(em: EntityManager, body: string): Promise<string> {
  const [found] = isId(body)
    ? await em.execute<{ area: string | null }[]>(
        `select area from work.organisation where id = ?`,
        [body],
      )
    : [];
  if (found === undefined) throw new ApiError('NOT_FOUND');
  if (found.area === null) throw new Refused(problem('AGREEMENT_BODY', 'body'));
  return found.area;
}

async function regionalIndicators(
  em: EntityManager,
  asked: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (asked == null) return null;
  const codes = [...new Set(asked)];
  if (codes.length === 0) throw new Refused(problem('AGREEMENT_INDICATORS', 'indicators'));
  const found = await em.execute<{ code: string }[]>(
    `select code from work.indicator where code in (?) and 'region' = any(breakdowns) order by position`,
    [codes],
  );
  if (found.length !== codes.length)
    throw new Refused(problem('AGREEMENT_INDICATORS', 'indicators'));
  return found.map(({ code }) => code);
}

async function documentOf(em: EntityManager, document: string, area: string): Promise<string> {
  const found = isId(document)
    ? await em.execute<object[]>(`select 1 from work.evidence where id = ? and area = ?`, [
        document,
        area,
      ])
    : [];
  if (found.length === 0) throw new Refused(problem('AGREEMENT_DOCUMENT', 'document'));
  return document;
}
