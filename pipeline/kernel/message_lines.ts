/** So long may one line be: what is written to a pipe in one go stays in one piece (PIPE_BUF in pipe(7)). */
const longestLine = 4096;

/** So long may one message be; large data travels in files. */
export const longestMessage = 32 * 2 ** 20;

/** Stands behind the token: more of the message follows, or it is whole. */
const more = "+", whole = ".";

/**
 * A message as lines that can be told from anything else on the same stream: each begins with `token`, is
 * written in one piece, and has a line feed on both sides. Libraries may print what they like in between.
 */
export function messageLines(token: string, message: string): Uint8Array[] {
  const ascii = message.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const room = longestLine - token.length - 3;
  const lines: Uint8Array[] = [];
  for (let start = 0; start < ascii.length || start === 0; start += room) {
    const mark = start + room < ascii.length ? more : whole;
    lines.push(encoder.encode(`\n${token}${mark}${ascii.slice(start, start + room)}\n`));
  }
  return lines;
}

const encoder = new TextEncoder();

/** Finds the messages in a stream again. */
export class MessageReader {
  private readonly decoder = new TextDecoder("latin1");
  private line = "";
  private parts: string[] = [];
  private length = 0;

  /** @param noise Takes what others have printed, line by line. */
  constructor(private readonly token: string, private readonly noise: (line: string) => void) {}

  /**
   * Takes the next bytes and returns the messages that are whole now, each as JSON text.
   *
   * @throws {RangeError} A message grows beyond {@linkcode longestMessage}.
   */
  push(bytes: Uint8Array): string[] {
    const lines = (this.line + this.decoder.decode(bytes, { stream: true })).split("\n");
    this.line = lines.pop() ?? "";
    if (this.line.length > 16 * longestLine) {
      this.noise(this.line);
      this.line = "";
    }
    return lines.flatMap((line) => this.take(line));
  }

  private take(line: string): string[] {
    if (!line.startsWith(this.token)) {
      if (line !== "") this.noise(line);
      return [];
    }
    const part = line.slice(this.token.length + 1);
    this.parts.push(part);
    this.length += part.length;
    if (this.length > longestMessage) throw new RangeError("The message is too long.");
    if (line[this.token.length] === more) return [];
    const message = this.parts.join("");
    this.parts = [];
    this.length = 0;
    return [message];
  }
}
