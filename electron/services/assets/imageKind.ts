/** The kinds of pictures that a board takes, by their first bytes; what they claim to be counts for nothing. */
export type ImageKind = { readonly mime: string; readonly extension: string };

const PNG: ImageKind = { mime: 'image/png', extension: 'png' };
const JPEG: ImageKind = { mime: 'image/jpeg', extension: 'jpg' };
const GIF: ImageKind = { mime: 'image/gif', extension: 'gif' };
const WEBP: ImageKind = { mime: 'image/webp', extension: 'webp' };

/** Every kind, for looking a picture up by its name. */
export const IMAGE_KINDS: readonly ImageKind[] = [PNG, JPEG, GIF, WEBP];

/** Width and height in pixels as the file says them. */
export type ImageSize = { readonly kind: ImageKind; readonly widthPx: number; readonly heightPx: number };

/**
 * Reads kind and size from the head of a picture (PNG, JPEG/JFIF, GIF, WebP as their specifications lay them out), or
 * null when it is none of these. SVG is not a picture here: it can hold scripts and outside references.
 */
export function imageSize(bytes: Buffer): ImageSize | null {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR') {
      return { kind: PNG, widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) };
    }
    if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return { kind: GIF, widthPx: bytes.readUInt16LE(6), heightPx: bytes.readUInt16LE(8) };
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes);
    if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
    return null;
  } catch {
    // A head that ends too soon: reading past it throws.
    return null;
  }
}

function webpSize(bytes: Buffer): ImageSize | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ': return { kind: WEBP, widthPx: bytes.readUInt16LE(26) & 0x3fff, heightPx: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const packed = bytes.readUInt32LE(21);
      return { kind: WEBP, widthPx: (packed & 0x3fff) + 1, heightPx: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': return { kind: WEBP, widthPx: bytes.readUIntLE(24, 3) + 1, heightPx: bytes.readUIntLE(27, 3) + 1 };
    default: return null;
  }
}

/** Walks from marker to marker up to the frame header, which holds the size. */
function jpegSize(bytes: Buffer): ImageSize | null {
  for (let at = 2; at < bytes.length;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) { at += 1; continue; }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { kind: JPEG, widthPx: bytes.readUInt16BE(at + 7), heightPx: bytes.readUInt16BE(at + 5) };
    const hasLength = marker !== 0x01 && (marker < 0xd0 || marker > 0xd8);
    at += 2 + (hasLength ? bytes.readUInt16BE(at + 2) : 0);
  }
  return null;
}
