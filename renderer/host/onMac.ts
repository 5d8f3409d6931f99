/** Whether this is a Mac, where ⌘ stands on the keys that elsewhere say Ctrl. */
export const onMac = (): boolean => navigator.userAgent.includes('Mac');
