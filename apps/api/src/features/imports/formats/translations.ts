/** Are all heads in different alphabets, so that they can be translations? “Показатель” and “Наименование” are not: they mean two things. */
export function areOfLanguages(heads: readonly string[]): boolean {
  const alphabets = heads.map((head) => ALPHABETS.findIndex((letters) => letters.test(head)));
  return new Set(alphabets).size === heads.length;
}
const ALPHABETS = [/[әғқңөұүһіўҳҷӯӣ]/iu, /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u];

/** Can the second column be a translation of the first? Not if the same text has two translations. */
export function isTranslation(texts: readonly string[], others: readonly string[]): boolean {
  const known = new Map<string, string>();
  return texts.every((text, row) => {
    const other = others[row] ?? '';
    if (text === '' || other === '') return true;
    const before = known.get(text) ?? other;
    known.set(text, before);
    return before === other;
  });
}
