import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../desk/answered.tsx';
import { Button } from '../desk/button.tsx';
import { Desk } from '../desk/desk-head.tsx';
import desk from '../desk/desk.module.css';
import { useMe } from '../desk/session.ts';
import { newRule, nextCode, ruleDraft, type RuleDraft } from '../features/framework/rule-draft.ts';
import { RuleForm } from '../features/framework/rule-form.tsx';
import { RuleList } from '../features/framework/rule-list.tsx';
import { ValidationRulesDocument } from '../features/framework/validation-rules.generated.ts';
import { PageLink } from '../ui/page-link.tsx';
import { useFormat } from '../ui/use-format.ts';
import { guarded } from './guarded.tsx';

export const FrameworkRulesPage = guarded('READ_FRAMEWORK', Rules);

function Rules() {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const mayEdit = can(useMe(), 'EDIT_FRAMEWORK') === 'ALLOWED';
  const [open, setOpen] = useState<RuleDraft>();
  const { data, instead, notice } = answered(
    useQuery(ValidationRulesDocument, { variables: { lang } }),
  );
  if (!data) return instead;
  const { validationRules: rules, framework } = data;
  const indicators = new Map(
    framework.indicators
      .filter(({ kind }) => kind === 'NUMERIC')
      .map(({ code, name }) => [code, `${code} ${name.text}`]),
  );
  const [first = ''] = indicators.keys();
  return (
    <Desk
      title={t('framework.rules.title')}
      facts={
        <PageLink to="/$lang/framework" preload={false}>
          {t('framework.back')}
        </PageLink>
      }
      action={
        mayEdit && (
          <Button look="primary" onClick={() => setOpen(newRule(nextCode(rules), first))}>
            {t('framework.rules.new')}
          </Button>
        )
      }
    >
      {notice}
      <p className={desk.soft}>{mayEdit ? t('framework.rules.text') : t('framework.readOnly')}</p>
      {open && (
        <RuleForm
          key={`${open.code} ${String(open.version)}`}
          rule={open}
          freeCode={nextCode(rules)}
          indicators={indicators}
          disabled={!mayEdit}
          onClose={() => setOpen(undefined)}
        />
      )}
      {rules.length === 0 && <p>{t('framework.rules.none')}</p>}
      <RuleList
        rules={rules}
        indicators={indicators}
        mayEdit={mayEdit}
        onOpen={(rule) => setOpen(ruleDraft(rule))}
      />
    </Desk>
  );
}
