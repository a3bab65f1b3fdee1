import { type Diagnostic, InputError, type Place } from '../base/diagnostic.ts';
import { fold } from '../base/text.ts';
import { creditCodeProblem } from './credit-code.ts';
import { attributesOf, DICTIONARY, type Field, GROUPS } from './field.ts';
import type { Fact, Profile, ProfileRecord, RecordList } from './model.ts';
import { isBlank, type MapEntry, type MapNode, type SourceNode } from './source.ts';
import { readValue } from './value.ts';
import { yearIn } from './year.ts';

export interface ReadResult {
  readonly profile: Profile;
  /** warnings and hints; errors are thrown together as one InputError */
  readonly diagnostics: readonly Diagnostic[];
}

const VALUE_KEYS = new Set(['值', '来源', '佐证', '备注']);
const groupNames = new Map(GROUPS.map((group) => [fold(group), group]));

/** In braces the comma of 6,800 parts two entries; the rest of the number then looks like a key. */
const yearKeyFix = (field: Field, key: string): string =>
  /^\d{3}(\D|$)/.test(key)
    ? '花括号里的逗号会把数拆开：去掉千分位逗号，或给数加引号'
    : `写成 ${field.name}: {2025: …}`;

/**
 * Reads a profile from a source tree. Unknown keys, wrong units and values out of range are errors, all reported at once.
 * @throws InputError with every error found
 */
export const readProfile = (root: SourceNode, file?: string): ReadResult => {
  const reader = new Reader(file);
  if (root.kind !== 'map') {
    const empty = isBlank(root);
    reader.error(
      'E120',
      empty ? '文件是空的' : '企业档案应是“键: 值”的样子',
      root.at ?? (file === undefined ? undefined : { file }),
      '参照 profiles/ 里的样例',
    );
  } else reader.section(root, 0);
  return reader.finish();
};

