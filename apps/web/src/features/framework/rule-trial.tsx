import { useLazyQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { PartFailed } from '../../desk/part-failed.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import styles from './framework.module.css';
import { tried, type RuleDraft } from './rule-draft.ts';
import { TryValidationRuleDocument } from './validation-rules.generated.ts';

/** How many places are listed; the total is given above. */
const SHOWN = 20;

/** Tries a rule on all stored values, before it is switched on for anybody. */
export function RuleTrial({ draft }: { draft: RuleDraft }) {
  const { t } = useTranslation('desk');
  const { lang, number } = useFormat();
  const [ask, { data, error, loading }] = useLazyQuery(TryValidationRuleDocument, {
    fetchPolicy: 'network-only',
  });
  const [asked, setAsked] = useState<RuleDraft>();
  const now = () => {
    setAsked(draft);
    void ask({ variables: { input: tried(draft), lang } });
  };
  // only the answer for the rule as it is now, not for an earlier draft
  const answer = asked === draft ? data?.tryValidationRule : undefined;
  const broken = answer?.broken ?? [];
  return (
    <div className={desk.stack}>
      <div>
        <Button disabled={loading} onClick={now}>
          {t('framework.rules.try')}
        </Button>
      </div>
      {error && <PartFailed error={error} retry={now} />}
      {answer && <ProblemList problems={answer.problems} />}
      {answer?.problems.length === 0 && (
        <p role="status">
          {t('framework.rules.tried', {
            judged: number(String(answer.judged)),
            broken: number(String(broken.length)),
            skipped: number(String(answer.skipped)),
          })}
        </p>
      )}
      {broken.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('framework.rules.country')}</th>
              <th scope="col">{t('framework.rules.year')}</th>
              <th scope="col">{t('framework.rules.left')}</th>
              <th scope="col">{t('framework.rules.right')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {broken.slice(0, SHOWN).map(({ areaName, area, year, left, right, observation }) => (
              <tr key={`${area} ${String(year)}`}>
                <th scope="row">
                  <LocalText of={areaName} />
                </th>
                <td>{year}</td>
                <td>{number(left)}</td>
                <td>{number(right)}</td>
                <td>
                  <Link to="/$lang/values/$id" params={{ lang, id: observation }} preload={false}>
                    {t('framework.rules.open')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {broken.length > SHOWN && (
        <p className={desk.soft}>{t('framework.rules.first', { shown: SHOWN })}</p>
      )}
    </div>
  );
}
