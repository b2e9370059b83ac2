import { parentPort, workerData } from 'node:worker_threads';
import { refuse } from '../../domain/refusals.ts';
import { readBytes } from '../survey/read-bytes.ts';
import { Refused } from '../survey/refusal.ts';
import type { Answer, ExamineStart, FromWorker, ToWorker } from './examine-messages.ts';
import { Examining } from './examining.ts';
import { memoryOf } from '../survey/packed-land.ts';
import { unreadable } from './unreadable.ts';

const millisecondsBetweenReports = 100;

const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread');
const say = (message: FromWorker, given: ArrayBuffer[] = []) => port.postMessage(message, given);

const { bytes, options, limits, calledOff } = workerData as ExamineStart;
const earlier: ToWorker[] = [];
const keep = (message: ToWorker) => earlier.push(message);
port.on('message', keep);

const examining = await read();
port.off('message', keep);
for (const message of earlier) hear(message);
port.on('message', hear);

async function read(): Promise<Examining | Answer> {
  try {
    return new Examining(await readBytes(bytes, options, limits));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { kind: 'refused', refusal: unreadable(error.refusal) };
  }
}

function hear(message: ToWorker): void {
  if (!(examining instanceof Examining)) {
    if (message.kind === 'ask') say({ kind: 'answer', number: message.number, answer: examining });
    return;
  }
  if (message.kind === 'land') return examining.takeLand(message.head);
  if (message.kind === 'parcels') return examining.takeParcels(message.piece);
  const answer = answerOf(examining, message);
  const given = answer.kind === 'json' ? [answer.bytes.buffer] : [];
  say({ kind: 'answer', number: message.number, answer }, given);
}

function answerOf(from: Examining, { number, asking }: Extract<ToWorker, { kind: 'ask' }>): Answer {
  const isCalledOff = () => Atomics.load(calledOff, 0) >= number;
  const steps = from.answer(asking, (changes, boundaries) => {
    say({ kind: 'changes', changes, boundaries }, memoryOf(boundaries));
  });
  let reported = 0;
  while (!isCalledOff()) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - reported < millisecondsBetweenReports) continue;
    reported = now;
    say({ kind: 'progress', progress: step.value });
  }
  return { kind: 'refused', refusal: refuse('import.unreadable', 'import', { why: 'survey.cancelled' }) };
}
