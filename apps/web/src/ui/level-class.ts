import type { LevelFragment } from './level.generated.ts';
import styles from './level.module.css';

/** Class for a surface in the ground and ink of a level; hatched where parts of it are not known. */
export const levelClass = (word: LevelFragment['word']): string => styles[word] ?? '';
