/**
 * The content security policy of the app's pages and workers: nothing but what the app itself brings.
 * Pictures may also be blobs and data URLs, since pasted pictures and thumbnails arrive as data.
 * @param sockets further places that the page may connect to, such as `ws://127.0.0.1:4000`, for
 *   browsers in which `'self'` does not cover the scheme of sockets
 */
function contentSecurityPolicy(sockets: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    ["connect-src 'self'", ...sockets].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The headers that go with every answer about the app's pages, found or not. As headers and not as a
 * tag in the page, because a worker has only what its own file was sent with.
 * @param sockets see `contentSecurityPolicy`; empty where calls do not go over a socket
 */
export function pageHeaders(sockets: readonly string[] = []): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(sockets),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}
