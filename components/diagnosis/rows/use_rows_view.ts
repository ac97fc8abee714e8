import { useState } from "preact/hooks";
import { addressOf, type RowsView, viewOf } from "./rows_view.ts";

/** What is seen of the rows: as the address says at first; the address follows whatever is chosen. */
export function useRowsView(query: string): [RowsView, (view: RowsView) => void] {
  const [view, setView] = useState(() => viewOf(new URLSearchParams(query)));
  const show = (next: RowsView): void => {
    setView(next);
    const address = addressOf(next).toString();
    history.replaceState(
      history.state,
      "",
      `${location.pathname}${address === "" ? "" : "?"}${address}`,
    );
  };
  return [view, show];
}
