import styles from './desk.module.css';
import { useMeanwhile } from './use-meanwhile.ts';
import { useProblemText, type Trouble } from './problem-text.ts';

/** Expected trouble in sentences, announced as soon as it is there; where somebody else was faster, with who did what. */
export function ProblemList({ problems }: { problems: readonly Trouble[] }) {
  const sentence = useProblemText();
  const meanwhile = useMeanwhile();
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
