import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { areaProblem, limitProblem, needsSecondPerson, ROLES, type Role } from '@qadam/domain';
import { languages, type Language } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';

export interface UserDraft {
  name: string;
  role: Role;
  area: string;
  /** The only areas an officer works for; empty: all. */
  areas: string[];
  organisation: string;
  language: Language;
}

/** Codes or ids with their names: what an account can belong to. */
export type Memberships = Record<'areas' | 'organisations', ReadonlyMap<string, string>>;

const isBound = (role: Role) => areaProblem(role, null) !== null;
const mayBeLimited = (role: Role) => limitProblem(role, ['any']) === null;

/** The draft as the API takes it: with a country only if the role has one. */
export const rightsOf = ({ role, area, areas, organisation, language }: UserDraft) => ({
  role,
  area: isBound(role) && area !== '' ? area : null,
  areas: mayBeLimited(role) && areas.length > 0 ? areas : null,
  organisation: organisation === '' ? null : organisation,
  language,
});

/** A hint before the change is sent: a second person has to confirm officers and administrators. */
export function SecondPersonHint({ role }: { role: Role }) {
  const { t } = useTranslation('desk');
  return needsSecondPerson(role) ? <p className="note">{t('users.secondHint')}</p> : null;
}

/** Quotes a text for a shell, as an address may hold characters that a shell would act on. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Says that a link was mailed or, without a mail server, how to print it; never shows the link itself. `account`: the stored address. */
export function LinkSent(props: { email: string; account: string; sends: boolean }) {
  const { t } = useTranslation('desk');
  return (
    <div className={admin.box} role="status">
      {props.sends ? (
        <p>{t('users.linkSent', { email: props.email })}</p>
      ) : (
        <>
          <p>{t('users.linkHeld')}</p>
          <code>node apps/api/dist/cli.js user link --email {quoted(props.account)}</code>
        </>
      )}
    </div>
  );
}

/** One of the six languages, by its name in the language of the page. */
export function LanguageField(props: {
  label: string;
  hint?: string;
  value: Language;
  onChange: (language: Language) => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <SelectField
      {...props}
      options={languages.map((lang) => [lang, t(`admin.lang.${lang}`)] as const)}
      onChange={(lang) => props.onChange(lang as Language)}
    />
  );
}

/** Name, address, role, area and organisation of an account. */
export function UserFields(props: {
  draft: UserDraft;
  memberships: Memberships;
  /** True for one's own account: its role cannot be changed. */
  fixed?: boolean;
  onChange: (draft: UserDraft) => void;
}) {
  const { draft, memberships } = props;
  const { t } = useTranslation('desk');
  const field = <Key extends Exclude<keyof UserDraft, 'areas'>>(key: Key) => ({
    value: draft[key],
    onChange: (value: string) => props.onChange({ ...draft, [key]: value }),
  });
  return (
    <>
      <TextField label={t('users.name')} required {...field('name')} />
      {!props.fixed && (
        <SelectField
          label={t('users.role')}
          options={ROLES.map((role) => [role, t(`role.${role}`)] as const)}
          {...field('role')}
        />
      )}
      {isBound(draft.role) && (
        <SelectField
          label={t('users.area')}
          hint={t('users.areaHint')}
          none={t('admin.chooseArea')}
          required
          options={memberships.areas}
          {...field('area')}
        />
      )}
      {mayBeLimited(draft.role) && (
        <Checkbox.Group
          label={t('users.areas')}
          description={t('users.areasHint')}
          inputWrapperOrder={['label', 'description', 'input']}
          value={draft.areas}
          onChange={(areas) => props.onChange({ ...draft, areas })}
        >
          <Group gap="md" mt="xs">
            {[...memberships.areas].map(([code, name]) => (
              <Checkbox key={code} value={code} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <SelectField
        label={t('users.organisation')}
        none={t('admin.noOrganisation')}
        options={memberships.organisations}
        {...field('organisation')}
      />
      <LanguageField label={t('users.language')} {...field('language')} />
    </>
  );
}
