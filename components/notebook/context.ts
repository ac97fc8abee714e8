import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";

/** The notebook on the page. */
export const NotebookContext = createContext<OpenNotebook | undefined>(undefined);

/** The notebook on the page. @throws {TypeError} outside of one */
export function useNotebook(): OpenNotebook {
  const open = useContext(NotebookContext);
  if (open === undefined) throw new TypeError("There is no notebook around this component.");
  return open;
}
