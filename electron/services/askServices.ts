import type { Locale } from '../../shared/board/board.ts';
import type { CallName, Calls } from '../../shared/contract/contract.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { TroubleError } from '../../shared/contract/trouble.ts';
import type { Services } from './createServices.ts';

/**
 * Calls the services from within a shell, as a window would.
 * @throws TroubleError
 */
export async function askServices<Name extends CallName>({ handle }: Pick<Services, 'handle'>, name: Name, input: Calls[Name]['in']): Promise<Calls[Name]['out']> {
  const result = await handle(name, input);
  if (!result.ok) throw new TroubleError(result.trouble.code, result.trouble.detail);
  return result.value;
}

/**
 * The settings to begin with. A language from the command line is kept as if it had been chosen in the app.
 * @param locale null when the command line says nothing
 */
export async function startSettings(services: Pick<Services, 'handle'>, locale: Locale | null): Promise<Settings> {
  const settings = await askServices(services, 'settings.get', {});
  return locale === null || locale === settings.locale ? settings : askServices(services, 'settings.set', { settings: { ...settings, locale } });
}
