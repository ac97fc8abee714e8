import type { JSX } from "preact";
import { useFaultName } from "../fault_catalogue.ts";
import { FaultName } from "../fault_name.tsx";
import { cutName } from "../lists/shown_name.tsx";

/** No line holds more of a name. */
const longest = 120;

/** A fault by its name and colour, in one line however long its name is; `isPlain` leaves the colour out. */
export function NamedFault(
  { fault, isPlain = false }: { readonly fault: string; readonly isPlain?: boolean },
): JSX.Element {
  const { name, colour } = useFaultName()(fault);
  const shown = cutName(name, longest);
  return (
    <span class="named-fault" title={name === fault ? name : `${name} (${fault})`}>
      {isPlain ? shown : <FaultName name={shown} colour={colour} />}
    </span>
  );
}
