import { useQuery } from '@apollo/client/react';
import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { RequireSignatureDocument, SignatureRulesDocument } from './signature-rules.generated.ts';

/** Which countries ask for a second signature before a return is handed in: a switch for each, for its officers. */
export function SignatureRules() {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const me = useMe();
  const { data, error, refetch } = useQuery(SignatureRulesDocument, { variables: { lang } });
  const { problems, busy, change } = useChange('SignatureRules');
  return (
    <Stack component="section" aria-labelledby="second-signature" gap="xs">
      <h2 id="second-signature">{t('signature.ruleTitle')}</h2>
      <p>{t('signature.ruleText')}</p>
      {error && <PartFailed error={error} retry={refetch} />}
      <ul className={record.list}>
        {data?.signatureRules.map(({ area, areaName, required, reporters, waiting }) => (
          <li key={area}>
            <Switch
              checked={required}
              disabled={busy || can(me, 'REQUIRE_SIGNATURE', { area }) !== 'ALLOWED'}
              label={areaName.text}
              description={[
                t('signature.reporters', { count: reporters }),
                ...(waiting > 0 ? [t('signature.waiting', { count: waiting })] : []),
              ].join(' · ')}
              onChange={(event) =>
                void change(RequireSignatureDocument, {
                  area,
                  required: event.currentTarget.checked,
                })
              }
            />
          </li>
        ))}
      </ul>
      <ProblemList problems={problems} />
    </Stack>
  );
}
