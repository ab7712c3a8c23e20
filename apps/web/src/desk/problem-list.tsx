import { useTranslation } from 'react-i18next';
import { personalData } from '@qadam/domain';
import type { Catalogs } from '@qadam/i18n';
import styles from './desk.module.css';
import { paramOf, useProblemText, type Problem } from './problem-text.ts';
import { useWhen } from './use-when.ts';

/** Problems as sentences, announced to screen readers at once; an edit conflict also says what the other person changed. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  if (problems.length === 0) return null;
  const sentences = problems
    .flatMap((one) => [sentence(one), meanwhile(one)])
    .filter((text) => text !== undefined);
  return (
    <div role="alert" className={styles.error}>
      {[...new Set(sentences)].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Problems as sentences, for below the field that they are about. */
export function Sentences(props: {
  of: readonly Problem[];
  mark?: string;
  className: string | undefined;
}) {
  const sentence = useProblemText();
  return [...new Set(props.of.map(sentence))].map((text) => (
    <p key={text} className={props.className}>
      {props.mark === undefined ? text : `${props.mark} ${text}`}
    </p>
  ));
}

type Words = Catalogs['desk']['audit']['operations'];
type Role = keyof Catalogs['desk']['role'];

function factsOf(problem: Problem) {
  const of = (name: string) => paramOf(problem, name);
  const [did, at] = [of('did'), of('at')];
  if (did === undefined || at === undefined) return undefined;
  return { did, at, who: of('who'), role: of('role') };
}

/** What another person did first: "Value approved: Aigul (programme officer), 8 March 2026, 14:02." */
export function useOtherChange(): (problem: Problem) => string | undefined {
  const { t, i18n } = useTranslation('desk');
  const when = useWhen();
  return (problem) => {
    const facts = factsOf(problem);
    if (facts === undefined) return undefined;
    const { did, at, who, role } = facts;
    const known = i18n.exists(`audit.operations.${did}`, { ns: 'desk' });
    const what = known ? t(`audit.operations.${did as keyof Words}`) : did;
    const name = who ?? t('audit.system');
    const named = role === undefined ? name : `${name} (${t(`role.${role as Role}`)})`;
    return t('meanwhile', { what, name: named, time: when(at) });
  };
}

/** A warning below a free text that seems to name a person. */
export function PersonalWarning({ text }: { text: string }) {
  const { t } = useTranslation('desk');
  if (personalData(text).length === 0) return null;
  return (
    <p role="status" className={styles.warning}>
      ▲ {t('personal')}
    </p>
  );
}
