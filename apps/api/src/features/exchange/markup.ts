const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // kept by a reader only where they are written like this
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What is not written as it is. Most texts have nothing of it, and this is asked of every one. */
const SPECIAL = /[&<>"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;

/** For the text of an element and for an attribute alike. Characters that XML cannot hold are left out. */
export const escaped = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '')
        .replaceAll(/[&<>"\t\n\r]/g, (mark) => ENTITIES[mark] ?? mark)
    : text;

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `<name a="1">`; what is null or undefined is not written. */
export const opening = (name: string, attributes: Attributes = {}): string =>
  `<${name}${attributesOf(attributes)}>`;

/**
 * An element as text, its children written already. A message of a million observations is made of these: a tree of nodes
 * for each takes thirty times as long (decision 0062).
 */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...children: readonly string[]
): string =>
  children.length === 0
    ? `<${name}${attributesOf(attributes)}/>`
    : `<${name}${attributesOf(attributes)}>${children.join('')}</${name}>`;

function attributesOf(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== undefined) text += ` ${name}="${escaped(String(value))}"`;
  return text;
}
