/** Over so many milliseconds the speed is averaged. */
const span = 5000;

/** How fast something goes, from how far it was at some moments. */
export class Rate {
  private readonly marks: { readonly time: number; readonly done: number }[] = [];

  /** Notes how far it is at `time`, in milliseconds. */
  note(done: number, time: number): void {
    const last = this.marks.at(-1);
    if (last !== undefined && done < last.done) this.marks.length = 0; // a part has to be done again
    this.marks.push({ time, done });
    while (this.marks.length > 2 && (this.marks[1]?.time ?? time) < time - span) this.marks.shift();
  }

  /** Begins anew, after a break. */
  reset(): void {
    this.marks.length = 0;
  }

  /** How much is done in a second; undefined as long as that cannot be told. */
  perSecond(): number | undefined {
    const [first] = this.marks;
    const last = this.marks.at(-1);
    if (first === undefined || last === undefined || last.time - first.time < 300) return undefined;
    return 1000 * (last.done - first.done) / (last.time - first.time);
  }
}
