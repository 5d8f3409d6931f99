/** The channel on which windows of the desktop app call the services: name and input. */
export const CALL_CHANNEL = 'droomdoek:call';

/** On this one the preload alone sends where a file lies that a person gave a window; pages reach it with a `File` only. */
export const DROPPED_CHANNEL = 'droomdoek:dropped';

/** The one channel on which the services tell windows something: name and event. */
export const EVENT_CHANNEL = 'droomdoek:event';
