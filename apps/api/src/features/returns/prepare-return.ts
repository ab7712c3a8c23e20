import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { maySign } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import type { Actor } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { SignatureRequest } from '../observations/signature-request.entity.ts';
import { preparedAmong } from '../observations/waiting-signature.ts';
import { noticesTo, type Reader } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { signers } from '../outbox/readers.ts';
import { anyChosen } from '../observations/chosen-cells.ts';
import { type ChosenReturn, namedInAudit, type Papers } from './hand-in.ts';
import { endPassedRequests } from './signature-request.reader.ts';

/** Puts a checked return before a second person instead of submitting it, with the present versions of its values. */
@Injectable()
export class PrepareReturn {
  constructor(
    private readonly areas: AreaReader,
    private readonly outbox: OutboxStore,
  ) {}

  async prepare(
    em: EntityManager,
    actor: Actor,
    chosen: ChosenReturn,
    papers: Papers,
  ): Promise<string> {
    const { area, cycle, values, whole, tell } = chosen;
    if ((await preparedAmong(em, anyChosen())).size > 0)
      throw refused('ALREADY_PREPARED', whole ?? 'cells');
    const asked = await this.signersOf(em, actor, area);
    const id = randomUUID();
    await em.insert(SignatureRequest, {
      ...{ id, area, cycle, ...papers },
      ...{ organisation: actor.organisation, preparedBy: actor.id },
    });
    await db(em)
      .insertInto('work.signature_request_revision')
      .columns(['request', 'revision', 'version', 'area'])
      .expression((insert) =>
        insert
          .selectFrom('work.observation')
          .select(sql<string>`${id}::uuid`.as('request'))
          .select(['current_revision', 'version', 'area'])
          .where('id', '=', anyChosen()),
      )
      .execute();
    tell('WRITING', values, values);
    await endPassedRequests(em, area);
    const prepared = db(em)
      .selectFrom('work.signature_request_revision')
      .select('revision')
      .where('request', '=', id);
    const named = await namedInAudit(em, chosen, prepared);
    await recordEvent(em, actor, 'PREPARE_RETURN', id, { area, after: { cycle, ...named } });
    const { names: areaNames } = await this.areas.get(em, area);
    const facts = { area, areaNames, cycle, values, kind: 'SIGNATURE_ASKED' } as const;
    await this.outbox.add(em, noticesTo(asked, `signature:${id}`, facts), new Date());
    return id;
  }

  /** The people who could sign. If there is nobody, the return is refused, as it would wait for ever. */
  private async signersOf(
    em: EntityManager,
    { id: preparedBy }: Actor,
    area: string,
  ): Promise<Reader[]> {
    const rows = await db(em)
      .selectFrom('work.observation as o')
      .innerJoin('work.revision as r', 'r.id', 'o.current_revision')
      .select('r.author')
      .distinct()
      .where('o.id', '=', anyChosen())
      .execute();
    const authors = rows.flatMap(({ author }) => author ?? []);
    const others = ((await signers(em, [area])).get(area) ?? []).filter(
      ({ id }) => id !== preparedBy,
    );
    if (others.length === 0) throw refused('NO_SECOND_REPORTER', 'cells');
    const able = others.filter(({ id }) => maySign(id, { preparedBy, authors }));
    if (able.length === 0) throw refused('EVERYBODY_WROTE', 'cells');
    return able;
  }
}
