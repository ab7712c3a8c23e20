import styles from './desk.module.css';
import { useProblemText, type Trouble } from './problem-text.ts';

/** Expected trouble in sentences, announced as soon as it is there. */
export function ProblemList({ problems }: { problems: readonly Trouble[] }) {
  const sentence = useProblemText();
  if (problems.length === 0) return null;
  const sentences = [...new Set(problems.map(sentence))];
  return (
    <div role="alert" className={styles.error}>
      {sentences.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
