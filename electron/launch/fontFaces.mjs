/**
 * The faces of board and interface: one complete TTF each, the same file on every surface (window,
 * worker, PNG, PDF), because split web fonts measure differently outside Chromium.
 * `file` is the name under `resources/fonts/`; `source` is a path below node_modules. All are OFL.
 * @type {readonly { readonly file: string, readonly source: string }[]}
 */
export const fontFaces = [
  { file: 'CaveatBrush.ttf', source: '@expo-google-fonts/caveat-brush/400Regular/CaveatBrush_400Regular.ttf' },
  { file: 'PatrickHand.ttf', source: '@expo-google-fonts/patrick-hand/400Regular/PatrickHand_400Regular.ttf' },
  { file: 'PermanentMarker.ttf', source: '@expo-google-fonts/permanent-marker/400Regular/PermanentMarker_400Regular.ttf' },
  { file: 'AtkinsonHyperlegible.ttf', source: '@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf' },
  { file: 'AtkinsonHyperlegibleBold.ttf', source: '@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf' },
  { file: 'NotoNaskhArabic.ttf', source: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf' },
  { file: 'NotoSans.ttf', source: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf' },
  { file: 'NotoSansHebrew.ttf', source: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf' },
  { file: 'NotoSansTifinagh.ttf', source: '@expo-google-fonts/noto-sans-tifinagh/400Regular/NotoSansTifinagh_400Regular.ttf' },
  { file: 'NotoSansMath.ttf', source: '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf' },
  { file: 'NotoEmoji.ttf', source: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf' },
]