class Reader {
  readonly #single = new Map<string, Fact>();
  readonly #yearly = new Map<string, Map<number, Fact>>();
  readonly #records = new Map<string, RecordList>();
  readonly #seen = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  finish(): ReadResult {
    const errors = this.#diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length > 0) throw new InputError(this.#diagnostics);
    const profile: Profile = {
      single: this.#single,
      yearly: this.#yearly,
      records: this.#records,
      ...(this.#file === undefined ? {} : { file: this.#file }),
    };
    this.#checkCreditCode();
    return { profile, diagnostics: this.#diagnostics };
  }

  error(code: string, message: string, where?: Place, fix?: string): void {
    this.#report('error', code, message, where, fix);
  }

  #report(
    severity: Diagnostic['severity'],
    code: string,
    message: string,
    where?: Place,
    fix?: string,
  ): void {
    this.#diagnostics.push({
      code,
      severity,
      message,
      ...(where === undefined ? {} : { where }),
      ...(fix === undefined ? {} : { fix }),
    });
  }

  /** A map of fields; group names of the dictionary may be used as headings, years as headings below 年度数据. */
  section(map: MapNode, depth: number): void {
    for (const entry of map.entries) {
      const { node } = entry;
      const field = DICTIONARY.find(entry.key);
      const year = depth === 1 ? yearIn(entry.key) : undefined;
      const isHeading =
        depth === 0 && groupNames.has(fold(entry.key)) && (node.kind === 'map' || field === undefined);
      if (isHeading && node.kind === 'map') this.section(node, 1);
      else if (isHeading && isBlank(node)) continue;
      else if (field !== undefined) this.#field(field, entry);
      else if (year !== undefined && node.kind === 'map') this.#yearBlock(year, node);
      else this.#unknownKey(entry, DICTIONARY.suggest(entry.key) ?? '字段名参照 profiles/ 里的样例');
    }
  }

  /** 年度数据: {2025: {营业收入: …}} */
  #yearBlock(year: number, map: MapNode): void {
    for (const entry of map.entries) {
      const field = DICTIONARY.find(entry.key);
      if (field === undefined) this.#unknownKey(entry, DICTIONARY.suggest(entry.key));
      else if (!field.yearly)
        this.error('E123', `${field.name}不是逐年字段，不能写在${year}年下面`, entry.keyAt, '移到顶层');
      else this.#yearValue(field, year, entry.node, entry.keyAt);
    }
  }

  #field(field: Field, entry: MapEntry): void {
    if (field.yearly) {
      this.#yearlyField(field, entry);
      return;
    }
    if (this.#seen.has(field.id)) {
      this.error('E124', `${field.name}写了两次`, entry.keyAt, '只保留一处');
      return;
    }
    this.#seen.add(field.id);
    if (isBlank(entry.node)) return;
    if (field.kind === 'records') {
      const list = this.#recordList(field, entry.node);
      if (list !== undefined) this.#records.set(field.id, list);
      return;
    }
    const fact = this.#fact(field, entry.node);
    if (fact !== undefined) this.#single.set(field.id, fact);
  }

  #yearlyField(field: Field, entry: MapEntry): void {
    if (isBlank(entry.node)) return;
    if (entry.node.kind !== 'map') {
      this.error(
        'E125',
        `${field.name}是逐年字段，要写明年份`,
        entry.node.at ?? entry.keyAt,
        `写成 ${field.name}: {2025: …, 2024: …}`,
      );
      return;
    }
    for (const item of entry.node.entries) {
      const year = yearIn(item.key);
      if (year === undefined)
        this.error('E126', `“${item.key}”不是年份`, item.keyAt, yearKeyFix(field, item.key));
      else this.#yearValue(field, year, item.node, item.keyAt);
    }
  }

  #yearValue(field: Field, year: number, node: SourceNode, keyAt?: Place): void {
    const key = `${field.id}@${year}`;
    if (this.#seen.has(key)) {
      this.error('E124', `${year}年${field.name}写了两次`, keyAt, '只保留一处');
      return;
    }
    this.#seen.add(key);
    if (isBlank(node)) return;
    const fact = this.#fact(field, node);
    if (fact === undefined) return;
    const years = this.#yearly.get(field.id) ?? new Map<number, Fact>();
    years.set(year, fact);
    this.#yearly.set(field.id, years);
  }

  /** A value, or {值, 来源, 佐证, 备注}. */
  #fact(field: Field, node: SourceNode): Fact | undefined {
    if (node.kind === 'map') {
      const parts = new Map<string, SourceNode>();
      for (const entry of node.entries) {
        if (!VALUE_KEYS.has(entry.key)) {
          this.#unknownKey(entry, `${field.name}只能写一个值，或 {值, 来源, 佐证, 备注}`);
          return undefined;
        }
        parts.set(entry.key, entry.node);
      }
      const value = parts.get('值');
      if (value === undefined || isBlank(value)) return undefined;
      const fact = value.kind === 'map' ? undefined : this.#fact(field, value);
      if (value.kind === 'map') this.error('E127', `${field.name}的“值”不能再是键值`, value.at);
      const text = (key: string): string | undefined => {
        const part = parts.get(key);
        return part?.kind === 'scalar' && !isBlank(part) ? part.text : undefined;
      };
      const [source, evidence, note] = [text('来源'), text('佐证'), text('备注')];
      return fact === undefined
        ? undefined
        : {
            ...fact,
            ...(source === undefined ? {} : { source }),
            ...(evidence === undefined ? {} : { evidence }),
            ...(note === undefined ? {} : { note }),
          };
    }
    const input = node.kind === 'scalar' ? node.text : this.#texts(field, node.items);
    if (input === undefined) return undefined;
    const result = readValue(field, input);
    if ('problem' in result) {
      this.error('E130', `${field.name}：${result.problem}`, node.at, result.fix);
      return undefined;
    }
    if (result.remark !== undefined) this.#report('hint', 'H131', `${field.name}：${result.remark}`, node.at);
    return node.at === undefined ? { value: result.value } : { value: result.value, at: node.at };
  }

  #texts(field: Field, items: readonly SourceNode[]): string[] | undefined {
    const texts: string[] = [];
    for (const item of items) {
      if (item.kind !== 'scalar') {
        this.error('E127', `${field.name}的列表里只能写文字`, item.at);
        return undefined;
      }
      if (!isBlank(item)) texts.push(item.text.trim());
    }
    return texts;
  }

  /** […] or {记录: […], 未列全: 是}; 无 is the empty list. */
  #recordList(field: Field, node: SourceNode): RecordList | undefined {
    const place = node.at === undefined ? {} : { at: node.at };
    if (node.kind === 'scalar') {
      if (['无', '没有'].includes(node.text.trim())) return { items: [], complete: true, ...place };
      this.error('E128', `${field.name}要写记录列表`, node.at, '每条以“- ”开头；没有就写“无”');
      return undefined;
    }
    if (node.kind === 'list')
      return { items: this.#recordItems(field, node.items), complete: true, ...place };
    let items: readonly ProfileRecord[] | undefined;
    let complete = true;
    for (const entry of node.entries) {
      if (entry.key === '记录' && entry.node.kind === 'list')
        items = this.#recordItems(field, entry.node.items);
      else if (entry.key === '未列全' && entry.node.kind === 'scalar') {
        const flag = readValue({ ...field, kind: 'boolean' }, entry.node.text);
        if ('value' in flag) complete = flag.value !== true;
        else this.error('E130', `未列全：${flag.problem}`, entry.node.at, flag.fix);
      } else this.#unknownKey(entry, `${field.name}写成列表，或 {记录: […], 未列全: 是}`);
    }
    return items === undefined ? undefined : { items, complete, ...place };
  }

  #recordItems(field: Field, nodes: readonly SourceNode[]): ProfileRecord[] {
    const records: ProfileRecord[] = [];
    for (const node of nodes) {
      if (node.kind === 'map') records.push(this.#record(field, node));
      else if (!isBlank(node)) this.error('E128', `${field.name}的每条记录要写成“属性: 值”`, node.at);
    }
    return records;
  }

  #record(field: Field, map: MapNode): ProfileRecord {
    const index = attributesOf(field);
    const record = new Map<string, Fact>();
    const seen = new Set<string>();
    for (const entry of map.entries) {
      const attribute = index.find(entry.key);
      if (attribute === undefined) {
        const known = field.attributes.map((item) => item.name).join('、');
        this.#unknownKey(entry, index.suggest(entry.key) ?? `${field.name}的属性有：${known}`);
        continue;
      }
      if (seen.has(attribute.id)) this.error('E124', `${attribute.name}写了两次`, entry.keyAt, '只保留一处');
      seen.add(attribute.id);
      if (isBlank(entry.node)) continue;
      const fact = this.#fact(attribute, entry.node);
      if (fact !== undefined) record.set(attribute.id, fact);
    }
    return record;
  }

  #unknownKey(entry: MapEntry, fix: string | undefined): void {
    this.error('E121', `不认识的字段“${entry.key}”`, entry.keyAt, fix);
  }

  #checkCreditCode(): void {
    const fact = this.#single.get('creditCode');
    if (typeof fact?.value !== 'string') return;
    const problem = creditCodeProblem(fact.value);
    if (problem !== undefined) this.#report('warning', 'W140', problem, fact.at);
  }
}
