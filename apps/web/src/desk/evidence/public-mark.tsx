import { useTranslation } from 'react-i18next';
import { isLanguage, languages } from '@qadam/i18n';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import { MarkEvidenceDocument, type EvidenceFragment } from './evidence.generated.ts';

/** An officer marks whether evidence is public, and its language. */
export function PublicMark({ evidence }: { evidence: EvidenceFragment }) {
  const { id, title, public: isPublic, lang } = evidence;
  const { t } = useTranslation('desk');
  const { busy, problems, change } = useChange();
  const mark = (isMarked: boolean, language: string | null) =>
    void change(MarkEvidenceDocument, {
      evidence: id,
      public: isMarked,
      lang: language !== null && isLanguage(language) ? language : null,
    });
  return (
    <>
      <label title={t('evidence.publicHint')}>
        <input
          type="checkbox"
          aria-label={t('evidence.markPublic', { name: title })}
          checked={isPublic}
          disabled={busy}
          onChange={(event) => mark(event.target.checked, lang)}
        />{' '}
        {t('evidence.public')} <span className={desk.soft}>({t('evidence.publicHint')})</span>
      </label>
      {isPublic && (
        <label>
          {t('evidence.language')}{' '}
          <select
            value={lang ?? ''}
            disabled={busy}
            onChange={(event) => mark(true, event.target.value)}
          >
            <option value="">{t('evidence.noLanguage')}</option>
            {languages.map((code) => (
              <option key={code} value={code}>
                {t(`admin.lang.${code}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <ProblemList problems={problems} />
    </>
  );
}
