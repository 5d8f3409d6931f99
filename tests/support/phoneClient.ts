import { randomBytes } from 'node:crypto';
import { Agent, request, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import type { MarkId, RoundId } from '../../shared/base/ids.ts';
import type { BallotAnswer, BallotRequest, Joined, VoterState } from '../../shared/contract/phone.ts';

/** What came back: the body as text, and as JSON where it is any. */
export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string; readonly json: unknown };

export type Asking = { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer };

/** A phone of the room as the protocol knows it: no page, its own address on the loopback network, its own connections. */
export class PhoneClient {
  readonly #url: URL;
  readonly #from: string | undefined;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 6 });
  #stream: ClientRequest | null = null;
  pass = '';
  /** What it comes in with; another one is another phone. */
  device = randomBytes(12).toString('hex');
  #count = 0;

  /** @param from the address it comes from: any of 127.0.0.0/8; null leaves it to the system */
  constructor(url: string, from: string | null = '127.0.0.9') {
    this.#url = new URL(url);
    this.#from = from ?? undefined;
  }

  /** Asks and waits for the whole answer; rejects when the connection breaks. */
  ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request({ host: this.#url.hostname, port: this.#url.port, path, method, headers, agent: this.#agent, ...(this.#from === undefined ? {} : { localAddress: this.#from }) }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => { pieces.push(piece); });
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : null });
        });
      });
      asked.once('error', reject);
      asked.end(body);
    });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: this.#url.origin, ...this.#proof(), ...headers }, body: JSON.stringify(body) });
  }

  /** Joins and keeps the pass. */
  async join(wanted: { readonly code: string } | { readonly table: number }): Promise<Answer> {
    const answer = await this.post('/api/join', { device: this.device, ...wanted });
    if (answer.status === 200) this.pass = (answer.json as Joined).pass;
    return answer;
  }

  async state(): Promise<VoterState> {
    return (await this.ask('/api/state', { headers: this.#proof() })).json as VoterState;
  }

  /** A new ballot, with a number higher than all before. */
  ballot(round: RoundId, choices: readonly MarkId[]): BallotRequest {
    this.#count += 1;
    return { round, choices, count: this.#count };
  }

  async vote(round: RoundId, choices: readonly MarkId[]): Promise<{ readonly status: number; readonly outcome: BallotAnswer['outcome'] }> {
    return this.cast(this.ballot(round, choices));
  }

  /** Sends a ballot, maybe once more. */
  async cast(ballot: BallotRequest): Promise<{ readonly status: number; readonly outcome: BallotAnswer['outcome'] }> {
    const { status, json } = await this.post('/api/ballot', ballot);
    return { status, outcome: (json as BallotAnswer).outcome };
  }

  /** Goes on as a phone that came in before: with its pass, and knowing what it cast last. */
  async goOnWith(pass: string): Promise<VoterState> {
    this.pass = pass;
    const state = await this.state();
    if (state.phase === 'vote') this.#count = Math.max(this.#count, state.count);
    return state;
  }

  /** Opens the event stream, or that of a helper; whatever comes is handed on. Resolves with the status. */
  listen<Told = VoterState>(heard: (told: Told) => void, ended: () => void = () => undefined, stream = '/api/events'): Promise<number> {
    return new Promise((resolve, reject) => {
      let rest = '';
      const path = `${stream}?pass=${encodeURIComponent(this.pass)}`;
      const listening = request({ host: this.#url.hostname, port: this.#url.port, path, agent: false, ...(this.#from === undefined ? {} : { localAddress: this.#from }) }, (response) => {
        resolve(response.statusCode ?? 0);
        response.setEncoding('utf8').on('data', (text: string) => {
          const blocks = (rest + text).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) {
            const data = /^event: (?:state|view)\ndata: (.*)$/m.exec(block)?.[1];
            if (data !== undefined) heard(JSON.parse(data) as Told);
          }
        });
        response.once('close', ended);
        response.on('error', () => undefined);
      });
      listening.on('error', reject);
      listening.end();
      this.#stream = listening;
    });
  }

  /** Falls asleep or walks out: all connections end. */
  hangUp(): void {
    this.#stream?.destroy();
    this.#agent.destroy();
  }

  #proof(): Record<string, string> {
    return this.pass === '' ? {} : { Authorization: `Bearer ${this.pass}` };
  }
}
