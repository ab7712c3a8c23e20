import { randomUUID } from 'node:crypto';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isDay } from '@qadam/domain';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { problem, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { Organisation } from '../organisations/organisation.entity.ts';
import { Agreement } from './agreement.entity.ts';
import { readAgreementDesk, regionalIndicators } from './agreement.reader.ts';
import type {
  AgreementDesk,
  AgreementPayload,
  EndAgreementInput,
  RecordAgreementInput,
} from './agreement.type.ts';

/** Keeps the record of which body allows which of its figures below national level to be published, from when and until when. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async desk(actor: Actor, lang: Language): Promise<AgreementDesk> {
    return readAgreementDesk(this.em, lang, permitAreas(actor, 'READ_AGREEMENTS'));
  }

  async record(actor: Actor, input: RecordAgreementInput): Promise<AgreementPayload> {
    permitAreas(actor, 'RECORD_AGREEMENT');
    const { done, problems } = await this.change.run(
      actor,
      'RECORD_AGREEMENT',
      input,
      async (em) => {
        const { signedOn } = input;
        const validUntil = input.validUntil ?? null;
        if (!isDay(signedOn)) throw refused('NOT_A_DATE', 'signedOn', { text: signedOn });
        if (validUntil !== null && !isDay(validUntil))
          throw refused('NOT_A_DATE', 'validUntil', { text: validUntil });
        if (validUntil !== null && validUntil < signedOn)
          throw refused('AGREEMENT_ENDS_BEFORE', 'validUntil');
        const area = await areaOfBody(em, input.body);
        permit(actor, 'RECORD_AGREEMENT', { area });
        const indicators = await indicatorsOf(em, input.indicators);
        const document = await documentOf(em, input.document, area);
        const note = freeText(input.note, 'note');
        const id = randomUUID();
        em.create(Agreement, {
          id,
          organisation: input.body,
          area,
          indicators,
          signedOn,
          validUntil,
          document,
          note,
          recordedBy: actor.id,
        });
        await em.flush();
        await recordEvent(em, actor, 'RECORD_AGREEMENT', id, {
          area,
          after: { body: input.body, indicators, signedOn, validUntil, document, note },
        });
        return id;
      },
    );
    return { id: done, problems };
  }

  /** Ends an agreement. Figures published under it stay published; new ones wait again. */
  async end(actor: Actor, input: EndAgreementInput): Promise<AgreementPayload> {
    permitAreas(actor, 'RECORD_AGREEMENT');
    if (!isId(input.id)) throw new ApiError('NOT_FOUND');
    const { done, problems } = await this.change.run(
      actor,
      'RECORD_AGREEMENT',
      input,
      async (em) => {
        const found = await em.findOne(Agreement, input.id, {
          lockMode: LockMode.PESSIMISTIC_WRITE,
        });
        if (found === null) throw new ApiError('NOT_FOUND');
        permit(actor, 'RECORD_AGREEMENT', { area: found.area });
        if (found.settledAt !== null)
          throw new EditConflict(problem('INVALID_STATE', null, { event: 'END' }), input.id);
        const reason = requiredText(input.reason, 'reason', 'AGREEMENT_REASON');
        em.assign(found, { endedBy: actor.id, endedReason: reason, settledAt: new Date() });
        await em.flush();
        await recordEvent(em, actor, 'END_AGREEMENT', input.id, {
          area: found.area,
          after: { reason },
        });
        return input.id;
      },
    );
    return { id: done, problems };
  }
}

async function areaOfBody(em: EntityManager, id: string): Promise<string> {
  const body = isId(id) ? await em.findOne(Organisation, id, { fields: ['area'] }) : null;
  if (body === null) throw new ApiError('NOT_FOUND');
  if (body.area == null) throw refused('AGREEMENT_BODY', 'body');
  return body.area;
}

async function indicatorsOf(
  em: EntityManager,
  asked: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (asked == null) return null;
  const codes = [...new Set(asked)];
  const found =
    codes.length === 0 ? [] : await regionalIndicators(em).where('code', 'in', codes).execute();
  if (found.length === 0 || found.length !== codes.length)
    throw refused('AGREEMENT_INDICATORS', 'indicators');
  return found.map(({ code }) => code);
}

async function documentOf(em: EntityManager, id: string, area: string): Promise<string> {
  const document = db(em).selectFrom('work.evidence').select('id').where('area', '=', area);
  if (!isId(id) || (await document.where('id', '=', id).executeTakeFirst()) === undefined)
    throw refused('AGREEMENT_DOCUMENT', 'document');
  return id;
}
