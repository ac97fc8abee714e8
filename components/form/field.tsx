import type { JSX } from "preact";
import { later } from "../later.tsx";
import { ChoiceField } from "./choice_field.tsx";
import type { FieldProps } from "./field_frame.tsx";
import { NumberField } from "./number_field.tsx";
import { SwitchField } from "./switch_field.tsx";
import { TextField } from "./text_field.tsx";
import { VariantField } from "./variant_field.tsx";

const ChoicesField = later(async () => (await import("./choices_field.tsx")).ChoicesField);
const CodeField = later(async () => (await import("./code_field.tsx")).CodeField);
const ColumnField = later(async () => (await import("./column_field.tsx")).ColumnField);
const ColumnsField = later(async () => (await import("./columns_field.tsx")).ColumnsField);
const ConditionsField = later(async () => (await import("./conditions_field.tsx")).ConditionsField);
const FileField = later(async () => (await import("./file_field.tsx")).FileField);
const JsonField = later(async () => (await import("./json_field.tsx")).JsonField);
const NumbersField = later(async () => (await import("./numbers_field.tsx")).NumbersField);
const RenamesField = later(async () => (await import("./renames_field.tsx")).RenamesField);

/** The field that fits its spec; of the rarer ones the code is fetched when one is shown. */
export function Field({ spec, ...props }: FieldProps): JSX.Element {
  switch (spec.type) {
    case "switch":
      return <SwitchField spec={spec} {...props} />;
    case "choice":
      return <ChoiceField spec={spec} {...props} />;
    case "number":
      return <NumberField spec={spec} {...props} />;
    case "numbers":
      return <NumbersField spec={spec} {...props} />;
    case "choices":
      return <ChoicesField spec={spec} {...props} />;
    case "text":
      return <TextField spec={spec} {...props} />;
    case "code":
      return <CodeField spec={spec} {...props} />;
    case "column":
      return <ColumnField spec={spec} {...props} />;
    case "columns":
      return <ColumnsField spec={spec} {...props} />;
    case "conditions":
      return <ConditionsField spec={spec} {...props} />;
    case "renames":
      return <RenamesField spec={spec} {...props} />;
    case "file":
      return <FileField spec={spec} {...props} />;
    case "variant":
      return <VariantField spec={spec} {...props} />;
    case "json":
      return <JsonField spec={spec} {...props} />;
  }
}
