import { commands } from './nl/commands.ts';
import { desk } from './nl/desk.ts';
import { door } from './nl/door.ts';
import { ideas } from './nl/ideas.ts';
import { meeting } from './nl/meeting.ts';
import { notices } from './nl/notices.ts';
import { order } from './nl/order.ts';
import { output } from './nl/output.ts';
import { pen } from './nl/pen.ts';
import { people } from './nl/people.ts';
import { playback } from './nl/playback.ts';
import { print } from './nl/print.ts';
import { report } from './nl/report.ts';
import { start } from './nl/start.ts';

/** All words in Dutch (Flemish first). The keys of every other language come from here. */
export const nl = { ...desk, ...start, ...meeting, ...ideas, ...door, ...output, ...notices, ...commands, ...order, ...pen, ...people, ...playback, ...print, ...report } as const;
