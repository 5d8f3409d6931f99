/** The one channel on which windows of the desktop app call the services: name and input. */
export const CALL_CHANNEL = 'droomdoek:call';

/** The one channel on which the services tell windows something: name and event. */
export const EVENT_CHANNEL = 'droomdoek:event';
