/** A record of which nothing is known but that it is one. */
type Plain = { readonly [field: string]: unknown };

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

const mapRecord = (value: unknown, change: (item: Plain) => Plain): unknown =>
  isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isPlain(item) ? change(item) : item])) : value;

/** The box of a speech bubble no longer holds its tail: in version 1 the tail took the lowest fifth. */
const BUBBLE_BODY = 0.8;

/** What a mark of each kind got in version 2, so that it looks as it did. */
function newFieldsOf(mark: Plain): Plain {
  switch (mark['kind']) {
    case 'text': return { caps: false, accent: 'none', accentColor: null, breakUnits: null };
    case 'shape': return {
      caps: false, least: null, tail: null,
      ...(mark['form'] === 'bubble' && typeof mark['h'] === 'number' ? { h: mark['h'] * BUBBLE_BODY } : {}),
    };
    default: return {};
  }
}

/** What the board itself got in version 2. */
const NEW_BOARD_FIELDS: Plain = { version: 2 };

/** Version 1 to 2: lettering in capitals and with accents, forms that grow with their lettering, tails that are pulled. */
export function toVersion2(document: unknown): unknown {
  if (!isPlain(document) || !isPlain(document['board'])) return document;
  const { board } = document;
  const buckets = mapRecord(board['buckets'], (bucket) => mapRecord(bucket, (mark) => ({ ...mark, ...newFieldsOf(mark) })) as Plain);
  return { ...document, board: { ...board, ...NEW_BOARD_FIELDS, buckets } };
}
