import styles from './desk.module.css';
import { useOtherChange } from './use-other-change.ts';
import { useProblemText, type Problem } from './problem-text.ts';

/** Problems as sentences, announced to screen readers at once; for an edit conflict, with the other person's change. */
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
