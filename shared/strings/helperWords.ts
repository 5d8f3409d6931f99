import type { helper } from './nl/helper.ts';
import type { KeyOf } from './phoneWords.ts';

/** The words of a helper's page, one level deep: the keys that Dutch has. */
export type HelperWords = { readonly [Key in keyof typeof helper]: string };

/** The name of a text of a helper's page. */
export type HelperKey = KeyOf<HelperWords>;
