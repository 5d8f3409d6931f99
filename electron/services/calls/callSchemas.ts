import * as v from 'valibot';
import type { AssetId, BoardId, IdeaId, MarkId, PageId, RoundId, StampId, TableId } from '../../../shared/base/ids.ts';
import { commandSchema } from '../../../shared/board/commandSchema.ts';
import { countSchema, idSchema, recordSchema, timeMsSchema } from '../../../shared/board/fieldSchema.ts';
import { dotsSchema, roundSchema } from '../../../shared/board/roundSchema.ts';
import type { AssetData, PlainDocument } from '../../../shared/contract/boards.ts';
import type { CallName, Calls } from '../../../shared/contract/contract.ts';
import type { ExportRequest } from '../../../shared/contract/exportRequest.ts';
import type { TableDots, VotingWay } from '../../../shared/contract/rounds.ts';
import { peopleChangeSchema } from '../people/peopleSchema.ts';
import { settingsSchema } from '../settings/settingsFile.ts';
import { stampNameSchema } from '../stampLibrary/stampFile.ts';
import { liveMessageSchema, roomViewSchema } from './roomSchema.ts';

const board = idSchema<BoardId>();
const round = idSchema<RoundId>();
const stamp = idSchema<StampId>();
const ideas = v.pipe(v.array(idSchema<IdeaId>()), v.maxLength(1000));
const opId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const job = v.pipe(v.string(), v.maxLength(100));
const path = v.pipe(v.string(), v.maxLength(4096));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const mime = v.pipe(v.string(), v.maxLength(100));
/** Up to 600 MB of file; what is no base64 comes out as bytes that are no picture and no board. */
const base64 = v.pipe(v.string(), v.maxLength(800_000_000));
const nothing: v.GenericSchema<unknown, Record<string, never>> = v.custom<Record<string, never>>((value) => typeof value === 'object' && value !== null);
/** Only its outline: the document itself is read by `readPlainDocument`, which says what is wrong with it. */
const document = v.custom<PlainDocument>((value) => typeof value === 'object' && value !== null);
const asset: v.GenericSchema<unknown, AssetData> = v.object({ asset: idSchema<AssetId>(), mime, base64 });

const pages = v.union([v.literal('all'), v.pipe(v.array(idSchema<PageId>()), v.maxLength(1000))]);
const format = v.picklist(['pdf', 'html', 'png', 'svg', 'md', 'csv', 'json', 'doek']);

