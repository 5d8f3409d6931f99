import type { QrModules } from './paintVote.ts';

/**
 * The QR code of an address with its quiet zone of four modules (ISO/IEC 18004), as rows of dark modules. Error
 * correction M reads over a corner of glare without making the modules much smaller.
 */
export async function qrModules(url: string): Promise<QrModules> {
  const { encode } = await import('uqr');
  return encode(url, { ecc: 'M', border: 4 }).data;
}
