import type { Answers, ServiceParts } from '../serviceParts.ts';

/** Calls about the stamps that were kept on this laptop; every change is told to all windows. */
export function stampCalls({ stamps, emit }: ServiceParts): Answers<
  'stamps.list' | 'stamps.get' | 'stamps.keep' | 'stamps.rename' | 'stamps.remove' | 'stamps.restore' | 'stamps.importFile'
> {
  const told = async <Value>(value: Value): Promise<Value> => {
    emit('stamps.listed', await stamps.list());
    return value;
  };
  return {
    'stamps.list': () => stamps.list(),
    'stamps.get': ({ stamp }) => stamps.get(stamp),
    'stamps.keep': async (stamp) => told({ stamp: await stamps.keep(stamp) }),
    'stamps.rename': async ({ stamp, name }) => {
      await stamps.rename(stamp, name);
      return told(null);
    },
    'stamps.remove': async ({ stamp }) => {
      await stamps.remove(stamp);
      return told(null);
    },
    'stamps.restore': async ({ stamp }) => {
      await stamps.restore(stamp);
      return told(null);
    },
    'stamps.importFile': async ({ base64 }) => told(await stamps.take(Buffer.from(base64, 'base64'))),
  };
}
