import { writeSync } from 'node:fs';
import { crowdVotes, type CrowdOrder } from './phoneCrowd.ts';

/** A process of its own for a crowd of phones: its order comes as the first argument, its report goes to the output. */
crowdVotes(JSON.parse(process.argv[2] ?? '') as CrowdOrder).then((report) => {
  // Whole, also through a pipe that takes 64 kB at once.
  const bytes = Buffer.from(JSON.stringify(report));
  for (let done = 0; done < bytes.length;) done += writeSync(1, bytes, done);
}, (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
