import { INDICATOR_ROLES } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { LocalText } from '../../ui/local-text.tsx';
import type { FrameworkActionFragment, FrameworkIndicatorFragment } from './framework.generated.ts';
import styles from './framework.module.css';

type Links = FrameworkActionFragment['links'];

/** Which indicators tell about the action, in what role and with what weight. What is never scored can only be context. */
export function LinkRows(props: {
  links: Links;
  indicators: ReadonlyMap<string, FrameworkIndicatorFragment>;
  onChange: (links: Links) => void;
}) {
  const { links, indicators, onChange } = props;
  const { t } = useTranslation(['desk', 'public']);
  const others = [...indicators.values()].filter(
    ({ code }) => !links.some((link) => link.indicator === code),
  );
  const change = (index: number, patch: Partial<Links[number]>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...patch } : link)));
  return (
    <div className={desk.stack}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('desk:framework.indicator')}</th>
            <th scope="col">{t('desk:framework.role')}</th>
            <th scope="col">{t('desk:framework.weight')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {links.map(({ indicator: code, role, weight }, index) => {
            const indicator = indicators.get(code);
            const never = indicator?.direction === 'NONE';
            return (
              <tr key={code}>
                <th scope="row">
                  {code} {indicator && <LocalText of={indicator.name} />}
                </th>
                <td>
                  <select
                    className={desk.input}
                    aria-label={t('desk:framework.roleOf', { code })}
                    value={role}
                    onChange={(event) =>
                      change(index, {
                        role: INDICATOR_ROLES.find((one) => one === event.target.value) ?? role,
                      })
                    }
                  >
                    {INDICATOR_ROLES.map((one) => (
                      <option key={one} value={one} disabled={never && one !== 'CONTEXT'}>
                        {t(`public:role.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="text"
                    inputMode="decimal"
                    className={`${desk.input} ${styles.narrow}`}
                    aria-label={t('desk:framework.weightOf', { code })}
                    value={weight}
                    onChange={(event) => change(index, { weight: event.target.value })}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className={desk.linklike}
                    onClick={() => onChange(links.toSpliced(index, 1))}
                  >
                    {t('desk:framework.remove', { what: code })}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <label className={desk.field}>
        {t('desk:framework.addIndicator')}
        <select
          className={desk.input}
          value=""
          onChange={(event) =>
            onChange([...links, { indicator: event.target.value, role: 'CONTEXT', weight: '1' }])
          }
        >
          <option value="">{t('desk:framework.choose')}</option>
          {others.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} {name.text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
