import type { ServerResponse } from 'node:http';
import { breathing } from '../files/inTurns.ts';
import { beginAnswer } from './answers.ts';

/** What one phone is told, and a text that differs whenever it would be told something else. */
export type Telling = { readonly data: unknown; readonly sameAs: string };

type Stream = { readonly pass: string; readonly response: ServerResponse; told: string };

/** An event that says nothing but that the door is there: a phone notices a lost Wi-Fi, and the laptop a phone that is gone. */
const SIGN_MS = 10_000;
/** A phone that takes nothing in for this much is gone. */
const MOST_WAITING_BYTES = 64 * 1024;
/** Tabs of one phone; of more the oldest is told to stay away for long. */
const MOST_PER_PASS = 3;
const STAY_AWAY_MS = 120_000;
/** Phones come back after a moment that differs for each, so that five hundred do not do it at once. */
const backAfterMs = (): number => 1000 + Math.floor(Math.random() * 3000);

/**
 * The open event streams of the phones (server-sent events). A stream is told something only when it differs from
 * what it was told last.
 */
export class EventStreams {
  readonly #streams = new Set<Stream>();
  readonly #tellingOf: (pass: string) => Telling | null;
  readonly #changed: () => void;
  readonly #event: string;
  readonly #clock: NodeJS.Timeout;
  /** Whether all are being told, and whether they must be once more. */
  #telling = false;
  #again = false;

  /**
   * @param tellingOf what a pass is shown now; null when it is void, which ends its streams
   * @param changed called when phones come or go
   * @param event the name under which they are told
   */
  constructor(tellingOf: (pass: string) => Telling | null, changed: () => void, event: string) {
    this.#event = event;
    this.#tellingOf = tellingOf;
    this.#changed = changed;
    this.#clock = setInterval(() => { for (const stream of this.#streams) write(stream, 'event: sign\ndata: 1\n\n'); }, SIGN_MS).unref();
  }

  /** Passes with which somebody listens now; several tabs of one phone are one. */
  get passes(): ReadonlySet<string> {
    return new Set([...this.#streams].map(({ pass }) => pass));
  }

  /** Whether somebody listens with this pass. */
  hears(pass: (pass: string) => boolean): boolean {
    return [...this.#streams].some((stream) => pass(stream.pass));
  }

  /** Makes an answer a stream and tells it how things stand. */
  open(pass: string, response: ServerResponse): void {
    const before = [...this.#streams].filter((stream) => stream.pass === pass);
    for (const stream of before.slice(0, Math.max(0, before.length + 1 - MOST_PER_PASS))) this.#end(stream, `retry: ${STAY_AWAY_MS}\n\n`);
    const stream: Stream = { pass, response, told: '' };
    this.#streams.add(stream);
    response.once('close', () => {
      if (this.#streams.delete(stream)) this.#changed();
    });
    beginAnswer(response, 200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: ${backAfterMs()}\n\n`);
    this.#tell(stream);
    this.#changed();
  }

  /** Tells the phone with this pass. */
  tellOne(pass: string): void {
    for (const stream of this.#streams) if (stream.pass === pass) this.#tell(stream);
  }

  /** Tells all phones, with turns for the desk in between; what changes meanwhile is told too. */
  tellAll(): void {
    this.#again = true;
    if (!this.#telling) void this.#tellInTurns();
  }

  close(): void {
    clearInterval(this.#clock);
    for (const stream of this.#streams) this.#end(stream, '');
  }

  async #tellInTurns(): Promise<void> {
    const breathe = breathing();
    this.#telling = true;
    while (this.#again) {
      this.#again = false;
      for (const stream of this.#streams) {
        this.#tell(stream);
        await breathe();
      }
    }
    this.#telling = false;
  }

  #tell(stream: Stream): void {
    const telling = this.#tellingOf(stream.pass);
    if (!telling) {
      this.#end(stream, '');
    } else if (telling.sameAs !== stream.told) {
      stream.told = telling.sameAs;
      write(stream, `event: ${this.#event}\ndata: ${JSON.stringify(telling.data)}\n\n`);
    }
  }

  #end(stream: Stream, farewell: string): void {
    this.#streams.delete(stream);
    stream.response.end(farewell);
  }
}

function write({ response }: Stream, text: string): void {
  if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
  else response.write(text);
}
