/** Lines that come within so many milliseconds are told together. */
const gatherTime = 100;

/** So many characters are told at once. */
const mostCharacters = 20_000;

/** Gathers lines, so that a thousand of them are not a thousand events. */
export class GatheredLines {
  private lines: string[] = [];
  private characters = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell Takes some lines as one text. */
  constructor(private readonly tell: (text: string) => void) {}

  add(line: string): void {
    this.lines.push(line);
    this.characters += line.length;
    if (this.characters > mostCharacters) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), gatherTime);
  }

  /** Tells what waits. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lines.length > 0) this.tell(this.lines.join("\n"));
    this.lines = [];
    this.characters = 0;
  }
}
