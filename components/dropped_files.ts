import { useEffect, useState } from "preact/hooks";

// Files come to a page from everywhere: dropped on it, or chosen by a button. One island, `islands/Drops.tsx`, looks
// at them and hands them on; here pages say what they want of it.

type Take = (file: File) => void;

/** What came to the page at once. */
export interface Dropped {
  readonly files: readonly File[];
  /** The name of a folder among it. */
  readonly folder?: string;
}

/** Who takes files, the last who came first. */
const takers: Take[] = [];

const watchers = new Set<(isOver: boolean) => void>();

let offer: ((dropped: Dropped) => void) | undefined;

/** Takes the tables that come to the page, as long as the component is there and `take` is given. */
export function useDroppedFiles(take: Take | undefined): void {
  useEffect(() => {
    if (take === undefined) return;
    takers.push(take);
    return () => void takers.splice(takers.lastIndexOf(take), 1);
  }, [take]);
}

/** Whether a file is held over the page. */
export function useFileOver(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    watchers.add(setOver);
    return () => void watchers.delete(setOver);
  }, []);
  return isOver;
}

/** Gives a file to the page as if it had been dropped there. */
export function offerFile(file: File): void {
  offer?.({ files: [file] });
}

/** Who takes a table now; undefined where nobody on the page asked for one. */
export function currentTaker(): Take | undefined {
  return takers.at(-1);
}

/** Tells whether a file is held over the page. */
export function tellFileOver(isOver: boolean): void {
  for (const watcher of watchers) watcher(isOver);
}

/** Makes `take` the one who looks at all files, until the function that comes back is called. */
export function lookAtFiles(take: (dropped: Dropped) => void): () => void {
  offer = take;
  return () => {
    offer = undefined;
  };
}
