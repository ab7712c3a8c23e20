import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { emailForms } from '../../graphql/email-address.ts';

type Accounts = Tables & { u: Tables['work.user_account'] };

/** The accounts `u` with an e-mail address, first the one whose address is written as it would be now: `query.$call(ofAddress(email))`. */
export const ofAddress = (email: string) => {
  const forms = emailForms(email);
  return <O>(query: SelectQueryBuilder<Accounts, 'u', O>): SelectQueryBuilder<Accounts, 'u', O> =>
    query.where('u.email', 'in', forms).orderBy((eb) => eb('u.email', '<>', forms[0]));
};
