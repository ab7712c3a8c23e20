import { useTranslation } from 'react-i18next';
import { fallbackChain, languageTag } from '@qadam/i18n';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { RuleSideFragment } from '../../desk/rule-side.generated.ts';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import styles from './framework.module.css';
import { ruleDraft, saved } from './rule-draft.ts';
import {
  SaveValidationRuleDocument,
  type ValidationRuleFragment,
} from './validation-rules.generated.ts';

/** All rules: what each asks, as a formula and in the officers' own words, and a switch. */
export function RuleList(props: {
  rules: readonly ValidationRuleFragment[];
  /** Names of the indicators that have numbers, by code. */
  indicators: ReadonlyMap<string, string>;
  mayEdit: boolean;
  onOpen: (rule: ValidationRuleFragment) => void;
}) {
  const { rules, indicators, mayEdit, onOpen } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const { problems, busy, change } = useChange('ValidationRules');
  const turn = (rule: ValidationRuleFragment) =>
    void change(SaveValidationRuleDocument, saved({ ...ruleDraft(rule), active: !rule.active }));
  return (
    <>
      <ProblemList problems={problems} />
      <ul className={styles.differences}>
        {rules.map((rule) => {
          const { code, message, operator, left, right, active, severity } = rule;
          const [said] = fallbackChain(lang).flatMap(
            (next) => message.find((one) => one.lang === next) ?? [],
          );
          return (
            <li key={code}>
              <strong>{code}</strong> <SideText of={left} names={indicators} /> {SYMBOL[operator]}{' '}
              <SideText of={right} names={indicators} />
              <br />
              <span lang={said && languageTag(said.lang)}>{said?.text}</span>
              <br />
              <small>
                {t(active ? 'framework.rules.on' : 'framework.rules.off')} ·{' '}
                {t(`framework.rules.severities.${severity}`)}
              </small>
              <div className={desk.row}>
                <Button look="linklike" onClick={() => onOpen(rule)}>
                  {mayEdit ? t('framework.rules.change', { code }) : code}
                </Button>
                {mayEdit && (
                  <Button
                    disabled={busy}
                    aria-label={`${t(active ? 'framework.rules.switchOff' : 'framework.rules.switchOn')}: ${code}`}
                    onClick={() => turn(rule)}
                  >
                    {t(active ? 'framework.rules.switchOff' : 'framework.rules.switchOn')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const SYMBOL = { EQ: '=', NE: '≠', GT: '>', GE: '≥', LT: '<', LE: '≤' } as const;

function SideText(props: { of: RuleSideFragment; names: ReadonlyMap<string, string> }) {
  const { terms, constant } = props.of;
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const named = terms.map(({ indicator, figure, factor }) => {
    const of = figure === 'VALUE' ? '' : ` (${t(`framework.rules.figures.${figure}`)})`;
    return `${factor === '1' ? '' : `${number(factor)} × `}${props.names.get(indicator) ?? indicator}${of}`;
  });
  return [...named, ...(constant === null ? [] : [number(constant)])].join(' + ');
}
