import type { FormTool } from '../../tools/formTools.ts';

/** A form as an icon of the dock: its outline in a box of 24, in the line of the icons beside it. */
const PATHS: Readonly<Record<FormTool, string>> = {
  rectangle: 'M5 4.5H19A1.5 1.5 0 0 1 20.5 6V18A1.5 1.5 0 0 1 19 19.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.500Z',
  shadowBox: 'M4 3.500H17A1 1 0 0 1 18 4.500V15.500A1 1 0 0 1 17 16.500H4A1 1 0 0 1 3 15.500V4.500A1 1 0 0 1 4 3.500ZM21 7V19.500H7',
  ellipse: 'M12 5A9.5 7 0 0 1 12 19A9.5 7 0 0 1 12 5Z',
  diamond: 'M12 3L21 12L12 21L3 12Z',
  banner: 'M6 6.500C10 5.3 14 5.3 18 6.500V15.500C14 14.3 10 14.3 6 15.500ZM6 9H2L3.8 13.500L2 18H8.500V15M18 9H22L20.2 13.500L22 18H15.500V15',
  bubble: 'M12 4A9.5 6.8 0 1 1 9.8 17.400L5.5 20.500L6.3 16.100A9.5 6.8 0 0 1 12 4Z',
  thought: 'M7.5 14.500A3.6 3.6 0 0 1 5.6 7.800A4.6 4.6 0 0 1 13.8 5.200A4 4 0 0 1 19.8 8.700A3.2 3.2 0 0 1 18 14.500ZM7.5 18A1 .8 0 1 0 7.5 17.900M4.6 21A.5 .4 0 1 0 4.6 20.9',
  cloud: 'M7 18A4.3 4.3 0 0 1 5.8 9.600A5.4 5.4 0 0 1 15.6 7.400A4.6 4.6 0 0 1 21 12.600A3.8 3.8 0 0 1 18 18Z',
  sun: 'M12 7.600A4.4 4.4 0 1 1 11.990 7.600ZM12 2.200V4.200M12 19.800V21.800M2.2 12H4.200M19.8 12H21.800M5.1 5.100L6.5 6.500M17.5 17.500L18.9 18.900M5.1 18.900L6.5 17.500M17.5 6.500L18.9 5.1',
  block: 'M3 9H13V5L21.5 12L13 19V15H3Z',
  frame: 'M10 4.500H5A2 2 0 0 0 3 6.500V17.500A2 2 0 0 0 5 19.500H19A2 2 0 0 0 21 17.500V6.500A2 2 0 0 0 19 4.500H18M11.5 3H16.5',
};

/** The form that the dock's button gives, 24 px. */
export function FormIcon({ form }: { readonly form: FormTool }) {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d={PATHS[form]} />
    </svg>
  );
}
