import desk from '../../desk/desk.module.css';
import { useProblemText, type Problem } from '../../desk/problem-text.ts';

/** Warnings about something that was saved nevertheless. */
export function Warnings({ warnings }: { warnings: readonly Problem[] }) {
  const sentence = useProblemText();
  if (warnings.length === 0) return null;
  return (
    <ul role="status" className={desk.soft}>
      {warnings.map(sentence).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
