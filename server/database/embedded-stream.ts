import { Duplex } from 'node:stream';
import type { EmbeddedEngine } from './embedded-engine.ts';

const terminateMessage = 0x58;

/** What `pg` takes for a socket: its bytes go to the embedded engine, the answers come back. */
export class EmbeddedStream extends Duplex {
  readonly #engine: EmbeddedEngine;

  constructor(engine: EmbeddedEngine) {
    super();
    this.#engine = engine;
  }

  connect(): this {
    this.#engine.greet().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // The engine has one session for all clients and would wait for ever after being told that it ended.
    if (chunk[0] === terminateMessage) return done();
    this.#engine.send(new Uint8Array(chunk)).then(
      (answer) => {
        if (answer.length) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
        done();
      },
      (error: Error) => done(error),
    );
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    const bytes = Buffer.concat(chunks.map(({ chunk }) => chunk).filter((chunk) => chunk[0] !== terminateMessage));
    if (bytes.length === 0) return done();
    this._write(bytes, 'utf8', done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
    this.destroy();
  }
}
