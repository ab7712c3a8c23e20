import { useQuery } from '@apollo/client/react';
import { Button, NumberInput, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import admin from '../../desk/admin.module.css';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { Form } from '../../desk/form.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useWhen } from '../../desk/use-when.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  ApiTokensDocument,
  CreateApiTokenDocument,
  RevokeApiTokenDocument,
  type ApiTokenFragment,
} from './machines.generated.ts';
import { SecretOnce } from './secret-once.tsx';

const HEADS = ['name', 'state', 'madeBy', 'ends', 'used'] as const;

/** The tokens of a country, the newest first, and a form for a new one. */
export function TokenList({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const me = useMe();
  const { data, instead, notice } = answered(
    useQuery(ApiTokensDocument, { variables: { area, lang } }),
    'part',
  );
  if (!data) return instead;
  const tokens = data.apiTokens;
  const mayRevoke = can(me, 'MANAGE_TOKENS', { area }) === 'ALLOWED';
  const mayCreate = mayRevoke && can(me, 'COMMIT_IMPORT', { area }) === 'ALLOWED';
  return (
    <Section title={t('machines.tokens')}>
      {notice}
      <p>{t('machines.tokensText')}</p>
      {tokens.length === 0 ? (
        <p>{t('machines.noTokens')}</p>
      ) : (
        <div className={desk.scroll} role="group" aria-label={t('machines.tokens')} tabIndex={0}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {HEADS.map((head) => (
                  <Table.Th key={head}>{t(`machines.${head}`)}</Table.Th>
                ))}
                {mayRevoke && <Table.Td />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tokens.map((token) => (
                <TokenLine key={token.id} token={token} mayRevoke={mayRevoke} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {mayCreate && <TokenForm area={area} />}
    </Section>
  );
}

function TokenLine({ token, mayRevoke }: { token: ApiTokenFragment; mayRevoke: boolean }) {
  const { id, name, state, organisation, createdBy, endsAt, lastUsedAt } = token;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const { problems, busy, change } = useChange('ApiTokens');
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        <Text c="dimmed" size="sm" lang={organisation.lang}>
          {organisation.text}
        </Text>
      </Table.Th>
      <Table.Td>{t(`machines.${state}`)}</Table.Td>
      <Table.Td>{createdBy.name}</Table.Td>
      <Table.Td>{when(endsAt)}</Table.Td>
      <Table.Td>{lastUsedAt === null ? t('machines.never') : when(lastUsedAt)}</Table.Td>
      {mayRevoke && (
        <Table.Td>
          {state === 'ACTIVE' && (
            <Button
              variant="default"
              disabled={busy}
              aria-label={`${t('machines.revoke')} ${name}`}
              onClick={() => void change(RevokeApiTokenDocument, { token: id })}
            >
              {t('machines.revoke')}
            </Button>
          )}
          <ProblemList problems={problems} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

const USUAL_DAYS = 180;

function TokenForm({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const [name, setName] = useState('');
  const [days, setDays] = useState<number | string>(USUAL_DAYS);
  const [secret, setSecret] = useState<string | null>(null);
  const { problems, busy, change } = useChange('ApiTokens');
  useUnsaved(name !== '', 'area');
  const create = async () => {
    const { answer } = await change(CreateApiTokenDocument, { area, name, days: Number(days) });
    setSecret(answer?.secret ?? null);
    if (answer?.secret) setName('');
  };
  return (
    <>
      {secret !== null && <SecretOnce text={t('machines.secret')} secret={secret} />}
      <Form problems={problems} button={t('machines.create')} disabled={busy} minor send={create}>
        <div className={admin.fields}>
          <TextField label={t('machines.name')} value={name} required onChange={setName} />
          <NumberInput
            label={t('machines.days')}
            value={days}
            min={1}
            max={366}
            allowDecimal={false}
            required
            onChange={setDays}
          />
        </div>
      </Form>
    </>
  );
}
