/** The line that shows between which cells something would be dropped, and what would come of it. */
export class DropLine {
  private readonly line = document.createElement("div");
  private readonly words = document.createElement("span");

  /** @param area what the cells stand in */
  constructor(private readonly area: HTMLElement) {
    this.line.className = "drop-line";
    this.line.hidden = true;
    this.line.append(this.words);
    document.body.append(this.line);
  }

  /** Stands before the cell at `gap`, from 0. */
  show(gap: number, words: string): void {
    const cells = [...this.area.querySelectorAll(".cell")];
    const next = cells[gap]?.getBoundingClientRect();
    const last = cells.at(-1)?.getBoundingClientRect();
    const box = next ?? last;
    if (box === undefined) return this.hide();
    this.line.hidden = false;
    this.line.style.left = `${box.left}px`;
    this.line.style.width = `${box.width}px`;
    this.line.style.top = `${next === undefined ? box.bottom : box.top}px`;
    this.words.textContent = words;
  }

  hide(): void {
    this.line.hidden = true;
  }

  remove(): void {
    this.line.remove();
  }
}
