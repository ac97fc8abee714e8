import type { JSX } from "preact";
import { useContext, useState } from "preact/hooks";
import { send } from "@/islands/api.ts";
import type { UnknownGroup } from "@/pipeline/diagnosis/findings.ts";
import { namedUnknownSchema } from "@/web/unknown_schema.ts";
import { Dialog } from "../dialog.tsx";
import { CatalogueContext, useFaultName } from "../fault_catalogue.ts";
import { useFileTask } from "../file_task.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { nameUnknownTexts } from "../texts_name_unknown.ts";
import { UnknownRowsField } from "./unknown_rows_field.tsx";
import { useUnknownRows } from "./use_unknown_rows.ts";

/** Fewer rows than these are hardly a fault that can be learnt. */
const fewestRows = 5;

/** Asks what an unknown group of a diagnosis is, and leads to the notebook that learns it. */
export function NameUnknownDialog(
  { diagnosis, group, onClose }: {
    /** Its id. */
    readonly diagnosis: string;
    readonly group: UnknownGroup;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = nameUnknownTexts;
  const { classes } = useContext(CatalogueContext);
  const show = useFaultName();
  const [isNew, setNew] = useState(true);
  const [name, setName] = useState("");
  const [known, setKnown] = useState(classes[0] ?? "");
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const rows = useUnknownRows(diagnosis, group.id);
  const { state, start } = useFileTask();
  const isBusy = state.kind === "sending";
  const count = group.rows - left.size;
  const train = (): void => {
    const chosen = rows?.map(({ row }) => row).filter((row) => !left.has(row));
    start(async () => {
      const { notebook } = await send("POST", `/api/diagnoses/${diagnosis}/unknown`, {
        group: group.id,
        name: isNew ? name : known,
        ...(left.size === 0 ? {} : { rows: chosen }),
      }, namedUnknownSchema);
      return `/notebooks/${notebook}`;
    });
  };
  return (
    <Dialog
      id="name-unknown"
      title={texts.title(countWords(group.id))[language]}
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          train();
        }}
      >
        <p class="small dim">{texts.what[language]}</p>
        <fieldset class="field">
          <legend class="label">{texts.choice[language]}</legend>
          <div class="choices">
            {[true, false].map((each) => (
              <label key={String(each)}>
                <input
                  type="radio"
                  name="kind"
                  checked={isNew === each}
                  onChange={() => setNew(each)}
                />
                <span>{texts[each ? "newFault" : "knownFault"][language]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {isNew
          ? (
            <label class="field">
              <span class="label">{texts.name[language]}</span>
              <input
                class="input"
                value={name}
                maxLength={1000}
                required
                pattern=".*\S.*"
                title={texts.someName[language]}
                autocomplete="off"
                autofocus
                onInput={({ currentTarget }) => setName(currentTarget.value)}
              />
            </label>
          )
          : (
            <label class="field">
              <span class="label">{texts.known[language]}</span>
              <select
                class="select"
                value={known}
                onChange={({ currentTarget }) => setKnown(currentTarget.value)}
              >
                {classes.map((fault) => (
                  <option key={fault} value={fault} selected={fault === known}>
                    {cutName(show(fault).name, 80)}
                  </option>
                ))}
              </select>
            </label>
          )}
        {rows && <UnknownRowsField rows={rows} count={group.rows} left={left} onChange={setLeft} />}
        {count < fewestRows && count > 0 && (
          <p class="note">
            <Icon name="info" />
            {texts.few(count)[language]}
          </p>
        )}
        {state.kind === "failed" && <ProblemText problem={state.problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>{texts.cancel[language]}</button>
          <button type="submit" class="button primary" disabled={isBusy || count === 0}>
            <Icon name="train" />
            {texts[isBusy ? "starting" : "train"][language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
