import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../src/pitfalls/index.ts';
import { FIELDS } from '../../src/profile/index.ts';

/** Figures, industries, ticks and dates of the dictionary, by the names that messages use. */
const NAMES = FIELDS.filter((field) => field.kind !== 'text')
  .flatMap((field) => [field.name, ...field.attributes.map((item) => item.name)])
  .concat('行业', '日期', '金额', '比例', '占比', '数字', '数据');
const VERBS = [
  '改为',
  '改成',
  '调整为',
  '调整到',
  '调到',
  '调低',
  '调高',
  '勾选',
  '填成',
  '填为',
  '填高',
  '填低',
  '应填',
  '写成',
  '写高',
  '改写',
  '凑',
  '往上',
  '靠拢',
  '美化',
];

/** A verb of changing within twelve characters of something that can be filled in. */
const advises = (text: string): string | undefined => {
  for (const verb of VERBS)
    for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1)) {
      const around = text.slice(Math.max(0, at - 12), at + verb.length + 12);
      if (NAMES.some((name) => around.includes(name))) return around;
    }
  return undefined;
};

/** Chinese string literals of the code that speaks about a profile. */
const literals = (folder: string): readonly string[] =>
  readdirSync(folder, { encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/'[^'\n]*'|`[^`]*`/g)])
    .map(([text]) => text)
    .filter((text) => /\p{Script=Han}/u.test(text));

describe('no message suggests changing a figure, an industry, a tick or a date', () => {
  it('the scan finds such advice', () => {
    expect(advises('资产负债率偏高，可调整为69%')).toBeDefined();
    expect(advises('建议勾选已上市')).toBeDefined();
    expect(advises('行业较模糊的往新兴产业靠拢')).toBeDefined();
    expect(advises('备审计报告，核对资产负债率')).toBeUndefined();
  });

  it.each(TOPICS)('$code $name', (topic) => {
    const texts = [
      topic.why,
      topic.note ?? '',
      ...topic.look,
      ...topic.checks.flatMap((check) => [check.name, check.why, check.prepare]),
    ];
    expect(texts.flatMap((text) => advises(text) ?? [])).toEqual([]);
  });

  it.each([
    'src/pitfalls',
    'src/report',
    'src/assess',
    'src/assess/tests',
    'src/lint',
    'src/lint/checks',
    'src/lint/figures',
  ])('%s', (folder) => {
    expect(literals(folder).flatMap((text) => advises(text) ?? [])).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has the ten pitfalls, and each of them has checks', () => {
    const pitfalls = TOPICS.filter((topic) => topic.code.startsWith('P'));
    expect(pitfalls.map((topic) => topic.code)).toEqual(
      Array.from({ length: 10 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`),
    );
    for (const topic of pitfalls) expect(topic.checks.length).toBeGreaterThan(1);
  });

  it('numbers checks below their topic, each once', () => {
    const codes = TOPICS.flatMap((topic) => topic.checks.map((check) => check.code));
    expect(new Set(codes).size).toBe(codes.length);
    for (const topic of TOPICS)
      for (const check of topic.checks) expect(check.code).toMatch(new RegExp(`^${topic.code}\\.[1-9]\\d*$`));
  });

  it('refers only to codes that there are, and lets no topic do nothing', () => {
    const codes = TOPICS.flatMap((topic) => [topic.code, ...topic.checks.map((check) => check.code)]);
    for (const topic of TOPICS) {
      expect(topic.see.filter((code) => !codes.includes(code))).toEqual([]);
      expect(topic.checks.length + topic.see.length + topic.look.length, topic.code).toBeGreaterThan(0);
    }
  });

  it('says of experience that it is no rule', () => {
    for (const topic of TOPICS)
      for (const check of topic.checks.filter((item) => item.basis === 'experience'))
        expect(`${check.why}${topic.why}`, check.code).toMatch(/经验|课件/);
  });
});
