/** A pattern of LIKE for "contains this text", whatever signs are in it. */
export function likeText(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
