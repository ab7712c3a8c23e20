import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type NotNull, sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { refused } from '../../graphql/problem.ts';
import { Area } from '../countries/area.entity.ts';
import { personStaying } from '../cycles/assignee.ts';
import { isOverCycle } from '../cycles/calendar.ts';
import { recordEvent } from '../audit/chain.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import { isId } from '../../database/ids.ts';
import { freeText } from '../../graphql/free-text.ts';
import type {
  ChangeOrganisationInput,
  CreateOrganisationInput,
  HandOverInput,
  NameInput,
} from './organisation.input.ts';
import { Organisation } from './organisation.entity.ts';
import { readOrganisation, readOrganisations } from './organisation.reader.ts';
import type {
  AreaName,
  HandOverPayload,
  Organisation as OrganisationType,
  OrganisationPayload,
} from './organisation.type.ts';

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async list(actor: Actor): Promise<OrganisationType[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return readOrganisations(this.em);
  }

  async areas(actor: Actor, lang: Language): Promise<AreaName[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    const areas = await db(this.em)
      .selectFrom('work.area')
      .select(['code', 'names'])
      .orderBy('position')
      .orderBy('code')
      .execute();
    return areas.map(({ code, names }) => ({ code, name: pickText(names, lang) }));
  }

  async create(actor: Actor, input: CreateOrganisationInput): Promise<OrganisationPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const operation = 'MANAGE_ORGANISATIONS';
    const { done, problems } = await this.change.run(actor, operation, input, async (em) => {
      const code = input.code.trim();
      if (!/^[A-Z0-9][A-Z0-9_-]{1,31}$/.test(code)) throw refused('CODE_INVALID', 'code');
      const names = readNames(input.names);
      const area = await knownArea(em, input.area);
      const mailbox = readMailbox(input.mailbox);
      const id = randomUUID();
      const row = { code, area, names, mailbox };
      const created = await db(em)
        .insertInto('work.organisation')
        .values({ id, ...row, names: json(names) })
        .onConflict((on) => on.column('code').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!created) throw refused('CODE_TAKEN', 'code');
      await recordEvent(em, actor, 'CREATE_ORGANISATION', `organisation ${id}`, {
        area,
        after: row,
      });
      return id;
    });
    return { organisation: done && (await readOrganisation(this.em, done)), problems };
  }

  async changeOne(actor: Actor, input: ChangeOrganisationInput): Promise<OrganisationPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const id = input.organisation;
    if (!isId(id)) throw new ApiError('NOT_FOUND');
    const operation = 'MANAGE_ORGANISATIONS';
    const { problems } = await this.change.run(actor, operation, input, async (em) => {
      const known = await em.findOne(Organisation, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (known === null) throw new ApiError('NOT_FOUND');
      const versions = { found: known.version, expected: input.expectedVersion };
      expectVersion(versions, [`organisation ${id}`]);
      const names = readNames(input.names);
      const area = await knownArea(em, input.area);
      const mailbox = readMailbox(input.mailbox);
      if (area !== null && area !== known.area) await this.expectAllOf(em, id, area);
      const before = {
        area: known.area ?? null,
        names: known.names,
        mailbox: known.mailbox ?? null,
      };
      const after = { area, names, mailbox };
      await em.nativeUpdate(Organisation, id, { ...after, version: known.version + 1 });
      await recordEvent(em, actor, 'CHANGE_ORGANISATION', `organisation ${id}`, {
        area,
        before,
        after,
      });
      return id;
    });
    return { organisation: await readOrganisation(this.em, id), problems };
  }

  /** Moves all assignments of one body to another, all or none. Cycles that are over keep theirs. */
  async handOver(actor: Actor, input: HandOverInput): Promise<HandOverPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const { from, to } = input;
    if (!isId(from) || !isId(to)) throw new ApiError('NOT_FOUND');
    const operation = 'MANAGE_ORGANISATIONS';
    const { done, problems } = await this.change.run(actor, operation, input, async (em) => {
      if (from === to) throw refused('HAND_OVER_TO_SELF', 'to');
      const bodies = await em.find(
        Organisation,
        { id: { $in: [from, to] } },
        { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      const successor = bodies.find(({ id }) => id === to);
      if (successor === undefined || bodies.length < 2) throw new ApiError('NOT_FOUND');
      const moved = await db(em)
        .updateTable('work.assignment as a')
        .from(['work.cycle as c', 'work.area as p'])
        .set({ organisation: to, person: personStaying('a', sql`${to}::uuid`) })
        .whereRef('c.year', '=', 'a.cycle')
        .whereRef('p.code', '=', 'a.area')
        .where('a.organisation', '=', from)
        .where((eb) => eb.not(isOverCycle('c', 'p')))
        .returning(['a.area', 'a.cycle', 'a.indicator'])
        .execute();
      if (moved.length === 0) throw refused('NOTHING_TO_HAND_OVER', 'from');
      const home = successor.area ?? null;
      if (home !== null && moved.some(({ area }) => area !== home))
        throw refused('ORGANISATION_OF_OTHER_AREA', 'to', { area: home });
      const cells = moved.map(({ area, cycle, indicator }) => `${area} ${cycle} ${indicator}`);
      await recordEvent(em, actor, 'HAND_OVER_ASSIGNMENTS', `organisation ${from}`, {
        area: home,
        before: { organisation: from },
        after: { organisation: to, cells: cells.sort() },
      });
      return moved.length;
    });
    return { assignments: done, problems };
  }

  /** Refuses to move a body to an area while it has people or assignments in another. */
  private async expectAllOf(em: EntityManager, id: string, area: string): Promise<void> {
    const other = await db(em)
      .selectFrom('work.user_account')
      .select('area')
      .where('organisation', '=', id)
      .where('area', '<>', area)
      .unionAll((eb) =>
        eb
          .selectFrom('work.assignment')
          .select('area')
          .where('organisation', '=', id)
          .where('area', '<>', area),
      )
      .$narrowType<{ area: NotNull }>()
      .executeTakeFirst();
    if (other) throw refused('ORGANISATION_HOLDS_OTHER_AREA', 'area', other);
  }
}

/** The names by language. English and Russian are required, as the other languages fall back to them. */
function readNames(given: readonly NameInput[]): Texts {
  const names: Record<string, string> = {};
  for (const { lang, text } of given) {
    const name = freeText(text, `names.${lang}`);
    if (name !== null) names[lang] = name;
  }
  for (const lang of ['en', 'ru'])
    if (names[lang] === undefined) throw refused('NAME_REQUIRED', `names.${lang}`);
  return names;
}

function readMailbox(given: string | null | undefined): string | null {
  const mailbox = freeText(given ?? '', 'mailbox');
  return mailbox === null ? null : readEmailAddress(mailbox, 'mailbox');
}

async function knownArea(em: EntityManager, asked: string | null | undefined) {
  if (asked == null || asked === '') return null;
  if ((await em.count(Area, { code: asked })) === 0) throw refused('AREA_UNKNOWN', 'area');
  return asked;
}
