import { unitSize } from '../base/quantity.ts';
import { divide, exactDecimal, type Ratio, toDecimal } from '../base/ratio.ts';
import type { Field } from './field.ts';
import { isRatio, type Value } from './model.ts';

/** A number in the field's own unit, exactly: 5512.5, and 万元. */
const inFieldUnit = (field: Field, value: Ratio): { readonly digits: string; readonly unit: string } => {
  const unit = field.unit ?? '';
  const shown = divide(value, unitSize(unit));
  // whatever is read from text is a finite decimal
  return { digits: exactDecimal(shown) ?? toDecimal(shown, 12), unit };
};

/** A value as one would write it in a profile, so that reading it again gives the same value. */
export const valueText = (field: Field, value: Value): string | readonly string[] => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!isRatio(value)) return value;
  const { digits, unit } = inFieldUnit(field, value);
  return `${digits}${unit}`;
};
