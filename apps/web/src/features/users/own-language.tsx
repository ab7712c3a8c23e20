import { useMutation, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@qadam/i18n';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { reloading } from '../../desk/reloading.ts';
import { useChange } from '../../desk/use-change.ts';
import { LanguageField } from './language-field.tsx';
import { ChooseLanguageDocument, OwnLanguageDocument } from './users.generated.ts';

/** In which language Qadam writes to one; kept as soon as it is chosen. */
export function OwnLanguage() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(OwnLanguageDocument);
  const [choose] = useMutation(ChooseLanguageDocument, { fetchPolicy: 'no-cache' });
  const { problems, run } = useChange();
  const reload = reloading(refetch);
  const keep = async (language: Language) => {
    await run(async (idempotencyKey) => {
      const variables = { input: { language, idempotencyKey } };
      return (await choose({ variables })).data?.chooseLanguage;
    });
    await reload();
  };
  return (
    <>
      {data && (
        <LanguageField
          label={t('account.language')}
          hint={t('account.languageHint')}
          value={data.ownLanguage}
          onChange={(language) => void keep(language)}
        />
      )}
      {error && <PartFailed error={error} retry={() => void reload()} />}
      <ProblemList problems={problems} />
    </>
  );
}
