import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { SIGNATURE_NEEDS_REPORTERS } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { type Actor, permit, permitAreas } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader, lockArea } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { noticesTo } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { signers } from '../outbox/readers.ts';
import { reportingAreas } from './reporting-areas.reader.ts';
import { openSignatureRequests } from './signature-request.reader.ts';
import type {
  RequireSignatureInput,
  RequireSignaturePayload,
  SignatureRequest,
  SignatureRule,
} from './signature-request.type.ts';
import { needsSecondSignature } from './signature-rule.ts';

/** The rule of which countries require a second signature, and the returns that wait for one. */
@Injectable()
export class SignatureRuleService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
    private readonly outbox: OutboxStore,
  ) {}

  open(actor: Actor, lang: Language): Promise<SignatureRequest[]> {
    const areas = permitAreas(actor, 'READ_WORK', actor.area);
    return openSignatureRequests(this.em, actor, { areas }, lang);
  }

  async rules(actor: Actor, lang: Language): Promise<SignatureRule[]> {
    const areas = permitAreas(actor, 'READ_WORK', actor.area);
    const rows = await reportingAreas(this.em, areas)
      .select('a.second_signature as required')
      .execute();
    const codes = rows.map(({ code }) => code);
    const people = await signers(this.em, codes);
    const waiting = await openSignatureRequests(this.em, actor, { areas }, lang);
    return rows.map(({ code, names, required }) => ({
      ...{ area: code, required },
      areaName: pickText(names, lang),
      reporters: people.get(code)?.length ?? 0,
      waiting: waiting
        .filter(({ area, state }) => area === code && state === 'WAITING')
        .reduce((sum, { values }) => sum + values, 0),
    }));
  }

  async require(actor: Actor, input: RequireSignatureInput): Promise<RequireSignaturePayload> {
    const { area, required } = input;
    permit(actor, 'REQUIRE_SIGNATURE', { area });
    const { names: areaNames } = await this.areas.get(this.em, area);
    const { problems } = await this.change.run(actor, 'REQUIRE_SIGNATURE', input, async (em) => {
      // waits for submissions of the area that are under way (SubmitReturnService)
      await lockArea(em, area);
      if ((await needsSecondSignature(em, area)) === required) return area;
      const people = (await signers(em, [area])).get(area) ?? [];
      if (required && people.length < SIGNATURE_NEEDS_REPORTERS)
        throw refused('ONE_REPORTER', 'required', { reporters: people.length });
      await db(em)
        .updateTable('work.area')
        .set({ second_signature: required })
        .where('code', '=', area)
        .execute();
      await recordEvent(em, actor, 'REQUIRE_SIGNATURE', area, {
        area,
        before: { required: !required },
        after: { required },
      });
      const facts = { kind: 'SIGNATURE_RULE', area, areaNames, required } as const;
      const event = `signature-rule:${input.idempotencyKey}`;
      await this.outbox.add(em, noticesTo(people, event, facts), new Date());
      return area;
    });
    return { rules: await this.rules(actor, actor.lang), problems };
  }
}
