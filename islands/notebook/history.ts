/** A step back is at most so many changes deep. */
const depth = 200;

/** Changes to the same thing within so many milliseconds are one step back, such as the letters of a word. */
const together = 1000;

/** What a document was before a change and after it. */
export interface Step<Document> {
  readonly before: Document;
  readonly after: Document;
}

interface Noted<Document> extends Step<Document> {
  /** What was changed, such as one param. */
  readonly subject: string;
  readonly time: number;
}

/** The way back, and forth again, through the changes of a document. */
export class History<Document> {
  private past: Noted<Document>[] = [];
  private future: Noted<Document>[] = [];

  /** The change that would be undone; undefined where there is none. */
  get nextUndo(): Step<Document> | undefined {
    return this.past.at(-1);
  }

  /** The change that would be redone; undefined where there is none. */
  get nextRedo(): Step<Document> | undefined {
    return this.future.at(-1);
  }

  /** Remembers a change of `subject` at `time`, in milliseconds. */
  note(before: Document, after: Document, subject: string, time: number): void {
    this.future = [];
    const last = this.past.at(-1);
    if (last?.subject === subject && last.after === before && time - last.time < together) {
      this.past[this.past.length - 1] = { before: last.before, after, subject, time };
    } else this.past.push({ before, after, subject, time });
    if (this.past.length > depth) this.past.shift();
  }

  /** Goes one change back and gives it; undefined where nothing was changed. */
  undo(): Step<Document> | undefined {
    const step = this.past.pop();
    if (step !== undefined) this.future.push(step);
    return step;
  }

  /** Goes the last change that was undone forth again and gives it; undefined where there was none. */
  redo(): Step<Document> | undefined {
    const step = this.future.pop();
    // What is changed next is a step of its own.
    if (step !== undefined) this.past.push({ ...step, subject: "" });
    return step;
  }
}
