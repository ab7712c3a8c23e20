import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import type { ChooseLanguageInput } from './user.input.ts';
import type { ChooseLanguagePayload } from './user.type.ts';

/** In which language somebody's mails are written. A taste, not a right: no event of the chain. */
@Injectable()
export class OwnLanguageService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async read(actor: Actor): Promise<Language> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    const [own] = await this.em.execute<{ language: Language }[]>(
      'select language from work.user_account where id = ?',
      [actor.id],
    );
    return own?.language ?? 'ru';
  }

  async choose(actor: Actor, input: ChooseLanguageInput): Promise<ChooseLanguagePayload> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const { problems } = await this.change.run(actor, 'MANAGE_OWN_ACCOUNT', input, async (em) => {
      await em.execute('update work.user_account set language = ? where id = ?', [
        input.language,
        actor.id,
      ]);
      return input.language;
    });
    return { language: await this.read(actor), problems };
  }
}
