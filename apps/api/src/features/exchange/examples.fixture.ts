import { readFileSync } from 'node:fs';
import path from 'node:path';

export const SITE = 'http://localhost:3000';
const file = path.join(import.meta.dirname, '../../../../../docs/api.md');
/** The text of docs/api.md. */
export const text = readFileSync(file, 'utf8');
export const example = (language: string, which = 0): string => {
  const found = [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))];
  const code = found[which]?.[1];
  if (code === undefined) throw new Error(`docs/api.md has no example in ${language}.`);
  return code;
};
