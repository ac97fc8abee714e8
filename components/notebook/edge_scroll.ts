/** So near the edge of the window, in pixels, the page begins to move. */
const near = 96;

/** So many pixels a frame it moves at most. */
const fastest = 18;

/** Moves the page while something is dragged along the upper or lower edge of the window. */
export class EdgeScroll {
  private y: number | undefined;
  private frame = 0;

  /** Takes where the pointer is. */
  follow(y: number): void {
    this.y = y;
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.step());
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.y = undefined;
  }

  private step(): void {
    const { y = innerHeight / 2 } = this;
    const above = near - y;
    const below = y - (innerHeight - near);
    const distance = above > 0 ? -above : Math.max(0, below);
    const speed = Math.max(-1, Math.min(1, distance / near)) * fastest;
    if (speed !== 0) scrollBy({ top: speed, behavior: "instant" });
    this.frame = requestAnimationFrame(() => this.step());
  }
}
