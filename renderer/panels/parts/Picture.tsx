import { useEffect, useState } from 'react';

/** The bytes of a base64 `data:` URL, or null when it is not one. */
function bytesOf(dataUrl: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly mime: string } | null {
  const match = /^data:([^;,]+);base64,(.*)$/s.exec(dataUrl);
  if (!match) return null;
  const text = atob(match[2] ?? '');
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return { bytes, mime: match[1] ?? 'image/png' };
}

type PictureProps = { readonly dataUrl: string; readonly alt: string; readonly className?: string | undefined };

/** A picture that comes as a data URL. The content policy admits blobs only, so it is turned into one. */
export function Picture({ dataUrl, alt, className }: PictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const data = bytesOf(dataUrl);
    if (!data) return undefined;
    const made = URL.createObjectURL(new Blob([data.bytes], { type: data.mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [dataUrl]);
  return url === null ? null : <img src={url} alt={alt} className={className} draggable={false} />;
}
