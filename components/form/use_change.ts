import { useEffect, useRef } from "preact/hooks";

/** Does something whenever one of `watched` changes, but not when it is seen first. */
export function useChange(act: () => void, watched: readonly unknown[]): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else act();
  }, [...watched]);
}
