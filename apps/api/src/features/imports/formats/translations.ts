/** Of each language one: “Показатель” and “Наименование” beside each other say two things. */
export function areOfLanguages(heads: readonly string[]): boolean {
  const alphabets = heads.map((head) => ALPHABETS.findIndex((letters) => letters.test(head)));
  return new Set(alphabets).size === heads.length;
}
const ALPHABETS = [/[әғқңөұүһіўҳҷӯӣ]/iu, /\p{Script=Cyrillic}/u, /\p{Script=Latin}/u];

/** The same name is not translated in two ways. */
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
