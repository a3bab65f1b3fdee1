export { checkCreditCode, creditCodeProblem } from './credit-code.ts';
export { attributesOf, DICTIONARY, FIELDS, type Field, type FieldIndex, fieldById, GROUPS } from './field.ts';
export {
  type FactRef,
  type Figure,
  factRef,
  figureOf,
  formFigure,
  growthFigure,
  obstacle,
  shareFigure,
} from './figure.ts';
export {
  dateBounds,
  type Fact,
  isRatio,
  latestYear,
  nameOf,
  type Profile,
  type ProfileRecord,
  type RecordList,
  textOf,
  type Value,
} from './model.ts';
export { findMentions, mentions, ownNames } from './own-names.ts';
export { type ReadResult, readProfile } from './read.ts';
export { fromPlain, type MapEntry, type MapNode, type SourceNode } from './source.ts';
export { readValue } from './value.ts';
export { valueText } from './value-text.ts';
export { editProfileYaml, type ProfileEdit } from './yaml-edit.ts';
export { decodeText, readYaml } from './yaml-source.ts';
export { profileYaml } from './yaml-text.ts';
