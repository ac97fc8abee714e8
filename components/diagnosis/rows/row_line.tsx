import type { JSX } from "preact";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { cutName } from "../../lists/shown_name.tsx";
import { countWords } from "../../number_words.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import { useFaultName } from "../../fault_catalogue.ts";
import { NamedFault } from "../named_fault.tsx";
import { probabilityWords } from "../range_words.ts";
import { UnknownFault } from "../unknown_fault.tsx";
import type { ResultRow } from "./result_row.ts";
import { type RowTag, rowTags } from "./row_tags.ts";

const meterWidth = 72;
const tagsInSight = 3;

/** A row of a result: what was found, how probable it is, what else it might be, what to know about it. */
export function RowLine(
  { row, hasIds, isOpen, onToggle }: {
    readonly row: ResultRow;
    readonly hasIds: boolean;
    readonly isOpen: boolean;
    readonly onToggle: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, confidence, runnerUp, runnerUpProbability } = row;
  const number = countWords(row.row);
  return (
    <tr class={isOpen ? "is-open" : undefined} onClick={onToggle}>
      <td>
        <button
          type="button"
          class="row-button"
          aria-expanded={isOpen}
          aria-label={`${diagnosisRowsTexts.row[language]} ${number}`}
          data-row={row.row}
        >
          <Icon name={isOpen ? "collapse" : "expand"} />
          {number}
        </button>
      </td>
      {hasIds && (
        <td class="dim mono wide-only row-id" title={id}>
          <bdi>{cutName(id, 60)}</bdi>
        </td>
      )}
      <td>
        <RowFault row={row} />
      </td>
      <td class="right">{confidence !== null && probabilityWords(confidence)}</td>
      <td class="not-narrow">
        {confidence !== null && (
          <svg class="meter" viewBox="0 0 72 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="ground" width={meterWidth} height={8} />
            <rect class="mark" width={meterWidth * confidence} height={8} />
          </svg>
        )}
      </td>
      <td class="right">
        {runnerUpProbability !== null && probabilityWords(runnerUpProbability)}
      </td>
      <td class="dim not-narrow">{runnerUp !== null && <NamedFault fault={runnerUp} isPlain />}</td>
      <td class="row-tags">
        <Tags tags={rowTags(row, language)} />
      </td>
    </tr>
  );
}

/** What is said of a row: its fault, or that it is unknown, with the model's best guess beside it. */
function RowFault({ row: { diagnosis, verdict } }: { row: ResultRow }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  if (diagnosis === null) {
    return <span class="faint">{diagnosisRowsTexts.notRead[language]}</span>;
  }
  if (verdict !== "unknown") return <NamedFault fault={diagnosis} />;
  const { name } = nameFault(diagnosis);
  return (
    <span class="unknown-row">
      <UnknownFault />
      <small class="faint" title={name}>
        {diagnosisRowsTexts.perhaps(cutName(name, 60))[language]}
      </small>
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly RowTag[] }): JSX.Element {
  const language = useLanguage();
  if (tags.length === 0) return <span class="faint">{diagnosisRowsTexts.none[language]}</span>;
  const rest = tags.slice(tagsInSight);
  return (
    <>
      {tags.slice(0, tagsInSight).map(({ words, whole, kind }, index) => (
        <span key={index} class={`tag ${kind}`} title={whole}>
          <span class="tag-words">{cutName(words, 60)}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span class="tag" title={rest.map(({ whole }) => whole).join("\n")}>+ {rest.length}</span>
      )}
    </>
  );
}
