import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useChange } from '../../desk/use-change.ts';
import { LanguageField } from './language-field.tsx';
import { ChooseLanguageDocument, OwnLanguageDocument } from './users.generated.ts';

/** In which language Qadam writes to one; kept as soon as it is chosen. */
export function OwnLanguage() {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(OwnLanguageDocument);
  const { problems, change } = useChange('OwnLanguage');
  return (
    <>
      {data && (
        <LanguageField
          label={t('account.language')}
          hint={t('account.languageHint')}
          value={data.ownLanguage}
          onChange={(language) => void change(ChooseLanguageDocument, { language })}
        />
      )}
      {error && <PartFailed error={error} retry={refetch} />}
      <ProblemList problems={problems} />
    </>
  );
}
