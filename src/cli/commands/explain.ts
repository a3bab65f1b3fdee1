import { inputError } from '../../base/diagnostic.ts';
import { suggestion } from '../../base/text.ts';
import { type Body, type Criterion, criteriaIn, type Edition, fieldsOf } from '../../policy/index.ts';
import { DICTIONARY, type Field, fieldById } from '../../profile/index.ts';
import {
  CONFIDENCE_WORDS,
  clauseText,
  editionJson,
  editionText,
  howComputed,
  periodText,
  SCHEMA_VERSION,
  wrap,
} from '../../report/index.ts';
import { emit } from '../emit.ts';
import { asOfOption, type GlobalOptions } from '../options.ts';
import { openPolicies, requireEdition } from '../policies.ts';
import { explainPitfall, isPitfallCode } from './explain-pitfall.ts';

const nested = (body: Body): readonly Criterion[] =>
  criteriaIn(body).flatMap((part) => [part, ...nested(part.body), ...part.waivers]);

const allCriteria = (edition: Edition): readonly Criterion[] => [
  ...(edition.appliesTo === undefined ? [] : [edition.appliesTo]),
  ...nested(edition.body),
];

const criterionView = (edition: Edition, criterion: Criterion) => ({
  programme: edition.id,
  id: criterion.id,
  text: criterion.text,
  document: criterion.source.number ?? criterion.source.document,
  clause: criterion.clause,
  anchor: criterion.anchor ?? null,
  from: edition.from,
  to: edition.to ?? null,
  confidence: criterion.confidence,
  computed: howComputed(criterion.body),
  fields: [...fieldsOf(criterion.body)].map((id) => {
    const field = fieldById(id);
    return { id, name: field.name, basis: field.basis ?? null, evidence: field.evidence ?? null };
  }),
  evidence: criterion.evidence,
  waivers: criterion.waivers.map((waiver) => ({
    id: waiver.id,
    text: waiver.text,
    computed: howComputed(waiver.body),
    clause: waiver.clause,
  })),
  doubt: criterion.doubt ?? null,
  note: criterion.note ?? null,
});

const lines = (label: string, text: string): string[] =>
  wrap(text, 68).map((line, index) => `${index === 0 ? `${label}　` : '　　　'}${line}`);

const criterionText = (edition: Edition, criterion: Criterion): string => {
  const view = criterionView(edition, criterion);
  return [
    `${edition.id}/${criterion.id}`,
    ...lines('要求', `${criterion.veto ? '［否决项］' : ''}${criterion.text}`),
    ...lines(
      '依据',
      `${clauseText({ ...criterion, confidence: 'A' })}（可信度${criterion.confidence}：${CONFIDENCE_WORDS[criterion.confidence]}）`,
    ),
    ...lines('施行', periodText(edition)),
    ...lines('算法', view.computed),
    ...view.fields.flatMap((field) =>
      lines('字段', `${field.name}${field.basis === null ? '' : `：${field.basis}`}`),
    ),
    ...view.waivers.flatMap((waiver) =>
      lines('豁免', `${waiver.text}（${waiver.computed}；${waiver.clause}）`),
    ),
    ...lines(
      '佐证',
      [...criterion.evidence, ...view.fields.map((field) => field.evidence ?? '')]
        .filter((text) => text !== '')
        .join('；') || '未规定',
    ),
    ...(criterion.note === undefined ? [] : lines('备注', criterion.note)),
    ...(criterion.doubt === undefined ? [] : lines('疑义', criterion.doubt)),
  ].join('\n');
};

const fieldView = (field: Field) => ({
  id: field.id,
  name: field.name,
  group: field.group,
  kind: field.kind,
  unit: field.unit ?? null,
  yearly: field.yearly,
  aliases: field.aliases,
  basis: field.basis ?? null,
  evidence: field.evidence ?? null,
  choices: field.choices,
  attributes: field.attributes.map((attribute) => attribute.name),
});

const fieldText = (field: Field): string =>
  [
    `字段 ${field.name}（${field.id}）${field.yearly ? '，逐年填写' : ''}${field.unit === undefined ? '' : `，不写单位时按${field.unit}`}`,
    ...(field.aliases.length === 0 ? [] : lines('又名', field.aliases.join('、'))),
    ...lines('口径', field.basis ?? '按字面'),
    ...lines('佐证', field.evidence ?? '未规定'),
    ...(field.choices.length === 0 ? [] : lines('可填', field.choices.join('、'))),
    ...(field.attributes.length === 0
      ? []
      : lines('属性', field.attributes.map((attribute) => attribute.name).join('、'))),
  ].join('\n');

/** zjtx explain ID[/criterion], a field, or a code of the pitfalls: the rule, clause, dates, how it is computed, and what proves it. */
export const explain = async (id: string, options: GlobalOptions): Promise<number> => {
  if (isPitfallCode(id)) return explainPitfall(id, options);
  const [programme = '', criterionId] = id.split('/');
  const field = DICTIONARY.find(id);
  if (field !== undefined) {
    emit(
      options.json === true
        ? `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, field: fieldView(field) }, null, 2)}\n`
        : `${fieldText(field)}\n`,
      options,
    );
    return 0;
  }
  const edition = requireEdition(await openPolicies(options.policies), programme);
  const asOf = asOfOption(options.asOf);
  if (criterionId === undefined) {
    emit(
      options.json === true
        ? `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, programme: editionJson(edition, asOf) }, null, 2)}\n`
        : editionText(edition, asOf),
      options,
    );
    return 0;
  }
  const criteria = allCriteria(edition);
  const criterion = criteria.find((item) => item.id === criterionId);
  if (criterion === undefined) {
    const near = suggestion(
      criterionId,
      criteria.map((item) => item.id),
    );
    throw inputError('E014', `${programme} 没有条件“${criterionId}”`, {
      fix: `${near ?? ''}全部条件见 zjtx policy show ${programme}`,
    });
  }
  const text =
    options.json === true
      ? JSON.stringify(
          { schemaVersion: SCHEMA_VERSION, criterion: criterionView(edition, criterion) },
          null,
          2,
        )
      : criterionText(edition, criterion);
  emit(`${text}\n`, options);
  return 0;
};
