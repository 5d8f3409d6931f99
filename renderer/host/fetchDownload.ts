/** Downloads what the browser shell has ready under a one-time address; on the desktop the file is where the user put it. */
export function fetchDownload(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