const content = v.variant('kind', [
  v.object({ kind: v.literal('board') }),
  v.object({ kind: v.literal('seatCards'), url: v.nullable(v.pipe(v.string(), v.maxLength(200), v.regex(/^http:\/\/[^\s#]+$/))) }),
  v.object({ kind: v.literal('tableSigns'), questions: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(3)) }),
  v.object({ kind: v.literal('charter'), paper: v.picklist(['a4', 'a3']) }),
  v.object({ kind: v.literal('contacts') }),
  v.object({ kind: v.literal('report') }),
  v.object({ kind: v.literal('sideBySide'), heading: v.pipe(v.string(), v.maxLength(200)), paper: v.picklist(['a1', 'a0']), boards: v.pipe(v.array(board), v.maxLength(20)) }),
]);

const length = v.pipe(v.number(), v.minValue(1), v.maxValue(1e6));
const place = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));
const part = v.object({ page: idSchema<PageId>(), box: v.object({ x: place, y: place, w: length, h: length }), only: v.nullable(v.pipe(v.array(idSchema<MarkId>()), v.maxLength(100_000))) });

const exportRequest: v.GenericSchema<unknown, ExportRequest> = v.object({
  format,
  content,
  pages,
  part: v.exactOptional(v.nullable(part)),
  paper: v.picklist(['a4', 'a3', 'a2', 'a1', 'a0', 'board']),
  orientation: v.picklist(['auto', 'landscape', 'portrait']),
  margins: v.picklist(['usual', 'none', 'bleed']),
  background: v.picklist(['paper', 'none']),
  tile: v.nullable(v.picklist(['a4', 'a3'])),
  dpi: v.pipe(countSchema, v.minValue(10), v.maxValue(1200)),
  publicVersion: v.boolean(),
  charter: v.boolean(),
  svgText: v.picklist(['text', 'outlines']),
  locale: v.picklist(['nl', 'en']),
});

const dots = dotsSchema as v.GenericSchema<unknown, TableDots>;
const way = v.picklist(['paper', 'phones', 'hands']);
const closesMs = v.nullable(timeMsSchema);

/** What every call must be given. */
export const CALL_SCHEMAS: { readonly [Name in CallName]: v.GenericSchema<unknown, Calls[Name]['in']> } = {
  'app.info': nothing,
  'settings.get': nothing,
  'settings.set': v.object({ settings: settingsSchema }),
  'boards.list': nothing,
  'boards.create': v.object({ document, assets: v.pipe(v.array(asset), v.maxLength(1000)) }),
  'boards.open': v.object({ board }),
  'boards.read': v.object({ board }),
  'boards.hold': v.object({ board }),
  'boards.takeOver': v.object({ board }),
  'boards.close': v.object({ board }),
  'boards.remove': v.object({ board }),
  'boards.chooseFile': v.object({ opens: v.boolean() }),
  'boards.importFile': v.object({ name: path, base64 }),
  'boards.saveAs': v.object({ board }),
  'boards.chooseSecondCopy': v.object({ off: v.boolean() }),
  'boards.setThumbnail': v.object({ board, png: base64 }),
  'boards.thumbnail': v.object({ board }),
  'board.do': v.object({ board, opId, command: commandSchema }),
  'board.undo': v.object({ board }),
  'board.redo': v.object({ board }),
  'assets.put': v.object({ board, mime, base64 }),
  'assets.get': v.object({ board, asset: idSchema<AssetId>() }),
  'rounds.start': v.object({ board, round: roundSchema, ways: recordSchema<TableId, VotingWay, VotingWay>(way), closesMs }),
  'rounds.view': v.object({ board, round }),
  'rounds.count': v.object({ board, round, table: idSchema<TableId>(), dots }),
  'rounds.hands': v.object({ board, round, dots }),
  'rounds.way': v.object({ board, round, table: idSchema<TableId>(), way }),
  'rounds.countdown': v.object({ board, round, closesMs }),
  'rounds.pictures': v.object({ board, round, pictures: recordSchema<MarkId, string, string>(v.pipe(v.string(), v.maxLength(1_000_000))) }),
  'rounds.told': v.object({ board, round, drawn: v.nullable(idSchema<MarkId>()) }),
  'rounds.untold': v.object({ board }),
  'rounds.undo': v.object({ board, round }),
  'rounds.close': v.object({ board, round }),
  'rounds.cancel': v.object({ board, round }),
  'door.addresses': nothing,
  'door.open': v.object({ board, address: v.pipe(v.string(), v.ipv4()), joining: v.picklist(['codes', 'open']) }),
  'door.close': nothing,
  'door.state': nothing,
  'door.seats': v.object({ board }),
  'door.renewSeats': v.object({ board }),
  'door.freeSeat': v.object({ board, table: idSchema<TableId>(), seat: countSchema }),
  'door.freeSeats': v.object({ board }),
  'helper.invite': nothing,
  'helper.state': nothing,
  'helper.revoke': v.object({ helper: v.nullable(job) }),
  'ideas.list': v.object({ board }),
  'ideas.open': v.object({ board, open: v.boolean() }),
  'ideas.drop': v.object({ board, ideas }),
  'ideas.restore': v.object({ board, ideas }),
  'ideas.taken': v.object({ board, ideas, opId }),
  'people.get': v.object({ board }),
  'people.change': v.object({ board, change: peopleChangeSchema }),
  'people.erase': v.object({ board }),
  'people.due': nothing,
  'exports.start': v.object({ board, request: exportRequest }),
  'exports.print': v.object({ board, request: exportRequest }),
  'exports.prepare': v.object({ board, format, pages }),
  'exports.rest': nothing,
  'exports.cancel': v.object({ job }),
  'exports.reveal': v.object({ job }),
  'playback.open': v.object({ board }),
  'playback.read': v.object({ board, from: v.object({ generation: whole, byte: whole, afterSeq: whole }), toSeq: whole }),
  'films.start': v.object({ board }),
  'films.write': v.object({ job, base64 }),
  'stamps.list': nothing,
  'stamps.get': v.object({ stamp }),
  'stamps.keep': v.object({ name: stampNameSchema, document, assets: v.pipe(v.array(asset), v.maxLength(100)) }),
  'stamps.rename': v.object({ stamp, name: stampNameSchema }),
  'stamps.remove': v.object({ stamp }),
  'stamps.restore': v.object({ stamp }),
  'stamps.saveAs': nothing,
  'stamps.importFile': v.object({ name: path, base64 }),
  'room.displays': nothing,
  'room.open': v.object({ display: v.nullable(job), view: roomViewSchema }),
  'room.close': nothing,
  'room.state': nothing,
  'room.show': v.object({ view: roomViewSchema }),
  'room.live': v.object({ message: liveMessageSchema }),
};
