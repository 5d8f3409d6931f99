import { expect } from 'vitest'

/** Looks again and again until what is seen is as expected; patient, since the machine may be busy with other things. */
export function eventually<Seen>(look: () => Promise<Seen> | Seen): ReturnType<typeof expect.poll<Seen>> {
  return expect.poll(look, { timeout: 20_000, interval: 20 })
}
