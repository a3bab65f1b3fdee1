import type { Severity } from '../base/diagnostic.ts';
import { SEVERITY_WORDS } from '../base/diagnostic.ts';
import type { Tier } from '../policy/index.ts';
import pitfalls from './data/十大注意事项.yaml';
import rules from './data/填报要点.yaml';
import texts from './data/文稿要点.yaml';
import type { Basis, Check, Finding, Topic } from './model.ts';

interface CheckSource {
  编号: string;
  名称: string;
  严重度: string;
  性质: string;
  准备: string;
  要紧?: string;
  出处?: string;
}

interface TopicSource {
  编号: string;
  名称: string;
  步骤: string;
  层级?: Tier[];
  要紧: string;
  出处: string;
  检查?: CheckSource[];
  人看?: string[];
  参见?: string[];
  备注?: string;
}

export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  rule: '规定',
  course: '课件',
  experience: '经验',
  own: '自定',
};

const keyOf = <Key extends string>(words: Readonly<Record<Key, string>>, word: string, at: string): Key => {
  for (const key in words) if (words[key] === word) return key;
  throw new Error(`${at}: unknown word ${word}`);
};

const toCheck = (source: CheckSource, topic: TopicSource): Check => ({
  code: source.编号,
  name: source.名称,
  severity: keyOf<Severity>(SEVERITY_WORDS, source.严重度, source.编号),
  basis: keyOf<Basis>(BASIS_WORDS, source.性质, source.编号),
  why: source.要紧 ?? topic.要紧,
  prepare: source.准备,
  citation: source.出处 ?? topic.出处,
});

const toTopic = (source: TopicSource): Topic => ({
  code: source.编号,
  name: source.名称,
  step: source.步骤,
  tiers: source.层级 ?? [],
  why: source.要紧,
  citation: source.出处,
  checks: (source.检查 ?? []).map((check) => toCheck(check, source)),
  look: source.人看 ?? [],
  see: source.参见 ?? [],
  ...(source.备注 === undefined ? {} : { note: source.备注 }),
});

/** P01–P10, then F01–F71, in their order. */
export const TOPICS: readonly Topic[] = [pitfalls, rules, texts]
  .flatMap((list) => list as TopicSource[])
  .map(toTopic)
  .sort((a, b) => (a.code[0] === b.code[0] ? a.code.localeCompare(b.code) : a.code[0] === 'P' ? -1 : 1));

const CHECKS = new Map(TOPICS.flatMap((topic) => topic.checks).map((check) => [check.code, check]));

/** @throws Error for a code that is not in the catalogue: a mistake in code, never in data. */
const checkOf = (code: string): Check => {
  const check = CHECKS.get(code);
  if (check === undefined) throw new Error(`no check ${code}`);
  return check;
};

/**
 * A finding of one code: severity, reason, advice and citation come from the catalogue.
 * It stands where the first fact stands, unless told otherwise.
 */
export const finding = (
  code: string,
  message: string,
  rest: Partial<Pick<Finding, 'facts' | 'where' | 'citation' | 'programmes'>> = {},
): Finding => {
  const { severity, basis, why, prepare, citation } = checkOf(code);
  const first = rest.facts?.[0];
  const where = first === undefined ? {} : { where: { ...first.at, field: first.field } };
  return {
    code,
    severity,
    basis,
    message,
    why,
    fix: prepare,
    citation,
    facts: [],
    programmes: [],
    ...where,
    ...rest,
  };
};
