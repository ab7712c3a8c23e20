import { useTranslation } from 'react-i18next';
import { openWord } from '../../charts/reading-text.ts';
import { Button } from '../../desk/button.tsx';
import { StageBar } from '../../desk/reported-figure.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { stagePatch, type MissingReason } from './cell-draft.ts';
import { CellSelect, FigureInput, inputLook, type FieldProps } from './cell-inputs.tsx';
import styles from './entry-grid.module.css';
import { isUnconfirmed, type EntryState } from './entry-state.ts';
import { computedValue } from './read-draft.ts';

/** The field for a value, by its kind: a number, a share of two numbers, a stage of an element, yes or no. */
export function ValueField(props: FieldProps) {
  const { cell } = props.entry;
  if (cell.kind === 'MILESTONE') return <StageField {...props} />;
  if (cell.kind === 'BINARY') return <YesNoField {...props} />;
  if (!cell.ratio) return <FigureInput {...props} field="value" />;
  return <RatioField {...props} />;
}

export function RatioInputs({ between, ...props }: FieldProps & { between?: string }) {
  const { label } = props;
  const { t } = useTranslation('desk');
  return (
    <>
      <FigureInput
        {...props}
        field="numerator"
        label={t('grid.numerator', { label })}
        placeholder={t('grid.part')}
      />
      {between !== undefined && <span aria-hidden="true">{between}</span>}
      <FigureInput
        {...props}
        field="denominator"
        label={t('grid.denominator', { label })}
        placeholder={t('grid.whole')}
      />
    </>
  );
}

function RatioField(props: FieldProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { cell, reading } = props.entry;
  const computed = computedValue(reading);
  const shown = computed === null ? undefined : format.number(computed, cell.decimals);
  return (
    <div className={styles.ratio}>
      <FigureInput {...props} field="value" placeholder={shown} />
      <span className={styles.parts}>
        <RatioInputs {...props} between="/" />
      </span>
      {shown !== undefined && (
        <output className="visually-hidden">{t('grid.computed', { value: shown })}</output>
      )}
    </div>
  );
}

function YesNoField(props: FieldProps) {
  const { entry, label, describedBy, change } = props;
  const { t } = useTranslation(['desk', 'public']);
  return (
    <CellSelect
      of={props}
      data-entry="value"
      aria-label={label}
      aria-describedby={describedBy}
      value={entry.draft.value}
      options={[
        ['', t('desk:grid.empty')],
        ['1', t('public:figure.yes')],
        ['0', t('public:figure.no')],
      ]}
      onChoose={(value) => change({ value })}
    />
  );
}

/** The stage of an element in words. While none is chosen, it names the stage from before, which is not confirmed for this year. */
function StageField(props: FieldProps) {
  const { entry, label, describedBy, change, leave } = props;
  const { t } = useTranslation('desk');
  const { cell, draft, reading } = entry;
  const { lastFact } = cell;
  const stages = (cell.stages ?? []).map(({ text }, stage) => `${stage} – ${text}`);
  const before = lastFact === null ? undefined : stages[lastFact.stage];
  const isLost = draft.missingReason === 'NOT_COLLECTED' && lastFact !== null;
  const held = draft.missingReason === null ? (lastFact?.stage ?? 0) : 0;
  const nothing =
    before === undefined || draft.missingReason !== null
      ? t(isLost ? 'law.lost' : 'grid.empty')
      : t('law.before', { stage: before });
  const isUnchanged =
    lastFact !== null && draft.value === String(lastFact.stage) && draft.factDate === lastFact.date;
  const confirm = () => {
    if (lastFact !== null) change(stagePatch(cell, draft, String(lastFact.stage)));
    leave();
  };
  const isWrong = [...reading.fieldProblems, ...reading.hits].some(({ code }) =>
    code.startsWith('FACT_DATE_'),
  );
  return (
    <div className={styles.stage}>
      <StageBar stage={draft.value === '' ? held : Number(draft.value)} pale={draft.value === ''} />
      <CellSelect
        of={props}
        data-entry="value"
        aria-label={label}
        aria-describedby={describedBy}
        value={draft.value}
        options={[['', nothing], ...stages.map((text, stage) => [String(stage), text] as const)]}
        onChoose={(value) => change(stagePatch(cell, draft, value))}
      />
      {isUnconfirmed(props.entry) && (
        <Button small of={label} onClick={confirm}>
          {t('law.confirm')}
        </Button>
      )}
      {isUnchanged && <p className="small-note">✓ {t('law.unchanged', { date: lastFact.date })}</p>}
      {!isUnchanged && draft.value !== '' && !cell.editable && (
        <p className="small-note">{draft.factDate}</p>
      )}
      {!isUnchanged && draft.value !== '' && cell.editable && (
        <label className={styles.date}>
          {t('law.date')}
          <input
            type="text"
            className={inputLook}
            aria-label={t('law.dateOf', { label })}
            aria-invalid={isWrong || undefined}
            aria-describedby={describedBy}
            autoComplete="off"
            placeholder={t('law.dateHint')}
            disabled={!cell.editable}
            value={draft.factDate}
            onChange={(event) => change({ factDate: event.target.value })}
            onBlur={leave}
          />
        </label>
      )}
    </div>
  );
}

const reasons = [
  'NOT_COLLECTED',
  'NOT_SHARED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
] as const satisfies MissingReason[];

/** Why there is no value. An empty cell is not a zero, and a zero is not "not applicable". */
export function ReasonField(props: FieldProps) {
  const { t } = useTranslation('desk');
  return (
    <CellSelect
      of={props}
      aria-label={t('grid.reasonOf', { label: props.label })}
      value={props.entry.draft.missingReason ?? ''}
      options={[
        ['', t('grid.noReason')],
        ...reasons.map((reason) => [reason, t(`missing.${reason}`)] as const),
      ]}
      onChoose={(value) =>
        props.change({ missingReason: reasons.find((one) => one === value) ?? null })
      }
    />
  );
}

const FINAL = 'A';

const markOf = ({ draft, cell }: EntryState): string =>
  draft.obsStatus ?? cell.current?.obsStatus ?? FINAL;

export const isMarked = (entry: EntryState): boolean =>
  entry.draft.missingReason === null && openWord(markOf(entry)) !== null;

/** The OBS_STATUS of the value; a status from an import stays until it is changed here. */
export function MarkField(props: FieldProps) {
  const { entry, label, change } = props;
  const { t } = useTranslation(['desk', 'public']);
  const mark = markOf(entry);
  const nameOf = (code: string) => {
    const word = openWord(code);
    return word === null ? t('grid.final') : t(`public:chart.status.${word}`);
  };
  return (
    <CellSelect
      of={props}
      aria-label={t('grid.markOf', { label })}
      disabled={!entry.cell.editable || entry.draft.missingReason !== null}
      value={mark}
      options={[...new Set([FINAL, 'P', 'E', mark])].map((code) => [code, nameOf(code)])}
      onChoose={(obsStatus) => change({ obsStatus })}
    />
  );
}
