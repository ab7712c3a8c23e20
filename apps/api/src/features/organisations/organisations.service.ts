import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { expectVersion } from '../desk-changes/expect-version.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { readEmailAddress } from '../../graphql/email-address.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import { freeText } from '../../graphql/free-text.ts';
import type {
  ChangeOrganisationInput,
  CreateOrganisationInput,
  NameInput,
} from './organisation.input.ts';
import { OrganisationReader } from './organisation.reader.ts';
import type { AreaName, Organisation, OrganisationPayload } from './organisation.type.ts';

interface Known {
  area: string | null;
  names: Texts;
  mailbox: string | null;
  version: number;
}

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly organisations: OrganisationReader,
    private readonly audit: AuditService,
  ) {}

  async list(actor: Actor): Promise<Organisation[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    return this.organisations.all(this.em);
  }

  async areas(actor: Actor, lang: Language): Promise<AreaName[]> {
    permit(actor, 'READ_ADMINISTRATION', {});
    const areas = await this.organisations.areas(this.em);
    return areas.map(({ code, names }) => ({ code, name: pickText(names, lang) }));
  }

  async create(actor: Actor, input: CreateOrganisationInput): Promise<OrganisationPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const operation = 'MANAGE_ORGANISATIONS';
    const { done, problems } = await this.change.run(actor, operation, input, async (em) => {
      const code = input.code.trim();
      if (!/^[A-Z0-9][A-Z0-9_-]{1,31}$/.test(code))
        throw new Refused(problem('CODE_INVALID', 'code'));
      const names = readNames(input.names);
      const area = await knownArea(em, input.area);
      const mailbox = readMailbox(input.mailbox);
      const id = randomUUID();
      const created = await em.execute<unknown[]>(
        `insert into work.organisation (id, code, area, names, mailbox) values (?, ?, ?, ?::jsonb, ?)
         on conflict (code) do nothing returning id`,
        [id, code, area, JSON.stringify(names), mailbox],
      );
      if (created.length === 0) throw new Refused(problem('CODE_TAKEN', 'code'));
      const after = { code, area, names, mailbox };
      await this.audit.record(em, actor, 'CREATE_ORGANISATION', `organisation ${id}`, {
        area,
        after,
      });
      return id;
    });
    return { organisation: done && (await this.organisations.one(this.em, done)), problems };
  }

  async changeOne(actor: Actor, input: ChangeOrganisationInput): Promise<OrganisationPayload> {
    permit(actor, 'MANAGE_ORGANISATIONS', {});
    const id = input.organisation;
    if (!isId(id)) throw new ApiError('NOT_FOUND');
    const operation = 'MANAGE_ORGANISATIONS';
    const { problems } = await this.change.run(actor, operation, input, async (em) => {
      const [known] = await em.execute<Known[]>(
        'select area, names, mailbox, version from work.organisation where id = ? for update',
        [id],
      );
      if (known === undefined) throw new ApiError('NOT_FOUND');
      const versions = { found: known.version, expected: input.expectedVersion };
      expectVersion(versions, [`organisation ${id}`]);
      const names = readNames(input.names);
      const area = await knownArea(em, input.area);
      const mailbox = readMailbox(input.mailbox);
      if (area !== null && area !== known.area) await this.expectAllOf(em, id, area);
      await em.execute(
        'update work.organisation set area = ?, names = ?::jsonb, mailbox = ?, version = version + 1 where id = ?',
        [area, JSON.stringify(names), mailbox, id],
      );
      await this.audit.record(em, actor, 'CHANGE_ORGANISATION', `organisation ${id}`, {
        area,
        before: { area: known.area, names: known.names, mailbox: known.mailbox },
        after: { area, names, mailbox },
      });
      return id;
    });
    return { organisation: await this.organisations.one(this.em, id), problems };
  }

  /** A body of one country has neither people nor cells of another. */
  private async expectAllOf(em: EntityManager, id: string, area: string): Promise<void> {
    const [other] = await em.execute<{ area: string }[]>(
      `select area from work.user_account where organisation = ? and area <> ?
       union all select area from work.assignment where organisation = ? and area <> ? limit 1`,
      [id, area, id, area],
    );
    if (other) throw new Refused(problem('ORGANISATION_HOLDS_OTHER_AREA', 'area', other));
  }
}

/** By language; a name in English and Russian at least, which everybody reads one of; the other languages fall back to them. */
function readNames(given: readonly NameInput[]): Texts {
  const names: Record<string, string> = {};
  for (const { lang, text } of given) {
    const name = freeText(text, `names.${lang}`);
    if (name !== null) names[lang] = name;
  }
  for (const lang of ['en', 'ru'])
    if (names[lang] === undefined) throw new Refused(problem('NAME_REQUIRED', `names.${lang}`));
  return names;
}

function readMailbox(given: string | null | undefined): string | null {
  const mailbox = freeText(given ?? '', 'mailbox');
  return mailbox === null ? null : readEmailAddress(mailbox, 'mailbox');
}

async function knownArea(em: EntityManager, asked: string | null | undefined) {
  if (asked == null || asked === '') return null;
  const [area] = await em.execute<unknown[]>('select 1 from work.area where code = ?', [asked]);
  if (area === undefined) throw new Refused(problem('AREA_UNKNOWN', 'area'));
  return asked;
}
