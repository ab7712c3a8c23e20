import { useTranslation } from 'react-i18next';
import { areaProblem, needsSecondPerson, ROLES, type Role } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import type { Language } from '@qadam/i18n';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { LanguageField } from './language-field.tsx';

export interface UserDraft {
  name: string;
  role: Role;
  area: string;
  organisation: string;
  language: Language;
}

/** Codes or ids with their names: what an account can belong to. */
export interface Memberships {
  areas: ReadonlyMap<string, string>;
  organisations: ReadonlyMap<string, string>;
}

/** As the API takes it: a country only where the role has one. */
export function rightsOf({ role, area, organisation, language }: UserDraft) {
  const isBound = areaProblem(role, null) !== null;
  return {
    role,
    area: isBound && area !== '' ? area : null,
    organisation: organisation === '' ? null : organisation,
    language,
  };
}

/** A hint before the change is sent: a second person has to confirm officers and administrators. */
export function SecondPersonHint({ role }: { role: Role }) {
  const { t } = useTranslation('desk');
  return needsSecondPerson(role) ? <p className={admin.soft}>{t('users.secondHint')}</p> : null;
}

/** Name, address, role, area and organisation of an account. */
export function UserFields(props: {
  draft: UserDraft;
  memberships: Memberships;
  /** Of the own account: the role stays. */
  fixed?: boolean;
  onChange: (draft: UserDraft) => void;
}) {
  const { draft, memberships, onChange } = props;
  const { t } = useTranslation('desk');
  const roles = ROLES.map((role) => [role, t(`role.${role}`)] as const);
  const isBound = areaProblem(draft.role, null) !== null;
  return (
    <>
      <TextField
        label={t('users.name')}
        required
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      {!props.fixed && (
        <SelectField
          label={t('users.role')}
          value={draft.role}
          options={roles}
          onChange={(role) => onChange({ ...draft, role: role as Role })}
        />
      )}
      {isBound && (
        <SelectField
          label={t('users.area')}
          hint={t('users.areaHint')}
          none={t('admin.chooseArea')}
          required
          value={draft.area}
          options={memberships.areas}
          onChange={(area) => onChange({ ...draft, area })}
        />
      )}
      <SelectField
        label={t('users.organisation')}
        none={t('admin.noOrganisation')}
        value={draft.organisation}
        options={memberships.organisations}
        onChange={(organisation) => onChange({ ...draft, organisation })}
      />
      <LanguageField
        label={t('users.language')}
        value={draft.language}
        onChange={(language) => onChange({ ...draft, language })}
      />
    </>
  );
}
