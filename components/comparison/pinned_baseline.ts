/** The run that is pinned as the baseline of a notebook; this browser remembers it. */
export function pinnedBaseline(notebook: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(notebook)) ?? undefined;
  } catch {
    return undefined; // the browser lets nobody read it
  }
}

/** Pins a run as the baseline of a notebook. */
export function pinBaseline(notebook: string, run: string): void {
  try {
    localStorage.setItem(keyOf(notebook), run);
  } catch {
    // A browser that keeps nothing, or has no room left, forgets it with the page.
  }
}

function keyOf(notebook: string): string {
  return `baseline ${notebook}`;
}
