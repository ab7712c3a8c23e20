import { SETTINGS, type Settings } from '../config/settings.ts';
import { type LinkKind, linkToken, openLinks } from '../features/users/one-time-link.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import type { TestApp } from './harness.ts';

/** The token of the open link of this kind that was mailed to an address. */
export async function mailedToken(
  api: TestApp,
  email: string,
  kind: LinkKind = 'invitation',
): Promise<string> {
  const em = api.em();
  const account = await em.findOneOrFail(UserAccount, { email });
  const link = (await openLinks(em, account.id)).find((open) => open.kind === kind);
  if (link === undefined) throw new Error(`No link is open for ${email}.`);
  const { secrets } = api.app.get<Settings>(SETTINGS, { strict: false });
  const token = await linkToken(em, secrets, kind, link.id);
  if (token === null) throw new Error('The link was made by another installation.');
  return token;
}
