import { commands } from './en/commands.ts';
import { desk } from './en/desk.ts';
import { door } from './en/door.ts';
import { ideas } from './en/ideas.ts';
import { meeting } from './en/meeting.ts';
import { notices } from './en/notices.ts';
import { order } from './en/order.ts';
import { output } from './en/output.ts';
import { pen } from './en/pen.ts';
import { people } from './en/people.ts';
import { playback } from './en/playback.ts';
import { print } from './en/print.ts';
import { report } from './en/report.ts';
import { start } from './en/start.ts';
import type { Words } from './words.ts';

/** All words in English; does not compile when a key of the Dutch words is missing or too many. */
export const en = { ...desk, ...start, ...meeting, ...ideas, ...door, ...output, ...notices, ...commands, ...order, ...pen, ...people, ...playback, ...print, ...report } satisfies Words;
