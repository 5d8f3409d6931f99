import type { phone } from './nl/phone.ts';

/** The words of the page on the phones, one level deep: the keys that Dutch has. */
export type PhoneWords = { readonly [Key in keyof typeof phone]: string };

type WithoutPlural<Key extends string> = Key extends `${infer Base}_one` ? Base : Key extends `${infer Base}_other` ? Base : Key;

/** The name of a text; `left_one` and `left_other` are one, `left`. */
export type KeyOf<Words> = WithoutPlural<keyof Words & string>;

/** The name of a text of the phone page. */
export type PhoneKey = KeyOf<PhoneWords>;

/** What fills the blanks `{{name}}`; `count` also chooses between one and more. */
export type PhoneValues = { readonly [name: string]: string | number };

/** Says a text of a page for phones: as `sayIn` does for the words of the app, without their size. */
export function sayOnPhone<Words extends { readonly [key: string]: string }>(words: Words, key: KeyOf<Words>, values: PhoneValues = {}): string {
  const texts: { readonly [name: string]: string | undefined } = words;
  const text = texts[key] || texts[`${key}_${values['count'] === 1 ? 'one' : 'other'}`] || '';
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
}
