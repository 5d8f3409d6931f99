/**
 * Ends the switch over a closed union: the compiler refuses it when a case is missing.
 * @throws when a value from outside slipped past its schema.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
