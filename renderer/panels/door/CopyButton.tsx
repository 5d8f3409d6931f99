import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import { IconButton } from '../parts/IconButton.tsx';

/** Copies a text and says so in its own place. @param what names the text for a screen reader */
export function CopyButton({ what, onCopy }: { readonly what: string; readonly onCopy: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <>
      <IconButton
        icon={copied ? <Check size={19} strokeWidth={2.1} /> : <Copy size={18} strokeWidth={1.8} />}
        label={`${copied ? t('door.copied') : t('door.copy')}: ${what}`}
        side="left"
        onPress={() => { onCopy(); setCopied(true); }}
      />
      <span className="aloud" role="status">{copied && t('door.copied')}</span>
    </>
  );
}
