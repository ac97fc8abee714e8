/** A step back is at most so many changes deep. */
const depth = 200;

/** Changes to the same thing within so many milliseconds are one step back, such as the letters of a word. */
const together = 1000;

interface Step<Document> {
  readonly document: Document;
  /** What was changed, such as one param. */
  readonly subject: string;
  readonly time: number;
}

/** The way back, and forth again, through the states of a document. */
export class History<Document> {
  private past: Step<Document>[] = [];
  private future: Document[] = [];

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Remembers what a document was before a change of `subject` at `time`, in milliseconds. */
  note(before: Document, subject: string, time: number): void {
    this.future = [];
    const last = this.past.at(-1);
    const step = { document: last?.document ?? before, subject, time };
    if (last?.subject === subject && time - last.time < together) {
      this.past[this.past.length - 1] = step;
    } else this.past.push({ document: before, subject, time });
    if (this.past.length > depth) this.past.shift();
  }

  /** What the document was before the last change; undefined where nothing was changed. */
  undo(current: Document): Document | undefined {
    const step = this.past.pop();
    if (step !== undefined) this.future.push(current);
    return step?.document;
  }

  /** What the document was before the last step back; undefined where there was none. */
  redo(current: Document): Document | undefined {
    const document = this.future.pop();
    if (document !== undefined) this.past.push({ document: current, subject: "", time: 0 });
    return document;
  }
}
