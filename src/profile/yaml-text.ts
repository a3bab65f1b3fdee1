import { Document, isMap, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { FIELDS, type Field, GROUPS } from './field.ts';
import type { Fact, Profile, ProfileRecord, RecordList } from './model.ts';
import { valueText } from './value-text.ts';

/** The group under whose heading the figures of each year stand, whatever group their fields belong to. */
export const YEARLY_GROUP = '年度数据';

const flow = <Node extends YAMLMap | YAMLSeq>(node: Node): Node => {
  node.flow = true;
  return node;
};

const mapOf = (pairs: ReadonlyArray<readonly [string | number, unknown]>): YAMLMap => {
  const map = new YAMLMap();
  for (const [key, value] of pairs) map.items.push(new Pair(new Scalar(key), value));
  return map;
};

const listOf = (items: readonly unknown[]): YAMLSeq => {
  const list = new YAMLSeq();
  list.items.push(...items);
  return list;
};

const valueNode = (field: Field, fact: Fact): unknown => {
  const text = valueText(field, fact.value);
  if (typeof text === 'string') return new Scalar(field.kind === 'year' ? Number(text) : text);
  return text.length === 0 ? new Scalar('无') : flow(listOf(text.map((item) => new Scalar(item))));
};

/** The bare value, or {值, 来源, 佐证, 备注}. */
const factNode = (field: Field, fact: Fact): unknown => {
  const extras = [
    ['来源', fact.source],
    ['佐证', fact.evidence],
    ['备注', fact.note],
  ] as const;
  const told = extras.flatMap(([key, text]) =>
    text === undefined ? [] : [[key, new Scalar(text)] as const],
  );
  const value = valueNode(field, fact);
  return told.length === 0 ? value : flow(mapOf([['值', value], ...told]));
};

const recordNode = (list: Field, record: ProfileRecord): YAMLMap =>
  flow(
    mapOf(
      list.attributes.flatMap((attribute) => {
        const fact = record.get(attribute.id);
        return fact === undefined ? [] : [[attribute.name, factNode(attribute, fact)] as const];
      }),
    ),
  );

const recordsNode = (field: Field, list: RecordList): unknown => {
  if (list.complete && list.items.length === 0) return new Scalar('无');
  const items = listOf(list.items.map((item) => recordNode(field, item)));
  return list.complete
    ? items
    : mapOf([
        ['未列全', new Scalar('是')],
        ['记录', items],
      ]);
};

const yearNodes = (profile: Profile): ReadonlyArray<readonly [number, unknown]> => {
  const years = new Set([...profile.yearly.values()].flatMap((facts) => [...facts.keys()]));
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => [
      year,
      mapOf(
        FIELDS.flatMap((field) => {
          const fact = profile.yearly.get(field.id)?.get(year);
          return fact === undefined ? [] : [[field.name, factNode(field, fact)] as const];
        }),
      ),
    ]);
};

const groupNode = (profile: Profile, group: string): YAMLMap => {
  const plain = FIELDS.filter((field) => field.group === group).flatMap((field) => {
    const fact = profile.single.get(field.id);
    if (fact !== undefined) return [[field.name, factNode(field, fact)] as const];
    const list = profile.records.get(field.id);
    return list === undefined ? [] : [[field.name, recordsNode(field, list)] as const];
  });
  return mapOf(group === YEARLY_GROUP ? [...yearNodes(profile), ...plain] : plain);
};

/**
 * A profile as YAML: headings and fields in the dictionary's order, Chinese keys, numbers in the fields' units.
 * Reading it again gives the same facts, lists, sources and remarks.
 */
export const profileYaml = (profile: Profile): string => {
  const root = mapOf(GROUPS.map((group) => [group, groupNode(profile, group)] as const));
  root.items = root.items.filter(({ value }) => isMap(value) && value.items.length > 0);
  root.items.forEach(({ key }, index) => {
    if (key instanceof Scalar && index > 0) key.spaceBefore = true;
  });
  return new Document(root, { schema: 'core' }).toString({ lineWidth: 0, flowCollectionPadding: false });
};
