/** Arrays one behind the other in a memory that threads and WebAssembly share; it grows as they are added. */
export class Arena {
  private used = alignment; // 0 is no address: the kernels take it for "none"

  constructor(
    readonly memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true }),
  ) {}

  /** `count` numbers, 0 at first; the same sequence of calls gives the same places on every thread. */
  floats(count: number): Float32Array {
    const start = this.take(4 * count); // it may put another buffer in the memory's place
    return new Float32Array(this.memory.buffer, start, count);
  }

  /** As {@linkcode floats}. */
  doubles(count: number): Float64Array {
    const start = this.take(8 * count); // it may put another buffer in the memory's place
    return new Float64Array(this.memory.buffer, start, count);
  }

  /** As {@linkcode floats}. */
  integers(count: number): Int32Array {
    const start = this.take(4 * count); // it may put another buffer in the memory's place
    return new Int32Array(this.memory.buffer, start, count);
  }

  private take(bytes: number): number {
    const start = this.used;
    this.used += Math.ceil(bytes / alignment) * alignment;
    const missing = this.used - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes));
    return start;
  }
}

/** A cache line, so that no two threads write to one. */
const alignment = 64;
const pageBytes = 65536;
