import { type FactRef, type Field, factRef, fieldById } from '../profile/index.ts';

/** What one question asks for. */
export type Target =
  | { readonly kind: 'value'; readonly field: Field; readonly year?: number; readonly ref: FactRef }
  | { readonly kind: 'list'; readonly field: Field; readonly ref: FactRef }
  | {
      readonly kind: 'attribute';
      /** of the records */
      readonly field: Field;
      readonly record: number;
      readonly attribute: Field;
      readonly ref: FactRef;
    };

export const targetOf = (ref: FactRef): Target => {
  const field = fieldById(ref.field);
  const attribute = field.attributes.find((item) => item.id === ref.attribute);
  if (attribute !== undefined && ref.record !== undefined)
    return { kind: 'attribute', field, record: ref.record, attribute, ref };
  if (field.kind === 'records') return { kind: 'list', field, ref };
  return { kind: 'value', field, ref, ...(ref.year === undefined ? {} : { year: ref.year }) };
};

export const valueTarget = (field: Field): Target => ({ kind: 'value', field, ref: factRef(field.id) });

export const attributeTarget = (field: Field, record: number, attribute: Field): Target => ({
  kind: 'attribute',
  field,
  record,
  attribute,
  ref: {
    field: field.id,
    label: `${field.name}第${record + 1}条：${attribute.name}`,
    record,
    attribute: attribute.id,
  },
});

/** The dictionary's entry that says how the answer is written. */
export const answeredIn = (target: Target): Field =>
  target.kind === 'attribute' ? target.attribute : target.field;

/** 营业收入（2025年，万元） */
export const promptText = (target: Target): string => {
  const { unit } = answeredIn(target);
  const { label } = target.ref;
  if (unit === undefined) return label;
  return label.endsWith('）') && target.kind === 'value'
    ? `${label.slice(0, -1)}，${unit}）`
    : `${label}（${unit}）`;
};
