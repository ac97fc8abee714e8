/**
 * Frames on the standard output of the process that runs code: a token that the code cannot know, the kind of
 * the frame, its length, its content. Anything else on the stream is a breach.
 */
export const frameKind = { json: 1, table: 2 } as const;

/** What a frame holds. */
export type FrameKind = typeof frameKind[keyof typeof frameKind];

/** Bytes of a token. */
export const tokenLength = 32;

const headLength = tokenLength + 5;

/** So long may a frame be; tables take several. */
export const longestFrame = 8 * 2 ** 20;

/** The head of a frame with `length` bytes of content. */
export function frameHead(token: Uint8Array, kind: FrameKind, length: number): Uint8Array {
  const head = new Uint8Array(headLength);
  head.set(token);
  head[tokenLength] = kind;
  new DataView(head.buffer).setUint32(tokenLength + 1, length, true);
  return head;
}

/** What came in one piece. */
export interface Frame {
  readonly kind: FrameKind;
  readonly content: Uint8Array;
}

/** Finds the frames in a stream again. */
export class FrameReader {
  private waiting = new Uint8Array();

  constructor(private readonly token: Uint8Array) {}

  /** Whether the stream may end here. */
  get isBetweenFrames(): boolean {
    return this.waiting.length === 0;
  }

  /**
   * Takes the next bytes and returns the frames that are whole now.
   *
   * @throws {RangeError} The bytes are no frames.
   */
  push(bytes: Uint8Array): Frame[] {
    const all = new Uint8Array(this.waiting.length + bytes.length);
    all.set(this.waiting);
    all.set(bytes, this.waiting.length);
    const frames: Frame[] = [];
    let start = 0;
    for (;;) {
      const rest = all.subarray(start);
      const known = rest.subarray(0, tokenLength);
      if (!known.every((byte, index) => byte === this.token[index])) {
        throw new RangeError("The stream holds something that is no frame.");
      }
      if (rest.length < headLength) break;
      const kind = kindOf(rest[tokenLength]);
      const length = new DataView(rest.buffer, rest.byteOffset).getUint32(tokenLength + 1, true);
      if (kind === undefined || length > longestFrame) {
        throw new RangeError("A frame is not valid.");
      }
      if (rest.length < headLength + length) break;
      frames.push({ kind, content: rest.slice(headLength, headLength + length) });
      start += headLength + length;
    }
    this.waiting = all.slice(start);
    return frames;
  }
}

function kindOf(value: number | undefined): FrameKind | undefined {
  return Object.values(frameKind).find((kind) => kind === value);
}
