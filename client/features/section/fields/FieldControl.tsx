import type { Field } from "#shared/sheet/fields.ts";
import { BooleanField } from "./BooleanField.tsx";
import { DateField } from "./DateField.tsx";
import { EnumField } from "./EnumField.tsx";
import type { FieldPlace } from "./fieldPlace.ts";
import { fitsField } from "./fitsField.ts";
import { IntegersField } from "./IntegersField.tsx";
import { MeasurementsField } from "./MeasurementsField.tsx";
import { MoneyField } from "./MoneyField.tsx";
import { NumberField } from "./NumberField.tsx";
import type { Naming } from "./naming.ts";
import { RatingField } from "./RatingField.tsx";
import { RefField } from "./RefField.tsx";
import { RefsField } from "./RefsField.tsx";
import { StrangeValue } from "./StrangeValue.tsx";
import { StringsField } from "./StringsField.tsx";
import { TextField } from "./TextField.tsx";

export type ControlProps = {
  field: Field;
  place: FieldPlace;
  /** What stands there; it fits the type of the field. */
  value: unknown;
  naming: Naming;
  /** In a form under its label, or in a cell under the head of its column. */
  look: "form" | "cell";
};

/** One view per type of field. */
export function FieldControl(props: ControlProps) {
  const { field, value } = props;
  if (!fitsField(field, value)) return <StrangeValue {...props} />;
  switch (field.type) {
    case "string":
    case "text":
      return <TextField {...props} />;
    case "enum":
    case "choice":
      return <EnumField {...props} />;
    case "date":
      return <DateField {...props} />;
    case "money":
      return <MoneyField {...props} />;
    case "number":
    case "integer":
      return <NumberField {...props} />;
    case "boolean":
      return <BooleanField {...props} />;
    case "rating":
      return <RatingField {...props} />;
    case "ref":
      return <RefField {...props} />;
    case "refs":
      return <RefsField {...props} />;
    case "strings":
      return <StringsField {...props} />;
    case "integers":
      return <IntegersField {...props} />;
    case "measurements":
      return <MeasurementsField {...props} />;
    // Rich text has an editor and a place of its own (prose/ProseField).
    case "richtext":
      return null;
  }
}
